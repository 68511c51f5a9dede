"""Memories as tables are read by the same header reader as glossaries."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from openpyxl import Workbook

from termbase.bitext import State
from tests.conftest import Run
from tmx.bilingual.marks import state_of
from tmx.bilingual.read import read_units
from tmx.bilingual.segment_pairs import read_bitexts
from tmx.content import plain, text_of
from tmx.languages import tag_of
from tmx.model import Element


@pytest.mark.parametrize("form", ["tsv", "csv", "xlsx"])
def test_our_own_tables_need_no_help_to_be_read(termbase: Run, tmp_path: Path, form: str) -> None:
    (tmp_path / "m.csv").write_text('fr,zh-TW\nC:\\new,"網\n路"\nchat,貓\n', "utf-8")
    assert termbase("tmx", "convert", "m.csv", "--out", f"o.{form}", cwd=tmp_path).returncode == 0
    read = read_units(str(tmp_path / f"o.{form}"), None, None, Counter())
    assert (read.source, read.target) == ("fr", "zh-Hant-TW")
    pairs = [tuple(plain(variant.segment) for variant in unit.variants) for unit in read.units]
    assert pairs == [("C:\\new", "網\n路"), ("chat", "貓")]


def test_further_languages_and_notes_are_kept_and_other_columns_named(tmp_path: Path) -> None:
    (tmp_path / "m.csv").write_text("English,Chinese,zh-TW,Note,Page\nnetwork,网络,網路,n,3\n", "utf-8")
    read = read_units(str(tmp_path / "m.csv"), None, None, Counter())
    (unit,) = read.units
    assert [variant.tag for variant in unit.variants] == ["en", "zh-CN", "zh-TW"]
    assert [item.content for item in unit.items if isinstance(item, Element)] == [("n",)]
    assert read.columns.endswith("4 Note = note, 5 Page not read")


def test_the_backslashes_of_other_programs_are_backslashes(tmp_path: Path) -> None:
    (tmp_path / "m.tsv").write_text("source\ttarget\nC:\\new\\table\tC:\\新\n", "utf-8")
    (unit,) = read_units(str(tmp_path / "m.tsv"), "en", "zh-CN", Counter()).units
    assert [plain(variant.segment) for variant in unit.variants] == ["C:\\new\\table", "C:\\新"]


def test_a_table_of_pairs_is_read_whatever_its_other_columns_are_called(termbase: Run, tmp_path: Path) -> None:
    text = "source,target,target prop:x-q,target prop:x-q #2,page\nbus,公交车,1,2,3\n"
    (tmp_path / "m.csv").write_text(text, "utf-8")
    written = termbase("tmx", "convert", "m.csv", "--to", "csv", "--out", "-", cwd=tmp_path)
    assert written.stdout.splitlines()[1:] == ["bus,公交车,1,2"], written.stderr
    assert "1 cell of column page" in written.stderr


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("en,zh-CN,en,zh-CN\nsave,保存,open,打开\nexit,退出,,\n", ["save 保存", "open 打开", "exit 退出"]),
        ("Source,Target,Note,Source,Target,Note\nsave,保存,a,open,打开,b\n", ["save 保存 a", "open 打开 b"]),
        (
            "source,target,source lang,target lang\nsave,保存,en,zh-CN\nopen,開啟,en,zh-TW\n",
            ["save 保存", "open 開啟"],
        ),
        ("Segment ID,Segment status,Source segment,Target segment\n7,Draft,save,保存\n", ["save 保存"]),
        ("17,save,保存,0.5\n18,open,打开,1\n", ["save 保存", "open 打开"]),
        ("ID,Status,Objective,Reviewed\n7,ok,save it,保存\n8,ok,open it,打开\n", ["save it 保存", "open it 打开"]),
    ],
    ids=["languages", "sides", "languages by row", "segments", "no header, numbers first", "other names"],
)
def test_tables_side_by_side_and_languages_by_row_are_read(tmp_path: Path, text: str, expected: list[str]) -> None:
    (tmp_path / "m.csv").write_text(text, "utf-8")
    units = list(read_units(str(tmp_path / "m.csv"), None, None, Counter()).units)
    shown = []
    for unit in units:
        notes = [text_of(item.content) for item in unit.items if isinstance(item, Element) and item.name == "note"]
        shown.append(" ".join([*(plain(one.segment) for one in unit.variants), *notes]))
    assert shown == expected
    tags = {plain(one.segment): tag_of(one.tag) for unit in units for one in unit.variants}
    assert tags.get("開啟", "zh-Hant-TW") == "zh-Hant-TW"
    assert tags["保存"] == "zh-Hans-CN"
    if "Draft" in text:
        assert (units[0].id, state_of(units[0])) == ("7", State.UNFINISHED)


def test_sheets_without_pairs_are_named_and_passed_over(tmp_path: Path) -> None:
    book = Workbook()
    for title, rows in {
        "Read me": [["About this book"]],
        "One": [["en", "zh-CN"], ["lake", "湖"]],
        "None": [],
        "Two": [["en", "zh-CN"], ["water", "水"]],
    }.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.remove(book.worksheets[0])
    book.save(tmp_path / "m.xlsx")
    skipped: Counter[str] = Counter()
    units = read_units(str(tmp_path / "m.xlsx"), "en", "zh-CN", skipped).units
    assert [plain(unit.variants[0].segment) for unit in units] == ["lake", "water"]
    assert [name.partition(":")[0] for name in skipped] == ["sheet not read (Read me", "sheet not read (None"]


def test_translations_into_several_languages_are_pairs_of_their_own(tmp_path: Path) -> None:
    (tmp_path / "m.csv").write_text(
        'en,zh-CN,Note,zh-TW\nlake,湖,n,湖\n"sea\n%s",海,,"大\n海"\nbay,湾,,\n', "utf-8"
    )
    found = {
        (bitext.target_language, pair.target, pair.target_line)
        for bitext in read_bitexts(str(tmp_path / "m.csv"))
        for pair in bitext.pairs
    }
    mainland = {("zh-Hans-CN", "湖", 2), ("zh-Hans-CN", "海", 3), ("zh-Hans-CN", "湾", 6)}
    assert found == mainland | {("zh-Hant-TW", "湖", 2), ("zh-Hant-TW", "大\n海", 3)}
    (chosen,) = read_bitexts(str(tmp_path / "m.csv"), "en", "zh-Hant-TW")
    assert [pair.target for pair in chosen.pairs] == ["湖", "大\n海"]


def test_a_check_finds_faults_of_each_language_at_its_place(termbase: Run, tmp_path: Path) -> None:
    (tmp_path / "m.csv").write_text("en,zh-CN,zh-TW\nsee %s,看 %s,看\nread %s,读,讀 %s\n", "utf-8")
    done = termbase("check", "m.csv", "--select", "code", "--format", "github", cwd=tmp_path)
    places = {line.partition("file=")[2].split(",title")[0] for line in done.stdout.splitlines()[1:]}
    assert places == {
        "m.csv,line=2,endLine=2,col=13,endColumn=14",
        "m.csv,line=3,endLine=3,col=9,endColumn=10",
    }
