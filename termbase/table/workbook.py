"""XLSX workbooks of one sheet of text, in and out: the same rows give the same bytes. openpyxl's one door."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from termbase.errors import TermbaseError
from termbase.text.xml_text import xml_text

if TYPE_CHECKING:
    from openpyxl import Workbook

_LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip archive can hold."""
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
"""The moment of saving, which openpyxl writes whatever the properties say."""
_LARGEST_SHEET = 500_000_000
"""Bytes of an unpacked workbook beyond which it is refused: a small archive can unpack to anything."""

Row = tuple[int, list[str]]
"""The line of a row in its file, from 1, and its cells."""


def xlsx_rows(data: bytes, file: str) -> Iterator[Row]:
    """The rows of a workbook's first sheet. Raises TermbaseError where the file is no workbook."""
    from openpyxl import load_workbook

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(part.file_size for part in archive.infolist()) > _LARGEST_SHEET:
                raise TermbaseError("unpacks to more than 500 MB", file=file, hint="save it as CSV or TSV")
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        for number, row in enumerate(book.worksheets[0].iter_rows(values_only=True), 1):
            yield number, ["" if cell is None else str(cell) for cell in row]
    except (zipfile.BadZipFile, KeyError, ValueError, OSError, IndexError, SyntaxError) as error:
        raise TermbaseError("is no XLSX workbook", file=file, hint="save it as XLSX, CSV or TSV") from error


def text_workbook(rows: Iterable[Sequence[str]], title: str) -> Workbook:
    """A workbook of one sheet: every cell text, the first row a header that stays in sight."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font

    book = Workbook()
    sheet = book.active
    sheet.title = title
    for row in rows:
        sheet.append([xml_text(cell) for cell in row])
    for cells in sheet.iter_rows():
        for cell in cells:
            cell.data_type = "s"  # a term that begins with = is a term, no formula
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.font = Font(bold=cell.row == 1)
    sheet.freeze_panes = "A2"
    return book


def workbook_bytes(book: Workbook) -> bytes:
    """A workbook as the bytes of its file, without the moment of saving."""
    book.properties.created = datetime(*_LONG_AGO)
    packed, out = io.BytesIO(), io.BytesIO()
    book.save(packed)
    with zipfile.ZipFile(packed) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist()):
            content = _MODIFIED.sub(rb"\g<1>1980-01-01T00:00:00Z", old.read(name))
            new.writestr(zipfile.ZipInfo(name, _LONG_AGO), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()
