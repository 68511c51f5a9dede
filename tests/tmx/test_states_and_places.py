"""What readers of bilingual files note about each pair: place, state, context, references, plural forms."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.bitext import SegmentPair, State
from termbase.check.bilingual.segment_places import SegmentPlaces
from termbase.errors import TermbaseError
from tests.conftest import Run
from tmx.bilingual.read import read_units
from tmx.bilingual.segment_pairs import read_bitexts
from tmx.content import plain
from tmx.model import Element

PO = r"""# a comment of the file's owner
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
"Language: zh_TW\n"

# for the translator
#. by the programmer
#: src/menu.c:12 src/other.c:3
#, c-format
msgctxt "menu"
msgid "Save %s"
msgstr "儲存 %s"

#, fuzzy, python-format
#| msgid "Old file"
msgid "New file"
msgstr "舊檔案"

msgid "%d train"
msgid_plural "%d trains"
msgstr[0] "%d 列火車"

msgid ""
"A \"long\" "
"message\n"
msgstr ""
"一則\t「長」"
"訊息\n"

#~ msgid "gone"
#~ msgstr "沒了"

domain "other"

msgid "empty"
msgstr ""
"""
XLIFF = """<?xml version="1.0" encoding="UTF-8"?>
<!-- <source>not this one</source> -->
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="a" source-language="en" target-language="zh-TW" datatype="plaintext"><body>
<trans-unit id="plain"><source>one</source><target>一</target></trans-unit>
<trans-unit id="draft"><source>two</source>
  <target state="needs-translation">二</target><note>a note</note></trans-unit>
<trans-unit id="old" approved="no"><source>three</source><target>三</target></trans-unit>
<trans-unit id="done" approved="yes"><source>four</source><target state="new">四</target></trans-unit>
<trans-unit id="final"><source>five</source><target state="final">五</target></trans-unit>
<trans-unit id="guess"><source>six</source><target state-qualifier="fuzzy-match">六</target></trans-unit>
<trans-unit id="mended"><source>seven</source>
<target state="translated" state-qualifier="mt-suggestion">七</target></trans-unit>
<group translate="no"><trans-unit id="locked"><source>X1</source><target>X1</target></trans-unit></group>
<trans-unit id="parts"><source>First. Second. Third.</source>
<seg-source><g id="5"><mrk mtype="seg" mid="a">First.</mrk> <mrk mtype="seg" mid="b">Second.</mrk></g>
<mrk mtype="seg" mid="c">Third.</mrk></seg-source>
<target><mrk mtype="seg" mid="c">第三。</mrk><g id="5"><mrk mtype="seg" mid="a">第一。</mrk>
<mrk mtype="seg" mid="b"/></g></target></trans-unit>
<trans-unit id="whole"><source>All. Of it.</source>
<seg-source><mrk mtype="seg" mid="1">All.</mrk> <mrk mtype="seg" mid="2">Of it.</mrk></seg-source>
<target>全部。</target></trans-unit></body></file>
<file original="b" source-language="en" target-language="fr" datatype="plaintext"><body>
<trans-unit id="plain"><source>one</source><target>un</target>
<context-group purpose="location"><context context-type="sourcefile">b.ts</context>
<context context-type="linenumber">7</context></context-group></trans-unit>
</body></file></xliff>
"""
XLIFF2 = """<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="zh-CN">
<file id="f"><unit id="a"><segment state="initial"><source>one</source><target>一</target></segment></unit>
<unit id="b" name="menu"><segment state="reviewed"><source>two</source><target>二</target></segment></unit>
<unit id="c" translate="no"><segment><source>X1</source>
<target><![CDATA[X1]]></target></segment></unit></file></xliff>
"""
TS = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en"><context><name>Main</name>
<message numerus="yes"><location filename="a.cpp" line="10"/><source>%n file(s)</source>
  <translation><numerusform>%n 个文件</numerusform></translation></message>
<message><location line="+5"/><source>Open</source><comment>button</comment>
<translation type="unfinished">打开</translation></message>
<message><source>Old</source><translation type="vanished">旧</translation></message>
</context></TS>
"""
TRADOS = """<xliff xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0" xmlns="urn:oasis:names:tc:xliff:document:1.2"
version="1.2"><file original="a" source-language="en-US" target-language="zh-CN" datatype="x"><body>
<trans-unit id="u"><source>One. Two. Three.</source>
<seg-source><mrk mtype="seg" mid="1">One.</mrk> <mrk mtype="seg" mid="2">Two.</mrk>
<mrk mtype="seg" mid="3">Three.</mrk></seg-source>
<target><mrk mtype="seg" mid="1">一。</mrk><mrk mtype="seg" mid="2">二。</mrk>
<mrk mtype="seg" mid="3">三。</mrk></target>
<sdl:seg-defs><sdl:seg id="1" conf="Draft"/><sdl:seg id="2" conf="Translated"/>
<sdl:seg id="3" conf="ApprovedSignOff"/></sdl:seg-defs></trans-unit></body></file></xliff>
"""
MEMOQ = """<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:mq="MQXliff" version="1.2">
<file original="a" source-language="en" target-language="zh-cn" datatype="x-memoq"><body>
<trans-unit id="1" mq:status="Proofread"><source>One</source><target>一</target></trans-unit>
<trans-unit id="2" mq:status="Pretranslated"><source>Two</source><target>二</target></trans-unit>
<trans-unit id="3" mq:status="ManuallyConfirmed"><source>Three</source><target>三</target></trans-unit>
</body></file></xliff>
"""
PHRASE = """<xliff version="1.2" xmlns:m="http://www.memsource.com/mxlf/2.0">
<file original="f" source-language="en" target-language="zh_cn" datatype="x"><body>
<trans-unit id="a:0" m:confirmed="1"><source>One</source><target>一</target></trans-unit>
<trans-unit id="a:1" m:confirmed="0"><source>Two</source><target>二</target></trans-unit>
</body></file></xliff>
"""
FILES = {
    "m.mxliff": PHRASE,
    "m.po": PO,
    "m.xlf": XLIFF,
    "m2.xlf": XLIFF2,
    "m.ts": TS,
    "m.sdlxliff": TRADOS,
    "m.mqxliff": MEMOQ,
}

STATES = {
    "m.po": ["unmarked", "unfinished", "unmarked", "unmarked"],
    "m.xlf": [
        *["unmarked", "unfinished", "unfinished"],
        *["approved"] * 2,
        "unfinished",
        "unmarked",
        "locked",
        *["unmarked"] * 4,
    ],
    "m2.xlf": ["unfinished", "approved", "locked"],
    "m.ts": ["unmarked", "unfinished"],
    "m.sdlxliff": ["unfinished", "unmarked", "approved"],
    "m.mqxliff": ["approved", "unfinished", "unmarked"],
    "m.mxliff": ["unmarked", "unfinished"],
}


def saved(folder: Path, name: str, text: str | None = None) -> str:
    (folder / name).write_bytes((text or FILES[name]).encode())
    return str(folder / name)


def pairs(file: str) -> list[SegmentPair]:
    return [pair for bitext in read_bitexts(file, "en") for pair in bitext.pairs]


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_each_text_is_at_the_place_that_its_reader_reports(tmp_path: Path, name: str, line_end: str) -> None:
    lines = FILES[name].split("\n")
    file = saved(tmp_path, name, FILES[name].replace("\n", line_end))
    for pair in pairs(file):
        found = [
            lines[line - 1][column - 1 :]
            for line, column in ((pair.source_line, pair.source_column), (pair.target_line, pair.target_column))
        ]
        for text, rest in zip((pair.source, pair.target), found, strict=True):
            assert rest.removeprefix("<![CDATA[").startswith(text) or rest == '"', (pair, rest)


@pytest.mark.parametrize("name", FILES)
def test_each_pair_has_the_state_that_its_file_gives_it(tmp_path: Path, name: str) -> None:
    assert [pair.state for pair in pairs(saved(tmp_path, name))] == STATES[name]


def test_a_unit_of_several_segments_gives_a_pair_for_each(tmp_path: Path) -> None:
    found = {pair.id: (pair.source, pair.target) for pair in pairs(saved(tmp_path, "m.xlf"))}
    assert found["parts/a"] == ("First.", "第一。")
    assert found["parts/c"] == ("Third.", "第三。")
    assert found["whole"] == ("All. Of it.", "全部。")
    assert not {"parts", "parts/b", "whole/1"} & found.keys()


def test_each_file_of_an_xliff_has_its_own_languages(tmp_path: Path) -> None:
    first, second = read_bitexts(saved(tmp_path, "m.xlf"))
    assert (first.target_language, second.target_language) == ("zh-Hant-TW", "fr")
    assert [pair.target for pair in second.pairs] == ["un"]
    (only,) = read_bitexts(saved(tmp_path, "m.xlf"), None, "fr")
    assert only.pairs == second.pairs


def test_context_references_and_plurals_are_kept(tmp_path: Path) -> None:
    save, _, trains, _ = pairs(saved(tmp_path, "m.po"))
    assert (save.context, save.references) == ("menu", ("src/menu.c:12", "src/other.c:3"))
    assert (trains.source, trains.plural_of, trains.target_line) == ("%d trains", "%d train", 22)
    assert [pair.references for pair in pairs(saved(tmp_path, "m.ts"))] == [("a.cpp:10",), ("a.cpp:15",)]
    assert [pair.context for pair in pairs(saved(tmp_path, "m.ts"))] == ["Main", "Main|button"]
    assert pairs(saved(tmp_path, "m.xlf"))[-1].references == ("b.ts:7",)


def test_a_plural_gives_a_unit_for_each_source_text_and_form(tmp_path: Path) -> None:
    buses = '\nmsgid "%d bus"\nmsgid_plural "%d buses"\nmsgstr[0] "ein"\nmsgstr[1] "zwei"\n'
    skipped: Counter[str] = Counter()
    units = list(read_units(saved(tmp_path, "m.po", PO.replace("zh_TW", "de") + buses), "en", "de", skipped).units)
    texts = [tuple(str(variant.segment[0]) for variant in unit.variants) for unit in units]
    assert texts[2:4] == [("%d train", "%d 列火車"), ("%d trains", "%d 列火車")]
    assert texts[5:] == [("%d bus", "ein"), ("%d buses", "zwei")]
    assert skipped == {"obsolete": 1, "not translated": 1}


@pytest.mark.parametrize(
    ("name", "target", "language"),
    [
        ("zh_TW.po", "网路", "zh-TW"),
        ("app-zh_Hant.po", "網路", "zh-TW"),
        ("zh_HK/LC_MESSAGES/app.po", "網路", "zh-HK"),
        ("de.po", "網路", "zh-TW"),  # its text shows that the name means something else
        ("qq.po", "網路", "zh-TW"),
    ],
)
def test_the_name_of_a_file_may_give_its_language(tmp_path: Path, name: str, target: str, language: str) -> None:
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    file = saved(tmp_path, name, f'msgid "network settings"\nmsgstr "{target}"\n')
    (unit,) = read_units(file, "en", None, Counter()).units
    assert unit.variants[1].tag == language


@pytest.mark.parametrize("option", [("--source", "fr"), ("--target", "zh-HK"), ("--target", "ja")])
def test_languages_that_contradict_the_file_are_refused(
    termbase: Run, tmp_path: Path, option: tuple[str, str]
) -> None:
    saved(tmp_path, "m2.xlf")
    done = termbase("tmx", "convert", "m2.xlf", "--out", "m.tmx", *option, cwd=tmp_path)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert f"not {option[1]}" in done.stderr
    assert not (tmp_path / "m.tmx").exists()


def test_a_line_outside_of_a_string_is_refused_with_its_number(tmp_path: Path) -> None:
    with pytest.raises(TermbaseError, match="must be in quotation marks") as raised:
        read_units(saved(tmp_path, "m.po", PO.replace('"舊檔案"', '"舊"檔"案"')), "en", None, Counter())
    assert raised.value.line == 18


TEXTS = st.text(st.sampled_from('ab "\\\n\t\r中<&>\u2028'), min_size=1, max_size=12).filter(str.strip)


@given(st.lists(TEXTS, min_size=1, max_size=6))
def test_the_places_of_a_po_file_serve_its_fixes(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str]
) -> None:
    def quoted(text: str) -> str:
        for char, escape in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\t", "\\t"), ("\r", "\\r")):
            text = text.replace(char, escape)
        return f'"{text}"'

    lines = "".join(f'\nmsgid "same"\nmsgstr {quoted(text)}\n' for text in texts)
    file = saved(tmp_path_factory.mktemp("po"), "m.po", f'msgid ""\nmsgstr "Language: zh_TW\\n"\n{lines}')
    (bitext,) = read_bitexts(file, "en")
    assert [pair.target for pair in bitext.pairs] == texts
    assert bitext.text is not None
    places = SegmentPlaces(bitext, bitext.text())
    assert all(places.offsets(number) for number in range(len(texts)))


XLIFF_OF_TOOLS = """<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:mq="MQXliff"
 xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0"><file original="a" source-language="en" target-language="zh-CN"
 datatype="x"><header><sdl:cmt-defs><sdl:cmt-def id="c1"><Comments xmlns=""><Comment user="Li">which?</Comment>
</Comments></sdl:cmt-def></sdl:cmt-defs></header><body>{}</body></file></xliff>"""
CHANGED = """<trans-unit id="3"><source>a new file</source><target><mrk mtype="x-sdl-comment" sdl:cid="c1">一个<mrk
 mtype="x-sdl-deleted" sdl:revid="r">旧</mrk><mrk mtype="x-sdl-added" sdl:revid="q">新</mrk>文件</mrk></target>
</trans-unit>"""
COMMENTED = """<trans-unit id="3" mq:locked="locked"><source>file</source><target>文件</target>
<mq:comments><mq:comment appliesto="Target">which?</mq:comment></mq:comments></trans-unit>"""


def test_tracked_changes_and_comments_of_trados_are_read(tmp_path: Path) -> None:
    (tmp_path / "m.sdlxliff").write_text(XLIFF_OF_TOOLS.format(CHANGED), "utf-8")
    (unit,) = read_units(str(tmp_path / "m.sdlxliff"), None, None, Counter()).units
    assert plain(unit.variants[1].segment) == "一个新文件"
    assert [item.content for item in unit.items if isinstance(item, Element)] == [("which?",)]


def test_comments_and_locks_of_memoq_are_read(tmp_path: Path) -> None:
    (tmp_path / "m.mqxliff").write_text(XLIFF_OF_TOOLS.format(COMMENTED), "utf-8")
    (unit,) = read_units(str(tmp_path / "m.mqxliff"), None, None, Counter()).units
    assert list(unit.properties("x-mq-locked")) == ["true"]
    assert [item.content for item in unit.variants[1].items if isinstance(item, Element)] == [("which?",)]


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ("", State.UNFINISHED),
        ('state="needs-translation"', State.UNFINISHED),
        ('state="translated"', State.UNMARKED),
        ('state="translated" state-qualifier="leveraged-mt"', State.UNMARKED),
        ('state="final"', State.APPROVED),
    ],
)
def test_what_is_translated_but_not_yet_approved_is_finished(tmp_path: Path, state: str, expected: State) -> None:
    unit = f'<trans-unit id="1" approved="no"><source>file</source><target {state}>文件</target></trans-unit>'
    (tmp_path / "m.xlf").write_text(XLIFF_OF_TOOLS.format(unit), "utf-8")
    assert [pair.state for pair in pairs(str(tmp_path / "m.xlf"))] == [expected]
