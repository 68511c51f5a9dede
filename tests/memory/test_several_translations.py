"""A text with several exact translations is filled in as doubtful, with the others beside it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import etree
from openpyxl import load_workbook

from tests.conftest import Run
from tests.memory.conftest import ONLY_SQLITE, Fill, unit
from tests.memory.test_pretranslate import filled
from tmx.bilingual.marks import fuzzy
from tmx.memory.pretranslate import Choice, Settings
from tmx.model import Element
from tmx.reader import read

UNITS = [
    unit("Save", "保存", id="a", changedate="20200101T000000Z"),
    unit("Save", "储存", id="b", changedate="20240101T000000Z"),
    unit("Save", "储存", id="c", changedate="20190101T000000Z"),
    unit("Save", "儲存", id="d", tag="zh-Hant-TW", changedate="20250101T000000Z"),
    unit("Close", "关闭", id="e", changedate="20200101T000000Z"),
    unit("Close", " 关闭 ", id="f", changedate="20100101T000000Z"),
]
HEAD = 'msgid ""\nmsgstr ""\n"Language: zh_CN\\n"\n"X-Source-Language: en\\n"\n'
OTHERS = "other translations: 保存"


@ONLY_SQLITE
def test_po(fill: Fill, memory: str, tmp_path: Path) -> None:
    fill([*UNITS, unit("Line\n", "行\n", id="f"), unit("Line\n", "线\n", id="g")])
    file = tmp_path / "a.po"
    file.write_text(f'{HEAD}\nmsgid "Save"\nmsgstr ""\n\nmsgid "Line\\n"\nmsgstr ""\n\nmsgid "Close"\nmsgstr ""\n')
    data, done = filled(file, memory)
    assert data.decode() == (
        f'{HEAD}\n# {OTHERS}\n#, fuzzy\nmsgid "Save"\nmsgstr "储存"\n\n'
        '# other translations: 线\\n\n#, fuzzy\nmsgid "Line\\n"\nmsgstr "行\\n"\n\nmsgid "Close"\nmsgstr "关闭"\n'
    )
    assert done.choices == [Choice("", "Save", ("储存", "保存")), Choice("", "Line\n", ("行\n", "线\n"))]
    counted = {band: volume.segments for band, volume in done.leverage.bands.items() if volume.segments}
    assert counted == {"100": 1, "95-99": 2}
    assert filled(file, memory, settings=Settings(100))[1].filled == 1


@ONLY_SQLITE
def test_the_context_decides(fill: Fill, memory: str, tmp_path: Path) -> None:
    fill(UNITS)
    file = tmp_path / "a.po"
    file.write_text(f'{HEAD}\nmsgctxt "a"\nmsgid "Save"\nmsgstr ""\n')
    data, done = filled(file, memory)
    assert data.decode().endswith('msgctxt "a"\nmsgid "Save"\nmsgstr "保存"\n')
    assert done.choices == []


@ONLY_SQLITE
def test_the_file_decides_unless_it_has_several_itself(fill: Fill, memory: str, tmp_path: Path) -> None:
    fill(UNITS)
    file = tmp_path / "a.po"
    once = f'{HEAD}\nmsgctxt "1"\nmsgid "Save"\nmsgstr "存盘"\n'
    open_one = '\nmsgid "Kept"\nmsgstr "保留"\n\nmsgctxt "9"\nmsgid "Save"\nmsgstr ""\n'
    file.write_text(once + open_one)
    assert filled(file, memory)[0].decode() == once + open_one.replace('""', '"存盘"')
    file.write_text(f'{once}\nmsgctxt "2"\nmsgid "Save"\nmsgstr "存档"\n{open_one}')
    data, done = filled(file, memory)
    assert data.decode().endswith(
        '\n# other translations: 存档\n#, fuzzy\nmsgctxt "9"\nmsgid "Save"\nmsgstr "存盘"\n'
    )
    assert done.choices == [Choice("9", "Save", ("存盘", "存档"))]


@ONLY_SQLITE
def test_xliff(fill: Fill, memory: str, tmp_path: Path) -> None:
    fill(UNITS)
    file = tmp_path / "a.xlf"
    file.write_text(
        '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" source-language="en"'
        ' target-language="zh-CN" datatype="plaintext"><body><trans-unit id="1"><source>Save</source></trans-unit>'
        "</body></file></xliff>"
    )
    (made,) = etree.fromstring(filled(file, memory)[0]).iter("{*}trans-unit")
    target, *others = made.iterchildren("{*}target", "{*}alt-trans")
    assert (target.text, target.get("state"), target.get("state-qualifier")) == (
        "储存",
        "needs-review-translation",
        "exact-match",
    )
    assert [(each.findtext("{*}target"), each.get("match-quality")) for each in others] == [
        ("储存", "99%"),
        ("保存", "99%"),
    ]
    file.write_text(
        '<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="en" trgLang="zh-CN">'
        '<file id="f"><unit id="u"><segment><source>Save</source></segment></unit></file></xliff>'
    )
    (made,) = etree.fromstring(filled(file, memory)[0]).iter("{*}unit")
    assert made.find("{*}segment").get("state") == "initial"
    assert [each.findtext("{*}target") for each in made.iter("{*}match")] == ["储存", "保存"]


@ONLY_SQLITE
def test_tmx(fill: Fill, memory: str, tmp_path: Path) -> None:
    fill(UNITS)
    file = tmp_path / "a.tmx"
    body = '<tu><tuv xml:lang="en"><seg>Save</seg></tuv></tu>'
    file.write_text(f'<tmx version="1.4"><header srclang="en"/><body>{body}</body></tmx>')
    file.write_bytes(filled(file, memory, target="zh-CN")[0])
    (made,) = read(str(file)).units()
    assert made.items == (Element("note", {}, (OTHERS,)), fuzzy())


@ONLY_SQLITE
@pytest.mark.parametrize("form", ["json", "xlsx", "html"])
def test_the_report_lists_them(fill: Fill, memory: str, tmp_path: Path, termbase: Run, form: str) -> None:
    fill(UNITS)
    (tmp_path / "a.po").write_text(f'{HEAD}\nmsgctxt "<m>"\nmsgid "Save"\nmsgstr ""\n')
    (tmp_path / "b.po").write_text(f'{HEAD}\nmsgid "Close"\nmsgstr ""\n')
    report = tmp_path / f"r.{form}"
    done = termbase("memory", "pretranslate", "a.po", "b.po", "--memory", memory, "--report", report, cwd=tmp_path)
    message = "1 segment with several exact translations, one of which is filled in, to be reviewed"
    assert f"a.po: {message}" in done.stderr
    if form == "json":
        first, second = json.loads(report.read_text())["files"]
        assert first["choices"] == [{"id": "<m>", "source": "Save", "targets": ["储存", "保存"]}]
        assert "choices" not in second
    elif form == "xlsx":
        rows = list(load_workbook(report)["several translations"].iter_rows(values_only=True))
        assert rows[1] == ("a.po", "<m>", "Save", "储存", "保存")
    else:
        page = report.read_text()
        assert "<td>Save</td><td>储存</td><td>保存</td>" in page
        assert "&lt;m&gt;" in page
        assert page.count("Segments with several") == 1
        assert message in page
