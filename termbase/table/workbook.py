"""Reads and writes XLSX workbooks with sheets of text. Equal rows give equal bytes."""

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Iterable, Iterator, Sequence, Set
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple, TypeVar

from termbase.errors import TermbaseError
from termbase.text.xml_text import xml_text

if TYPE_CHECKING:
    from openpyxl import Workbook

_LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip archive can store."""
_LARGEST = 500_000_000
"""Maximal size of an unpacked workbook in bytes, since a small archive can unpack to any size."""


class Merged(NamedTuple):
    """The cells of a sheet, as row and column from 1, that are merged with the cell above or the one before."""

    above: Set[tuple[int, int]] = frozenset()
    before: Set[tuple[int, int]] = frozenset()


_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=[\"']([A-Z]+\d+:[A-Z]+\d+)[\"']")
_FORMULA = re.compile(
    rb"<(?:\w+:)?c\s(?:[^>]*?\s)?r=[\"']([A-Z]+\d+)[\"'][^>/]*>\s*<(?:\w+:)?f\b(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>)"
    rb"\s*(?:<(?:\w+:)?v\s*/>\s*|<(?:\w+:)?v>\s*</(?:\w+:)?v>\s*)?</(?:\w+:)?c>"
)
"""A cell with a formula but without its value, which only a program that calculates can know."""
_LONGEST_TEXT = 32_767
"""Maximal length of a cell in characters that Excel can open."""


def xlsx_sheets(
    opened: BinaryIO, file: str, with_merged: bool
) -> Iterator[tuple[str, Iterator[tuple[int, list[str]]], Merged, Sequence[str]]]:
    """Yield the name of each sheet of a workbook, its rows with their numbers from 1, and its merged cells.

    Merged cells are looked for only `with_merged`; those merged with a cell above get the text of that cell. So are
    the names of the cells that are empty because the value of their formula is not stored, which come last.
    Raise TermbaseError if the file is not a workbook.
    """
    for sheet in _guarded(_worksheets(opened, file), file):
        source = next(_guarded(_source(sheet), file)) if with_merged else b""
        merged = next(_guarded(_merged(source), file))
        formulas = [name.decode() for name in _FORMULA.findall(source)]
        yield sheet.title, _guarded(_rows(sheet, merged.above), file), merged, formulas


_T = TypeVar("_T")


def _guarded(made: Iterable[_T], file: str) -> Iterator[_T]:
    try:
        yield from made
    except TermbaseError:
        raise
    except Exception as error:  # damage in an archive raises errors of many types
        raise TermbaseError("is not an XLSX workbook", file=file, hint="save it as XLSX, CSV or TSV") from error


def _worksheets(opened: BinaryIO, file: str) -> Iterator[Any]:
    from openpyxl import load_workbook

    with zipfile.ZipFile(opened) as archive:
        if sum(part.file_size for part in archive.infolist()) > _LARGEST:
            raise TermbaseError("unpacks to more than 500 MB", file=file, hint="save it as CSV or TSV")
    sheets = load_workbook(opened, read_only=True, data_only=True).worksheets
    yield sheets[0]
    yield from sheets[1:]


def _rows(sheet: Any, merged: Set[tuple[int, int]]) -> Iterator[tuple[int, list[str]]]:
    above: list[str] = []
    for number, row in enumerate(sheet.iter_rows(values_only=True), 1):
        cells = [_text(cell) for cell in row]
        if merged:
            cells = [
                above[place] if (number, place + 1) in merged and place < len(above) else cell
                for place, cell in enumerate(cells)
            ]
        above = cells
        yield number, cells


def _text(cell: Any) -> str:
    """Return the text of a cell as Excel shows it; a date, which Excel stores as midnight, has no time."""
    if isinstance(cell, datetime) and not (cell.hour or cell.minute or cell.second or cell.microsecond):
        return str(cell.date())
    return "" if cell is None else str(cell).upper() if isinstance(cell, bool) else str(cell)


def _source(sheet: Any) -> Iterator[bytes]:
    """Yield the XML of a sheet: of it the library reads merged cells only if it keeps the workbook in memory."""
    with sheet._get_source() as source:
        yield source.read()


def _merged(source: bytes) -> Iterator[Merged]:
    """Yield the merged cells of a sheet."""
    from openpyxl.utils.cell import range_boundaries

    above: set[tuple[int, int]] = set()
    before: set[tuple[int, int]] = set()
    for area in _MERGED.findall(source):
        left, top, right, bottom = range_boundaries(area.decode())
        above |= {(row, column) for row in range(top + 1, bottom + 1) for column in range(left, right + 1)}
        before |= {(row, column) for row in range(top, bottom + 1) for column in range(left + 1, right + 1)}
    yield Merged(above, before)


def text_workbook(rows: Iterable[Sequence[str | int]], title: str, widths: Sequence[int] = ()) -> Workbook:
    """Make a workbook of one sheet: cells are text or numbers, and the first row is a header that stays visible.

    `widths` are the widths of the columns in characters. Rows are kept in a temporary file until the workbook is
    saved.
    """
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    add_sheet(book, rows, title, widths)
    return book


def add_sheet(book: Workbook, rows: Iterable[Sequence[str | int]], title: str, widths: Sequence[int] = ()) -> None:
    """Add a sheet to a workbook that `text_workbook` made; it is like the first."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    sheet = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    for number, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    header, body = WriteOnlyCell(sheet), WriteOnlyCell(sheet)
    header.font = Font(bold=True)
    header.alignment = body.alignment = Alignment(wrap_text=True, vertical="top")
    style = header._style
    for row in rows:
        cells = [WriteOnlyCell(sheet) for _ in row]
        for cell, value in zip(cells, row, strict=True):
            # assigning `value` takes twice as long, and would make = a formula
            cell._value = xml_text(value)[:_LONGEST_TEXT] if isinstance(value, str) else value
            cell.data_type = "s" if isinstance(value, str) else "n"
            cell._style = style
        sheet.append(cells)
        style = body._style


def save_workbook(book: Workbook, file: BinaryIO) -> None:
    """Write a workbook to a file, without the time of saving.

    It is made in a temporary file: the archive and the library complain on standard error, each by itself, about a
    file to which they could not write.
    """
    from openpyxl.writer.excel import ExcelWriter

    book.properties.created = book.properties.modified = datetime(*_LONG_AGO)
    with TemporaryFile() as made:
        ExcelWriter(book, _Undated(made, "w", zipfile.ZIP_DEFLATED)).save()
        made.seek(0)
        shutil.copyfileobj(made, file)


class _Undated(zipfile.ZipFile):
    """An archive whose parts all have the same time."""

    def writestr(self, name: Any, data: Any, *_: Any) -> None:
        super().writestr(zipfile.ZipInfo(name, _LONG_AGO), data, zipfile.ZIP_DEFLATED)

    def write(self, path: Any, name: Any = None, *_: Any) -> None:
        part = zipfile.ZipInfo(name or path, _LONG_AGO)
        part.compress_type = zipfile.ZIP_DEFLATED
        part.file_size = Path(path).stat().st_size
        with Path(path).open("rb") as source, self.open(part, "w") as target:
            shutil.copyfileobj(source, target)
