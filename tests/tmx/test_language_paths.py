"""The same text has the same language, and the same tag the same meaning, in files of every format."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from termbase import read as read_termbase
from termbase.check.known_terms import KnownTerms
from termbase.check.settings import Settings
from termbase.check.subject import read_subject
from termbase.document.reader import read_document
from termbase.errors import TermbaseError
from termbase.gather.job import gather
from termbase.gather.page import page
from termbase.language import canonical
from termbase.table.read_glossary import load_table
from tests.conftest import Run
from tmx.bilingual.read import read_units
from tmx.languages import tag_of
from tmx.reader import read

TRADITIONAL = [f"請選取第{number}個檔案，然後按下確定按鈕" for number in range(40)]
SIMPLIFIED = [f"请选择第{number}个文件，然后点击确定按钮" for number in range(40)]
HONG_KONG = [f"軟件第{number}版可在網絡上下載，質素有保證" for number in range(40)]
ENGLISH = [f"Choose file number {number} and press the button" for number in range(40)]

TEXTS = {
    "Traditional": (TRADITIONAL, "zh-Hant-TW"),
    "Traditional that quotes one simplified word": ([*TRADITIONAL, "他寫的是「数据」"], "zh-Hant-TW"),
    "Simplified": (SIMPLIFIED, "zh-Hans-CN"),
    "Simplified that quotes one traditional word": ([*SIMPLIFIED, "他写的是“數據”"], "zh-Hans-CN"),
    "Hong Kong": (HONG_KONG, "zh-Hant-HK"),
    "Simplified with English names": (["安装 Visual Studio Code 插件", *SIMPLIFIED], "zh-Hans-CN"),
    "characters of both scripts": (["人民大会堂"[:2]] * 3, "zh-Hans-CN"),
    "English": (ENGLISH, "en"),
    "English with names and accents": ([*ENGLISH, "The café of Müller & Søn"], "en"),
}
TAGS = {
    "zh-cmn-Hant-TW": "zh-Hant-TW",
    "zh-CHT": "zh-Hant-TW",
    "zh_Hant": "zh-Hant-TW",
    "zh-yue-HK": "yue-HK",
    "zh-HK": "zh-Hant-HK",
    "zh-min-nan": "nan",
    "zh_TW.Big5": "zh-Hant-TW",
    "zh-Hant-x-ours": "zh-Hant-TW-x-ours",
    "zh": "zh-Hant-TW",  # by its text
}


def po(file: Path, texts: list[str], head: str = "") -> Path:
    header = f'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n{head}\n'
    messages = (f'msgid "m{number}"\nmsgstr "{text}"\n' for number, text in enumerate(texts))
    file.write_text(header + "\n".join(messages), "utf-8")
    return file


def of_units(file: Path, source: str | None = "fr") -> str:
    return read_units(str(file), source, None, Counter()).target


def of_table(rows: str) -> str:
    tags = [tag for tag, _ in load_table(rows.encode(), "g.csv", source="fr").termbase.entries[0].terms()]
    return tags[-1]


@pytest.mark.parametrize(
    ("name", "language"),
    [("Chinese (Simplified)", "zh-Hans-CN"), ("Traditional Chinese", "zh-Hant-TW"), ("简体中文", "zh-Hans-CN")],
)
def test_a_language_called_by_its_name_is_read(tmp_path: Path, name: str, language: str) -> None:
    assert of_units(po(tmp_path / "m.po", ["网络 網路"], f'"Language: {name}\\n"'), "en") == language


@pytest.mark.parametrize(("texts", "language"), TEXTS.values(), ids=TEXTS)
def test_a_text_has_one_language_in_every_file(tmp_path: Path, texts: list[str], language: str) -> None:
    (tmp_path / "m.tsv").write_text("".join(f"m{number}\t{text}\n" for number, text in enumerate(texts)), "utf-8")
    (tmp_path / "d.txt").write_text("\n\n".join(texts), "utf-8")
    subject = read_subject(read_document(str(tmp_path / "d.txt")), KnownTerms([]), None, Settings())
    assert of_units(po(tmp_path / "m.po", texts)) == language
    assert of_units(tmp_path / "m.tsv") == language
    assert of_table("source,target\n" + "".join(f"n°{n},{text}\n" for n, text in enumerate(texts))) == language
    assert canonical(subject.language) == language


@pytest.mark.parametrize("name", ["Traditional that quotes one simplified word", "Hong Kong", "Simplified"])
def test_the_page_and_the_terms_of_a_build_have_the_language_of_the_text(tmp_path: Path, name: str) -> None:
    texts, language = TEXTS[name]
    (tmp_path / "d.md").write_text("。\n\n".join([*texts, f"{texts[0]}與人民（the people）"]), "utf-8")
    (concept,) = page(gather([str(tmp_path / "d.md")])).concepts
    assert {term.language for term in concept.chinese if term.text == "人民"} <= {language}
    assert {context.language for context in concept.contexts} == {language}


def test_other_languages_are_asked_for(tmp_path: Path) -> None:
    for number, text in enumerate(("Ouvrir le fichier sélectionné", "Выберите файл", "ファイルを選んでください")):
        file = po(tmp_path / f"{number}.po", [text] * 5)
        with pytest.raises(TermbaseError, match="give --target"):
            of_units(file, "en")


@pytest.mark.parametrize(("tag", "language"), TAGS.items())
def test_a_tag_has_one_meaning_in_every_file(tmp_path: Path, tag: str, language: str) -> None:
    xml = '<?xml version="1.0" encoding="UTF-8"?>'
    files = {
        "m.tsv": f"en\t{tag}\nnetwork\t網路\n",
        "m.xlf": f'{xml}<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="f" '
        f'source-language="en" target-language="{tag}" datatype="plaintext"><body><trans-unit id="1">'
        "<source>network</source><target>網路</target></trans-unit></body></file></xliff>",
        "m2.xlf": f'{xml}<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="en" '
        f'trgLang="{tag}"><file id="f"><unit id="1"><segment>'
        "<source>network</source><target>網路</target></segment></unit>"
        "</file></xliff>",
        "m.tmx": f'{xml}<tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="phrase" '
        'o-tmf="t" adminlang="en" srclang="en" datatype="plaintext"/><body><tu>'
        '<tuv xml:lang="en"><seg>network</seg></tuv>'
        f'<tuv xml:lang="{tag}"><seg>網路</seg></tuv></tu></body></tmx>',
        "t.tbx": f'{xml}<martif type="TBX-Basic" xml:lang="en"><text><body><termEntry id="c1">'
        f'<langSet xml:lang="en"><tig><term>network</term></tig></langSet><langSet xml:lang="{tag}">'
        "<tig><term>網路</term></tig></langSet>"
        "</termEntry></body></text></martif>",
        "g.csv": f"en,{tag}\nnetwork,網路\n",
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, "utf-8")
    (unit,) = read(str(tmp_path / "m.tmx")).units()
    found = {
        **{name: of_units(tmp_path / name, None) for name in ("m.tsv", "m.xlf", "m2.xlf")},
        "m.po": of_units(po(tmp_path / "m.po", ["網路"], f'"Language: {tag}\\n"'), None),
        "m.tmx": tag_of(unit.variants[1].tag),
        "t.tbx": read_termbase(str(tmp_path / "t.tbx")).entries[0].languages[1].language,
        "g.csv": read_termbase(str(tmp_path / "g.csv")).entries[0].languages[1].language,
    }
    assert found == dict.fromkeys(found, language)


TMX = """<tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="phrase" o-tmf="t"
adminlang="en" srclang="{tag}" datatype="plaintext"/><body>
<tu><tuv xml:lang="{tag}"><seg>網路設定</seg></tuv><tuv xml:lang="en"><seg>network settings</seg></tuv></tu>
<tu><tuv xml:lang="{tag}"><seg>人民</seg></tuv><tuv xml:lang="en"><seg>people</seg></tuv></tu>
</body></tmx>"""


@pytest.mark.parametrize(
    ("tag", "written", "mended"),
    [
        ("zh", "zh-TW", 2),
        ("cmn", "zh-TW", 2),
        ("zh-CHT", "zh-TW", 0),
        ("zh-cmn-Hant-TW", "zh-TW", 0),
        ("zh-yue-HK", "yue-HK", 0),
        ("zh-min-nan", "nan", 0),
        ("zh-def", "zh-def", 0),
        ("zh-x-foo", "zh-x-foo", 0),
        ("zh-US", "zh-US", 0),
        ("Chinese (Taiwan)", "Chinese (Taiwan)", 0),
    ],
)
def test_traditional_text_never_comes_out_as_simplified(
    termbase: Run, tmp_path: Path, tag: str, written: str, mended: int
) -> None:
    (tmp_path / "m.tmx").write_text(TMX.format(tag=tag), "utf-8")
    done = termbase("tmx", "convert", "m.tmx", "--out", "-", "--to", "tmx", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert [part.split('"')[1] for part in done.stdout.split("xml:lang=")[1:]] == [written, "en"] * 2
    assert f'srclang="{written}"' in done.stdout
    assert done.stderr.count("the text is Traditional: zh-Hant") == mended


def test_simplified_text_under_zh_stays_as_it_was(termbase: Run, tmp_path: Path) -> None:
    (tmp_path / "m.tmx").write_text(TMX.format(tag="zh").replace("網路設定", "网络设置"), "utf-8")
    done = termbase("tmx", "convert", "m.tmx", "--out", "-", "--to", "tmx", cwd=tmp_path)
    assert done.stdout.count('xml:lang="zh-CN"') == 2
    assert "mended" not in done.stderr.splitlines()[0]
