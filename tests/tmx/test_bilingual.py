"""Bilingual files that are not TMX, read as translation units and as segment pairs for the checks."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from termbase.errors import TermbaseError
from tests.conftest import Run
from tmx.bilingual.read import read_units
from tmx.bilingual.segment_pairs import read_bitexts
from tmx.content import plain
from tmx.model import Element

PO = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Language: zh_TW\\n"

# said to the user
msgctxt "menu"
msgid "network"
msgstr "網路"

#, fuzzy
msgid "data"
msgstr "資料"

msgid "empty"
msgstr ""
"""
TS = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context><name>Main</name><message><source>network</source><translation>网络</translation></message></context>
</TS>
"""


def pairs(file: Path, source: str | None, target: str | None, skipped: Counter[str]) -> list[tuple[str, ...]]:
    units = read_units(str(file), source, target, skipped).units
    return [tuple(plain(variant.segment) for variant in unit.variants) for unit in units]


def test_po_gives_its_translations_with_what_is_noted(tmp_path: Path) -> None:
    (tmp_path / "m.po").write_text(PO, "utf-8")
    skipped: Counter[str] = Counter()
    units = list(read_units(str(tmp_path / "m.po"), "en", None, skipped).units)
    assert [unit.variants[1].tag for unit in units] == ["zh-TW", "zh-TW"]
    assert list(units[0].properties("x-context")) == ["menu"]
    assert list(units[1].properties("x-fuzzy")) == ["yes"]
    assert skipped == {"not translated": 1}


def test_other_formats_come_through_translate_toolkit(tmp_path: Path) -> None:
    (tmp_path / "m.ts").write_text(TS, "utf-8")
    assert pairs(tmp_path / "m.ts", None, None, Counter()) == [("network", "网络")]


WORDFAST = (
    "%20240102~030405\t%ANN\t%TU=00000002\t%EN-US\t%Wordfast TM v.5\t%ZH-CN\t%---\n"
    "20240102~030405\tANN\t3\tEN-US\tThe lake\tZH-CN\t湖 — 水\n"
)


@pytest.mark.parametrize(
    ("name", "text", "encoding"),
    [
        *(("m.txt", WORDFAST, encoding) for encoding in ("utf-8", "utf-8-sig", "utf-16", "gb18030")),
        *(
            (f"m.{end}", "The lake\t湖 — 水\tdeep\n", encoding)
            for end in ("tab", "utf8")
            for encoding in ("utf-16", "gb18030")
        ),
        ("m.tab", "# our words\ttwo cells\nThe lake\t湖 — 水\tdeep\n", "utf-8"),
        ("m.utx", "#UTX 1.20; de/zh-CN; 2024-01-02T00:00:00Z\n#src\ttgt\nThe lake\t湖 — 水\n", "utf-8"),
        ("m.utx", "#UTX 1.20; en/zh-CN; 2024-01-02T00:00:00Z\n#src\ttgt\nThe lake\t湖 — 水\n", "utf-8"),
    ],
)
def test_memories_and_glossaries_as_text_are_read_in_any_encoding(
    tmp_path: Path, name: str, text: str, encoding: str
) -> None:
    (tmp_path / name).write_text(text, encoding)
    (unit,) = read_units(str(tmp_path / name), None, None, Counter()).units
    assert [plain(variant.segment) for variant in unit.variants] == ["The lake", "湖 — 水"]
    assert unit.variants[0].tag == ("de" if "de/zh" in text else "en-US" if name == "m.txt" else "en")
    notes = [item.content for item in unit.items if isinstance(item, Element)]
    assert notes == [("deep",)] * name.endswith((".tab", ".utf8"))
    if name == "m.txt":
        assert unit.attributes == {"creationdate": "20240102T030405Z", "creationid": "ANN", "usagecount": "3"}


@pytest.mark.parametrize(
    ("forms", "expected"),
    [
        (["%d 个湖"], [("a lake", "%d 个湖"), ("%d lakes", "%d 个湖")]),
        (["ein See", "%d Seen"], [("a lake", "ein See"), ("%d lakes", "%d Seen")]),
    ],
)
def test_each_plural_form_of_a_compiled_catalogue_is_a_unit(
    tmp_path: Path, forms: list[str], expected: list[tuple[str, str]]
) -> None:
    from translate.misc.multistring import multistring
    from translate.storage.mo import mofile

    store = mofile()
    unit = store.addsourceunit(multistring(["a lake", "%d lakes"]))
    unit.target = multistring(forms)
    (tmp_path / "m.mo").write_bytes(bytes(store))
    assert pairs(tmp_path / "m.mo", "en", "zh-CN", Counter()) == expected


def test_a_table_may_name_its_languages_in_the_first_line(tmp_path: Path) -> None:
    (tmp_path / "m.csv").write_text('en,zh-CN\n"one, two",一二\n,空\n', "utf-8")
    skipped: Counter[str] = Counter()
    assert pairs(tmp_path / "m.csv", None, None, skipped) == [("one, two", "一二")]
    assert skipped == {"not translated": 1}


@pytest.mark.parametrize("name", ["m.po", "zh_TW.po"])
def test_a_file_without_a_translation_yet_has_the_languages_that_it_names(tmp_path: Path, name: str) -> None:
    header = PO if name == "m.po" else PO.replace("zh_TW", "")
    (tmp_path / name).write_text(header.split("#")[0] + 'msgid "network"\nmsgstr ""\n', "utf-8")
    assert read_bitexts(str(tmp_path / name)) == []
    assert read_units(str(tmp_path / name), None, None, Counter())[:2] == ("en", "zh-Hant-TW")


@pytest.mark.parametrize(
    ("name", "language"), [("zh_HK.po", "zh-Hant-HK"), ("zh_TW.po", "zh-Hant-TW"), ("zh.po", "zh-Hant-TW")]
)
def test_the_name_of_a_po_file_tells_its_region(tmp_path: Path, name: str, language: str) -> None:
    (tmp_path / name).write_text(PO, "utf-8")
    assert read_units(str(tmp_path / name), "en", None, Counter()).target == language


@pytest.mark.parametrize(
    ("name", "text", "language"),
    [
        ("zh_HK.ts", "儲存", "zh-Hant-HK"),
        ("app.ts", "儲存", "zh-Hant-TW"),
        ("zh_CN.ts", "儲存", "zh-Hant-TW"),
        ("app.ts", "軟件可在網絡上下載，質素有保證，毋須登入", "zh-Hant-HK"),
    ],
)
def test_a_file_that_names_only_the_script_has_the_region_of_its_name_or_text(
    tmp_path: Path, name: str, text: str, language: str
) -> None:
    message = f"<message><source>Save</source><translation>{text}</translation></message>"
    written = f'<TS version="2.1" language="zh_Hant"><context><name>a</name>{message}</context></TS>'
    (tmp_path / name).write_text(written, "utf-8")
    assert read_units(str(tmp_path / name), "en", None, Counter()).target == language


@pytest.mark.parametrize(
    "text",
    [
        '<xliff version="1.2"><file source-language="en" target-language="zh-HK"><body /></file></xliff>',
        '<xliff version="2.0" srcLang="en" trgLang="zh-HK"><file id="f"/></xliff>',
    ],
    ids=["1.2", "2.0"],
)
def test_an_xliff_file_without_units_is_read(tmp_path: Path, text: str) -> None:
    (tmp_path / "m.xlf").write_text(text, "utf-8")
    assert read_units(str(tmp_path / "m.xlf"), None, None, Counter())[:2] == ("en", "zh-Hant-HK")


def test_a_table_whose_text_does_not_show_its_languages_needs_them_named(tmp_path: Path) -> None:
    (tmp_path / "m.tsv").write_text("été déjà\t一\nhôtel français\t二\n", "utf-8")
    with pytest.raises(TermbaseError, match="give --source"):
        read_units(str(tmp_path / "m.tsv"), None, None, Counter())
    assert len(pairs(tmp_path / "m.tsv", "en", "zh-CN", Counter())) == 2


def test_a_file_that_is_not_bilingual_is_refused_in_one_line(termbase: Run, tmp_path: Path) -> None:
    (tmp_path / "m.xlf").write_text("no XLIFF", "utf-8")
    done = termbase("tmx", "convert", "m.xlf", "--out", "m.tmx", cwd=tmp_path)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "cannot be read as a bilingual file" in done.stderr


def test_checks_read_po_too(tmp_path: Path) -> None:
    (tmp_path / "m.po").write_text(PO, "utf-8")
    (bitext,) = read_bitexts(str(tmp_path / "m.po"), "en")
    assert (bitext.source_language, bitext.target_language) == ("en", "zh-Hant-TW")
    assert [(pair.source, pair.target) for pair in bitext.pairs] == [("network", "網路"), ("data", "資料")]


XLIFF2 = """<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="zh-CN">
<file id="f">
<unit id="one"><segment>
<source>Press <pc id="1">the <mrk id="m" type="term">key</mrk></pc> now<ph id="2"/>.</source>
<target>现在<ph id="2"/>按<pc id="1">键</pc>。</target></segment></unit>
<unit id="two"><segment id="a"><source>First <sc id="3"/>part</source><target>一<sc id="3"/></target></segment>
<ignorable><source> </source></ignorable>
<segment id="b"><source>second<ec startRef="3"/></source>
<target>二<!-- so --><ec startRef="3"/></target></segment></unit>
<unit id="three"><segment><source>not yet</source></segment></unit>
</file></xliff>
"""


@pytest.mark.parametrize("version", ["2.0", "2.1"])
def test_xliff_2_has_a_pair_for_each_segment_with_its_codes(tmp_path: Path, version: str) -> None:
    (tmp_path / "m.xlf").write_text(XLIFF2.replace("2.0", version, 1), "utf-8")
    (bitext,) = read_bitexts(str(tmp_path / "m.xlf"))
    assert (bitext.source_language, bitext.target_language) == ("en", "zh-Hans-CN")
    found = [(pair.id, pair.source, pair.target, pair.target_line) for pair in bitext.pairs]
    several = [("two/a", "First part", "一", 6), ("two/b", "second", "二", 9)]
    assert found == [("one", "Press the key now.", "现在按键。", 5), *several]
    assert [code.text for code in bitext.pairs[0].target_codes] == ['<ph id="2"/>', '<pc id="1">', "</pc>"]
    roles = [code.role for pair in bitext.pairs[1:] for code in pair.target_codes]
    assert roles == ["open", "close"]


def test_broken_xliff_2_is_refused_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "m.xlf").write_text(XLIFF2.replace("</unit>", "", 1), "utf-8")
    with pytest.raises(TermbaseError, match="is not well-formed XML"):
        read_bitexts(str(tmp_path / "m.xlf"))


def test_xliff_2_can_become_a_memory(termbase: Run, tmp_path: Path) -> None:
    (tmp_path / "m.xlf").write_text(XLIFF2, "utf-8")
    assert termbase("tmx", "convert", tmp_path / "m.xlf", "--out", tmp_path / "m.tmx").returncode == 0
    assert "&lt;pc id=" in (tmp_path / "m.tmx").read_text("utf-8")
    assert termbase("tmx", "validate", tmp_path / "m.tmx").returncode == 0


@pytest.mark.parametrize(
    ("message", "language"), [("Save the file…", "en"), ("保存文件", "zh-Hans-CN"), ("儲存檔案 (F)", "zh-Hant-TW")]
)
def test_the_language_of_a_po_file_is_detected_from_its_messages(
    tmp_path: Path, message: str, language: str
) -> None:
    (tmp_path / "m.po").write_text(PO.replace('msgid "network"', f'msgid "{message * 9}"'), "utf-8")
    assert read_bitexts(str(tmp_path / "m.po"))[0].source_language == language


def test_obsolete_messages_are_skipped(tmp_path: Path) -> None:
    (tmp_path / "m.po").write_text(f'{PO}\n#~ msgid "old"\n#~ msgstr "舊"\n', "utf-8")
    assert [pair.source for pair in read_bitexts(str(tmp_path / "m.po"))[0].pairs] == ["network", "data"]


@pytest.mark.parametrize(
    ("header", "languages"),
    [
        ("en\tzh-TW", ("en", "zh-Hant-TW")),
        ("English\t中文", ("en", "zh-Hant-TW")),  # by the text
        ("English\tChinese (Simplified)", ("en", "zh-Hans-CN")),
        ("Source\tTarget", ("en", "zh-Hant-TW")),
        ("原文\t译文", ("en", "zh-Hant-TW")),
        ("en\ttarget", ("en", "zh-Hant-TW")),
        ("en\t", ("en", "zh-Hant-TW")),
        ("de-DE-1996\tzh-min-nan", ("de-DE-1996", "nan")),
    ],
)
def test_a_first_row_of_names_is_no_pair(tmp_path: Path, header: str, languages: tuple[str, str]) -> None:
    (tmp_path / "m.tsv").write_text(f"{header}\nnetwork settings\t網路設定\n", "utf-8")
    read = read_units(str(tmp_path / "m.tsv"), None, None, Counter())
    assert (read.source, read.target) == languages
    assert len(list(read.units)) == 1


@pytest.mark.parametrize("row", ["English\t英語", "Name\t名稱", "Translation\t翻譯", "Traditional\t繁體中文"])
def test_a_first_row_that_says_the_same_twice_is_a_pair(tmp_path: Path, row: str) -> None:
    (tmp_path / "m.tsv").write_text(f"{row}\nnetwork settings\t網路設定\n", "utf-8")
    assert pairs(tmp_path / "m.tsv", "en", "zh-TW", Counter())[0] == tuple(row.split("\t"))


def test_a_header_with_what_is_not_a_tag_is_refused_unless_the_languages_are_given(tmp_path: Path) -> None:
    (tmp_path / "m.tsv").write_text("en\tzh-TW-HK\nnetwork\t網路\n", "utf-8")
    with pytest.raises(TermbaseError, match="'zh-TW-HK' is not a language tag"):
        read_units(str(tmp_path / "m.tsv"), None, None, Counter())
    assert pairs(tmp_path / "m.tsv", "en", "zh-TW", Counter()) == [("network", "網路")]
