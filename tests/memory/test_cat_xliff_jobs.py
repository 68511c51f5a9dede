"""XLIFF files of Trados and memoQ are filled in with the states that these programs set; every other byte stays."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.memory.conftest import ONLY_SQLITE, Fill, unit
from tests.memory.test_pretranslate import filled
from tests.memory.test_xliff_jobs import BOLD, END, coded
from tmx.bilingual.read import read_units
from tmx.content import plain
from tmx.memory.search import Query
from tmx.memory.store import open_store

UNITS = [
    unit("Open the file in the editor.", "在编辑器中打开文件。"),
    unit("Close the window.", "关闭窗口。"),
    coded(("Press ", BOLD, "OK", END, "."), ("请按", BOLD, "确定", END, "。")),
    unit("Save", "保存", id="a"),
    unit("Save", "储存", id="b"),
]

TRADOS = """\ufeff<?xml version="1.0" encoding="utf-8"?>\r
<xliff xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0" xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2" sdl:version="1.0">\r
<doc-info xmlns="http://sdl.com/FileTypes/SdlXliff/1.0"><cxt-defs><cxt-def id="1" type="sdl:paragraph"/></cxt-defs></doc-info>\r
<file original="C:\\a.docx" datatype="x-sdlfilterframework2" source-language="en-US" target-language="zh-CN">\r
<header><tag-defs xmlns="http://sdl.com/FileTypes/SdlXliff/1.0"><tag id="5"><bpt name="b">&lt;b></bpt><ept name="b">&lt;/b></ept></tag></tag-defs></header>\r
<body>
<group><sdl:cxts><sdl:cxt id="1"/></sdl:cxts>
<trans-unit id="u-1"><source>Open the file in the viewer. Press <g id="5">OK</g>. Kept.</source>\
<seg-source><mrk mtype="seg" mid="1">Open the file in the viewer.</mrk> <mrk mtype="seg" mid="2">Press <g id="5">OK</g>.</mrk> <mrk mtype="seg" mid="3">Kept.</mrk></seg-source>\
<target><mrk mtype="seg" mid="1"/> <mrk mtype="seg" mid="2">Press <g id="5">OK</g>.</mrk> <mrk mtype="seg" mid="3">保留。</mrk></target>\
<sdl:seg-defs><sdl:seg id="1"/><sdl:seg id="2" conf="Draft" origin="source" percent="3"><sdl:value key="k">v</sdl:value></sdl:seg>\
<sdl:seg id="3" conf="ApprovedTranslation" origin="interactive"/></sdl:seg-defs></trans-unit></group>
<trans-unit id="u-2"><source>Close the window. Kept.</source>\
<seg-source><mrk mtype="seg" mid="4">Close the <mrk mtype="x-sdl-deleted" sdl:revid="r"><x id="9"/>big </mrk>window.</mrk> <mrk mtype="seg" mid="5">Kept.</mrk></seg-source></trans-unit>
<trans-unit id="u-3"><source>Save</source><seg-source><mrk mtype="seg" mid="6">Save</mrk></seg-source>\
<target><mrk mtype="seg" mid="6"></mrk></target><sdl:seg-defs><sdl:seg id="6"/></sdl:seg-defs></trans-unit>
<trans-unit id="u-4"><source>Close the window.</source><seg-source><mrk mtype="seg" mid="7">Close the window.</mrk></seg-source>\
<target><mrk mtype="seg" mid="7"></mrk></target><sdl:seg-defs><sdl:seg id="7" locked="true"/></sdl:seg-defs></trans-unit>
<trans-unit id="u-5" translate="no"><source>Close the window.</source></trans-unit>
</body></file></xliff>\r
"""  # noqa: E501

TRADOS_CHANGES = {
    '<mrk mtype="seg" mid="1"/>': '<mrk mtype="seg" mid="1">在编辑器中打开文件。</mrk>',
    '<mrk mtype="seg" mid="2">Press <g id="5">OK</g>.</mrk> <mrk mtype="seg" mid="3">保': '<mrk mtype="seg"'
    ' mid="2">请按<g id="5">确定</g>。</mrk> <mrk mtype="seg" mid="3">保',
    '<sdl:seg id="1"/>': '<sdl:seg conf="Draft" origin="tm" origin-system="a.tmx" percent="83" id="1"/>',
    '<sdl:seg id="2" conf="Draft" origin="source" percent="3">': '<sdl:seg origin-system="a.tmx" id="2"'
    ' conf="Translated" origin="tm" percent="100">',
    "</seg-source></trans-unit>": '</seg-source><target><mrk mtype="seg" mid="4">关闭窗口。</mrk>'
    ' <mrk mtype="seg" mid="5">保留。</mrk></target><sdl:seg-defs>'
    '<sdl:seg id="4" conf="Translated" origin="tm" origin-system="a.tmx" percent="100"/>'
    '<sdl:seg id="5" conf="Translated" origin="auto-propagated" percent="100"/></sdl:seg-defs></trans-unit>',
    '<mrk mtype="seg" mid="6"></mrk>': '<mrk mtype="seg" mid="6">保存</mrk>',
    '<sdl:seg id="6"/>': '<sdl:seg conf="Draft" origin="tm" origin-system="a.tmx" percent="99" id="6"/>',
}

MEMOQ = """<?xml version="1.0" encoding="utf-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:mq="MQXliff" version="1.2">
<file original="a.docx" source-language="en-us" target-language="zh-cn" datatype="x-docx"><header><mq:docinformation/></header>
<body>
  <trans-unit id="1" mq:status="NotStarted" mq:segmentguid="g">
    <source xml:space="preserve">Press <bpt id="1" ctype="bold">{}</bpt>OK<ept id="1">{}</ept>.</source>
    <target xml:space="preserve"></target>
    <mq:warnings40/>
  </trans-unit>
  <trans-unit id="2" mq:status="PreTranslated" mq:percent="60"><source xml:space="preserve">Open the file in the viewer.</source><target xml:space="preserve">Open the file in the viewer.</target></trans-unit>
  <trans-unit id="3"><source xml:space="preserve">Save</source></trans-unit>
  <trans-unit id="4" mq:status="ManuallyConfirmed"><source>Kept</source><target>保留</target></trans-unit>
  <trans-unit id="5" mq:status="NotStarted" mq:locked="locked"><source>Save</source><target/></trans-unit>
  <trans-unit id="6" mq:status="ManuallyConfirmed"><source>ID</source><target>ID</target></trans-unit>
</body></file></xliff>
"""  # noqa: E501

MEMOQ_CHANGES = {
    'id="1" mq:status="NotStarted"': 'mq:percent="100" id="1" mq:status="PreTranslated"',
    '<target xml:space="preserve"></target>\n': '<target xml:space="preserve">请按<bpt id="1" ctype="bold">{}</bpt>'
    '确定<ept id="1">{}</ept>。</target>\n    <mq:insertedmatch matchtype="0" source="a.tmx" matchrate="100">'
    "<source>Press OK.</source><target>请按确定。</target></mq:insertedmatch>\n",
    'mq:status="PreTranslated" mq:percent="60"': 'mq:status="PreTranslated" mq:percent="83"',
    "Open the file in the viewer.</target>": "在编辑器中打开文件。</target>"
    '<mq:insertedmatch matchtype="0" source="a.tmx" matchrate="83"><source>Open the file in the editor.</source>'
    "<target>在编辑器中打开文件。</target></mq:insertedmatch>",
    '<trans-unit id="3"><source xml:space="preserve">Save</source>': '<trans-unit mq:status="PreTranslated"'
    ' mq:percent="99" id="3"><source xml:space="preserve">Save</source><target xml:space="preserve">保存</target>'
    '<note from="memory" annotates="source">other translations: 储存</note><mq:insertedmatch matchtype="0"'
    ' source="a.tmx" matchrate="99"><source>Save</source><target>保存</target></mq:insertedmatch>',
}


def changed(text: str, changes: dict[str, str]) -> str:
    for old, new in changes.items():
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


@ONLY_SQLITE
@pytest.mark.parametrize("name", ["a.sdlxliff", "a.xlf"])
def test_trados(fill: Fill, memory: str, tmp_path: Path, name: str) -> None:
    fill(UNITS)
    file = tmp_path / name
    file.write_bytes(TRADOS.encode())
    data, done = filled(file, memory)
    assert data.decode() == changed(TRADOS, TRADOS_CHANGES)
    assert (done.filled, done.translated) == (5, 1)
    assert done.remarks["segments whose other translations only a report lists (--report): Trados shows none"] == 1
    file.write_bytes(data)
    again, done = filled(file, memory)
    assert (again, done.filled) == (data, 0)


@ONLY_SQLITE
@pytest.mark.parametrize("name", ["a.mqxliff", "a.xliff"])
def test_memoq(fill: Fill, memory: str, tmp_path: Path, name: str) -> None:
    fill(UNITS)
    file = tmp_path / name
    file.write_bytes(MEMOQ.encode())
    data, done = filled(file, memory)
    assert data.decode() == changed(MEMOQ, MEMOQ_CHANGES)
    assert (done.filled, done.translated) == (3, 2)
    file.write_bytes(data)
    again, done = filled(file, memory)
    assert (again, done.filled) == (data, 0)


@ONLY_SQLITE
@pytest.mark.parametrize(("name", "text"), [("a.sdlxliff", TRADOS), ("a.mqxliff", MEMOQ)])
def test_what_is_filled_in_is_read_with_its_state(
    fill: Fill, memory: str, tmp_path: Path, name: str, text: str, termbase: Run
) -> None:
    """What is to be reviewed is unfinished for the readers too, so that no memory takes it for confirmed."""
    fill(UNITS)
    (tmp_path / name).write_bytes(text.encode())
    out = f"out{Path(name).suffix}"
    done = termbase("memory", "pretranslate", name, "--memory", memory, "--out", out, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    found = read_units(str(tmp_path / out), None, None, Counter()).units
    units = {plain(each.variants[0].segment): each for each in found}
    for source in ("Open the file in the viewer.", "Save"):
        assert list(units[source].properties("x-fuzzy")) == ["yes"]
    assert plain(units["Press OK."].variants[1].segment) == "请按确定。"
    termbase("memory", "import", out, "--memory", memory, cwd=tmp_path)
    with open_store(memory) as store:
        assert store.find(Query("Open the file in the viewer.", "en", "zh-Hans-CN"))[0].penalties == ("unreviewed",)


@ONLY_SQLITE
def test_terms_beside_segments(fill: Fill, memory: str, tmp_path: Path, termbase: Run) -> None:
    """memoQ gets a note; that Trados gets none is said."""
    fill(UNITS)
    (tmp_path / "terms.csv").write_text("en,zh-CN\nviewer,查看器\n")
    for name, text in (("a.sdlxliff", TRADOS), ("a.mqxliff", MEMOQ)):
        (tmp_path / name).write_bytes(text.encode())
        arguments = (name, "--memory", memory, "--termbase", "terms.csv", "--out", "-")
        done = termbase("memory", "pretranslate", *arguments, cwd=tmp_path)
        assert ("terms: viewer = 查看器</note>" in done.stdout) == (name == "a.mqxliff")
        assert ("1 unit without the terms of the termbase" in done.stderr) == (name == "a.sdlxliff")
