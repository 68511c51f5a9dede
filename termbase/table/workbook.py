"""Reads and writes XLSX workbooks with one sheet of text. Equal rows give equal bytes."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from termbase.errors import TermbaseError
from termbase.text.xml_text import xml_text

if TYPE_CHECKING:
    from openpyxl import Workbook

_LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip archive can store."""
_LARGEST = 500_000_000
"""Maximal size of an unpacked workbook in bytes, since a small archive can unpack to any size."""
_LONGEST_TEXT = 32_767
"""Maximal length of a cell in characters that Excel can open."""


def xlsx_rows(opened: BinaryIO, file: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows of the first sheet of a workbook, with their numbers from 1.

    Raise TermbaseError if the file is not a workbook.
    """
    try:
        for number, row in enumerate(_sheet(opened, file).iter_rows(values_only=True), 1):
            yield number, ["" if cell is None else str(cell) for cell in row]
    except TermbaseError:
        raise
    except Exception as error:  # damage in an archive raises errors of many types
        raise TermbaseError("is not an XLSX workbook", file=file, hint="save it as XLSX, CSV or TSV") from error


def _sheet(opened: BinaryIO, file: str) -> Any:
    from openpyxl import load_workbook

    with zipfile.ZipFile(opened) as archive:
        if sum(part.file_size for part in archive.infolist()) > _LARGEST:
            raise TermbaseError("unpacks to more than 500 MB", file=file, hint="save it as CSV or TSV")
    return load_workbook(opened, read_only=True, data_only=True).worksheets[0]


def text_workbook(rows: Iterable[Sequence[str]], title: str, widths: Sequence[int] = ()) -> Workbook:
    """Make a workbook of one sheet: all cells are text, and the first row is a header that stays visible.

    `widths` are the widths of the columns in characters. Rows are kept in a temporary file until the workbook is
    saved.
    """
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
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
        for cell, text in zip(cells, row, strict=True):
            cell._value = xml_text(text)[
                :_LONGEST_TEXT
            ]  # assigning `value` takes twice as long, and would make = a formula
            cell.data_type = "s"
            cell._style = style
        sheet.append(cells)
        style = body._style
    return book


def save_workbook(book: Workbook, file: BinaryIO) -> None:
    """Write a workbook to a file, without the time of saving."""
    from openpyxl.writer.excel import ExcelWriter

    book.properties.created = book.properties.modified = datetime(*_LONG_AGO)
    ExcelWriter(book, _Undated(file, "w", zipfile.ZIP_DEFLATED)).save()


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
