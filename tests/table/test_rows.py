"""Tests that every command reads the same rows of a table, or refuses it with the same message."""

from __future__ import annotations

import io
import struct
import zipfile
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termbase.check.bilingual.segment_text import read_text
from termbase.errors import TermbaseError
from termbase.gather.review import read_reviewed
from termbase.table.read_glossary import load_table
from termbase.table.rows import LONGEST_CELL, dump_rows, read_rows, rows_in
from termbase.text.offsets import FILL
from tests.conftest import Run
from tmx.bilingual.read import read_units
from tmx.bilingual.segment_pairs import read_bitexts
from tmx.content import plain

Pairs = list[tuple[str, str]]
ROWS = [
    ("Digital Silk Road, in full", "数字丝绸之路、啰嗦的说明，并深化各方面的交流与合作。"),
    ("data flow", "数据跨境流动；数据|信息"),
    (" a segment; of two | parts ", "各方愿在平等互利的基础上建设数字丝绸之路，并深化交流。"),
]
QUOTED = [("two\nlines", "两\r\n行"), ('"said", he', "“说”"), ('a "b" c', "中")]
HEADER = ("en", "zh-CN", "id", "decision", "zh")


def of_glossary(file: str) -> Pairs:
    entries = load_table(Path(file).read_bytes(), file).termbase.entries
    return [(first.term, second.term) for (_, first), (_, second) in (entry.terms() for entry in entries)]


def of_memory(file: str) -> Pairs:
    units = read_units(file, None, None, Counter()).units
    return [(plain(unit.variants[0].segment), plain(unit.variants[1].segment)) for unit in units]


def of_check(file: str) -> Pairs:
    (bitext,) = read_bitexts(file)
    return [(pair.source, pair.target) for pair in bitext.pairs]


def of_review(file: str) -> Pairs:
    return [(pair.en, pair.zh) for pair in read_reviewed(file)]


READERS: list[Callable[[str], Pairs]] = [of_glossary, of_memory, of_check, of_review]


def table(pairs: Sequence[tuple[str, str]]) -> list[tuple[str, ...]]:
    """Make a table with the columns of a glossary, of a memory and of a review."""
    rows = [(en, zh, str(number), "accept", zh) for number, (en, zh) in enumerate(pairs)]
    return [HEADER, *rows]


def written(rows: Sequence[Sequence[str]], separator: str) -> str:
    """Write CSV by hand: a cell is quoted only if necessary."""
    special = (separator, '"', "\n", "\r")

    def cell(text: str) -> str:
        quoted = text.replace('"', '""')
        return f'"{quoted}"' if any(mark in text for mark in special) else text

    return "".join(separator.join(map(cell, row)) + "\r\n" for row in rows)


def stripped(pairs: Pairs) -> Pairs:
    return [(en.strip(), zh.strip()) for en, zh in pairs]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize(
    ("name", "separator", "first"),
    [
        ("t.csv", ",", ""),
        ("t.csv", ";", ""),
        ("t.csv", "\t", ""),
        ("t.csv", "|", ""),
        ("t.csv", ";", "sep=;\r\n"),
        ("T.CSV", ",", '"sep=,"\r\n'),
        ("t.tsv", "\t", ""),
        ("T.TSV", "\t", ""),
    ],
)
def test_every_reader_of_tables_reads_the_same_rows(
    tmp_path: Path, encoding: str, name: str, separator: str, first: str
) -> None:
    pairs = ROWS if name.lower().endswith(".tsv") else ROWS + QUOTED
    file = tmp_path / name
    file.write_bytes((first + written(table(pairs), separator)).encode(encoding))
    assert [tuple(cells) for _, cells in read_rows(str(file))] == table(pairs)
    for reader in READERS:
        assert stripped(reader(str(file))) == stripped(pairs), reader.__name__


@pytest.mark.parametrize("form", ["csv", "tsv", "xlsx"])
def test_every_reader_reads_what_was_written(tmp_path: Path, form: str) -> None:
    pairs = ROWS + [pair for pair in QUOTED if form != "tsv" and "\r" not in pair[1]]
    file = tmp_path / f"t.{form}"
    file.write_bytes(dump_rows(table(pairs), form))
    for reader in READERS:
        assert stripped(reader(str(file))) == stripped(pairs), reader.__name__


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_places_of_cells_hold_the_cells(tmp_path: Path, separator: str) -> None:
    file = tmp_path / "t.csv"
    file.write_text(written(table(ROWS + QUOTED), separator), "utf-8", newline="")
    cells = [cell for _, row in read_rows(str(file)) for cell in row if cell]
    assert [block.text.replace(FILL, "") for block in read_text(str(file)).blocks] == cells


def test_the_lines_are_those_in_which_rows_begin() -> None:
    text = 'sep=;\r\n"two\r\nlines";x\r\n\r\n\ry;"three\n\nlines"\nz;z'
    lines = [(line, cells[-1]) for line, cells in rows_in(text.encode(), "t.csv") if cells]
    assert lines == [(2, "x"), (6, "three\n\nlines"), (9, "z")]
    assert [line for line, _ in rows_in(b"a\tb\r\n\rc\nd", "t.tsv")] == [1, 2, 3, 4]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("source,target\nYes; no; maybe,是\n", [["source", "target"], ["Yes; no; maybe", "是"]]),
        ("x; y; z,一\nb,二\n", [["x; y; z", "一"], ["b", "二"]]),
        ("en;zh\na, b, c;一\n", [["en", "zh"], ["a, b, c", "一"]]),
        ('"a;b;c",d\ne,f\n', [["a;b;c", "d"], ["e", "f"]]),
        ("one\ntwo\n", [["one"], ["two"]]),
        ("", []),
    ],
)
def test_the_separator_is_what_cuts_the_rows_alike(text: str, rows: list[list[str]]) -> None:
    assert [cells for _, cells in rows_in(text.encode(), "t.csv")] == rows


CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)
XML_CELLS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cn", "Cs"]), max_size=12)


@given(rows=st.lists(st.lists(CELLS, min_size=2, max_size=2), max_size=4), quoted=st.booleans())
@pytest.mark.parametrize("form", ["csv", "tsv"])
def test_what_is_written_is_read_again(form: str, quoted: bool, rows: list[list[str]]) -> None:
    if form == "tsv" and quoted:  # before Python 3.13 `csv` does not quote a carriage return that stands alone
        rows = [[cell.replace("\r", "\r\n") for cell in row] for row in rows]
    rows = [["en", "zh"], *rows]
    read = rows_in(dump_rows(rows, form, quoted), f"t.{form}", quoted)
    assert [cells for _, cells in read] == rows


@settings(max_examples=20)
@given(rows=st.lists(st.lists(XML_CELLS, min_size=2, max_size=2), max_size=4))
def test_a_workbook_that_is_written_is_read_again(rows: list[list[str]]) -> None:
    rows = [["en", "zh"], *rows]
    data = dump_rows(rows, "xlsx")
    assert dump_rows(rows, "xlsx") == data
    read = [cells for _, cells in rows_in(data, "t.xlsx")]
    while rows[-1] == ["", ""]:
        rows.pop()
    assert read[: len(rows)] == rows


def workbook(change: Callable[[str, bytes], bytes | None]) -> bytes:
    """Make a workbook with parts changed or left out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(dump_rows(table(ROWS), "xlsx"))) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            if (content := change(name, old.read(name))) is not None:
                new.writestr(name, content)
    return out.getvalue()


def swollen() -> bytes:
    """Make a workbook whose sheet claims to unpack to 600 MB."""
    data = workbook(lambda _, content: content)
    part = max(zipfile.ZipFile(io.BytesIO(data)).infolist(), key=lambda part: part.file_size)
    sizes = struct.pack("<LL", part.compress_size, part.file_size)
    return data.replace(sizes, struct.pack("<LL", part.compress_size, 600_000_000))


LONG = "x" * (LONGEST_CELL + 1)
NOT_A_WORKBOOK = "is not an XLSX workbook (save it as XLSX, CSV or TSV)"
LONG_CELL = "has a cell of more than 131,072 characters (close its quotation mark, or split the cell)"
HEAD = ",".join(HEADER)
DAMAGED = {
    "text": ("t.xlsx", b"en,zh-CN\n", f"t.xlsx: {NOT_A_WORKBOOK}"),
    "nothing": ("t.xlsx", b"", f"t.xlsx: {NOT_A_WORKBOOK}"),
    "a half": ("t.xlsx", dump_rows(table(ROWS), "xlsx")[:2000], f"t.xlsx: {NOT_A_WORKBOOK}"),
    "no sheet": (
        "t.xlsx",
        workbook(lambda name, content: None if "/worksheets/" in name else content),
        f"t.xlsx: {NOT_A_WORKBOOK}",
    ),
    "half a sheet": (
        "t.xlsx",
        workbook(lambda name, content: content[: len(content) // 2] if "/worksheets/" in name else content),
        f"t.xlsx: {NOT_A_WORKBOOK}",
    ),
    "a broken list of sheets": (
        "t.xlsx",
        workbook(lambda name, content: b"<no xml" if name == "xl/workbook.xml" else content),
        f"t.xlsx: {NOT_A_WORKBOOK}",
    ),
    "no sheets": (
        "t.xlsx",
        workbook(
            lambda name, content: (
                content[: content.index(b"<sheets>")] + content[content.index(b"</sheets>") + 9 :]
                if name == "xl/workbook.xml"
                else content
            )
        ),
        f"t.xlsx: {NOT_A_WORKBOOK}",
    ),
    "a bomb": ("t.xlsx", swollen(), "t.xlsx: unpacks to more than 500 MB (save it as CSV or TSV)"),
    "a picture": (
        "t.csv",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff\xfe",
        "t.csv:1: is not text in UTF-8, GB18030, Big5 or UTF-16 (save it as UTF-8)",
    ),
    "half a character": (
        "t.tsv",
        b"\xff\xfea\0b",
        "t.tsv:1: starts with the byte-order mark of UTF-16-LE but is not valid in it (save it as UTF-8)",
    ),
    "an open quotation mark": (
        "t.csv",
        f'{HEAD}\na,b\n"c,d\ne,f\n'.encode(),
        "t.csv:3: has a quotation mark that is not closed (close it, or write it twice)",
    ),
    "one at the end": (
        "t.csv",
        f'{HEAD}\n"'.encode(),
        "t.csv:2: has a quotation mark that is not closed (close it, or write it twice)",
    ),
    "a long cell": ("t.csv", f"{HEAD}\na,b\n{LONG},c\n".encode(), f"t.csv:3: {LONG_CELL}"),
    "a long cell of a TSV": (
        "t.tsv",
        f"{HEAD}\na,b\n{LONG},c\n".replace(",", "\t").encode(),
        f"t.tsv:3: {LONG_CELL}",
    ),
    "a folder": ("folder.csv", None, "folder.csv: is a folder (name a file)"),
}


def damaged(folder: Path, kind: str) -> str:
    """Write a damaged table into a folder, and return its name."""
    name, data, _ = DAMAGED[kind]
    if data is None:
        (folder / name).mkdir()
    else:
        (folder / name).write_bytes(data)
    return name


@pytest.mark.parametrize("kind", DAMAGED)
def test_every_reader_refuses_a_damaged_table_in_the_same_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    monkeypatch.chdir(tmp_path)
    name = damaged(tmp_path, kind)
    for reader in READERS if Path(name).is_file() else READERS[1:]:
        with pytest.raises(TermbaseError) as refused:
            reader(name)
        assert str(refused.value) == DAMAGED[kind][2], reader.__name__


@pytest.mark.parametrize("kind", ["half a sheet", "an open quotation mark"])
def test_every_command_refuses_a_damaged_table_in_the_same_line(termbase: Run, tmp_path: Path, kind: str) -> None:
    name = damaged(tmp_path, kind)
    (tmp_path / "terms.csv").write_text("en,zh-CN\ndata,数据\n", "utf-8")
    (tmp_path / "report.txt").write_text("Digital Silk Road (数字丝绸之路)\n", "utf-8")
    before = sorted(tmp_path.iterdir())
    for command in (
        f"tbx convert {name} --out out.tbx",
        f"tmx convert {name} --out out.tmx",
        f"check {name} --termbase terms.csv",
        f"build report.txt --out out --decisions {name}",
    ):
        done = termbase(*command.split(), cwd=tmp_path)
        message = done.stderr.removeprefix("Error: ")  # `check` adds no prefix, since it continues with other files
        assert (done.returncode, message) == (2, f"{DAMAGED[kind][2]}\n"), command
    assert sorted(tmp_path.iterdir()) == before


@settings(max_examples=40)
@given(st.data())
def test_a_workbook_with_wrong_bytes_is_read_or_refused(data: st.DataObject) -> None:
    content = bytearray(dump_rows(table(ROWS), "xlsx"))
    for place in data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=8)):
        content[place] = data.draw(st.integers(0, 255))
    with suppress(TermbaseError):
        list(rows_in(bytes(content), "t.xlsx"))


def test_a_formula_whose_value_is_not_stored_is_named(termbase: Run, tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    for row in (["en", "zh-CN", "note"], ["bus", "公交车", '=A2&" > "&B2'], ["train", "=1+1", "a<b/>"]):
        book.worksheets[0].append(row)
    book.save(tmp_path / "g.xlsx")
    done = termbase("tbx", "convert", "g.xlsx", "--to", "csv", "--out", "-", cwd=tmp_path)
    assert [line.split(" is read as empty")[0] for line in done.stderr.splitlines() if "T808" in line] == [
        "g.xlsx:2: T808 C2",
        "g.xlsx:3: T808 B3",
    ]
