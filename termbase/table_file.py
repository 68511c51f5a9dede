"""Rows of text from and to the bytes of CSV, TSV and XLSX files. openpyxl's door for glossaries."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from datetime import datetime

from termbase.document.encoding import decode
from termbase.errors import TermbaseError
from termbase.output import xml_text

_LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip archive can hold: equal glossaries give equal bytes."""
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
"""The moment of saving, which openpyxl writes whatever the properties say."""
_LARGEST_SHEET = 500_000_000
"""Bytes of an unpacked workbook beyond which it is refused: a small archive can unpack to anything."""
_ESCAPES = {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}
_SPECIAL = re.compile(r"[\\\t\n\r]")
_ESCAPED = re.compile(r"\\[\\tnr]")
_UNESCAPED = {escaped: char for char, escaped in _ESCAPES.items()}

Row = tuple[int, list[str]]
"""The line of a row in its file, from 1, and its cells."""


def read_rows(data: bytes, file: str) -> list[Row]:
    """The rows of a table by the ending of its name: `.xlsx` (first sheet), `.tsv`, else CSV with `,` `;` or tabs.

    Raises TermbaseError where the file is no such table.
    """
    if file.lower().endswith(".xlsx"):
        return list(_xlsx_rows(data, file))
    text, _ = decode(data, file)
    if file.lower().endswith(".tsv") or _separator(text) == "\t":
        lines = text.splitlines()
        return [(number, [_unescaped(cell) for cell in line.split("\t")]) for number, line in enumerate(lines, 1)]
    return list(_csv_rows(text, file))


def dump_rows(rows: Sequence[Sequence[str]], form: str) -> bytes:
    """Rows as the bytes of a `csv`, `tsv` or `xlsx` file. CSV has a byte-order mark, which spreadsheets need."""
    if form == "xlsx":
        return _xlsx(rows)
    if form == "tsv":
        lines = ("\t".join(map(_escaped, row)) for row in rows)
        return "".join(f"{line}\n" for line in lines).encode()
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue().encode("utf-8-sig")


def _separator(text: str) -> str:
    first = text.partition("\n")[0]
    return max(",;\t", key=first.count)


def _csv_rows(text: str, file: str) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text))
    line = 1
    try:
        for cells in reader:
            yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        raise TermbaseError(f"is no CSV: {error}", file=file, line=line, hint="save it as CSV or XLSX") from None


def _escaped(cell: str) -> str:
    return _SPECIAL.sub(lambda match: _ESCAPES[match[0]], cell)


def _unescaped(cell: str) -> str:
    return _ESCAPED.sub(lambda match: _UNESCAPED[match[0]], cell)


def _xlsx_rows(data: bytes, file: str) -> Iterator[Row]:
    from openpyxl import load_workbook

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(part.file_size for part in archive.infolist()) > _LARGEST_SHEET:
                raise TermbaseError("unpacks to more than 500 MB", file=file, hint="save it as CSV")
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        for number, row in enumerate(book.worksheets[0].iter_rows(values_only=True), 1):
            yield number, ["" if cell is None else str(cell) for cell in row]
    except (zipfile.BadZipFile, KeyError, ValueError, OSError, IndexError, SyntaxError) as error:
        raise TermbaseError("is no XLSX workbook", file=file, hint="save it as XLSX or CSV") from error


def _xlsx(rows: Sequence[Sequence[str]]) -> bytes:
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font

    book = Workbook()
    sheet = book.active
    sheet.title = "termbase"
    for row in rows:
        sheet.append([xml_text(cell) for cell in row])
    for cells in sheet.iter_rows():
        for cell in cells:
            cell.data_type = "s"  # a term that begins with = is a term, no formula
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.font = Font(bold=cell.row == 1)
    sheet.freeze_panes = "A2"
    book.properties.created = datetime(*_LONG_AGO)
    packed = io.BytesIO()
    book.save(packed)
    return _without_dates(packed.getvalue())


def _without_dates(archive: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist()):
            content = _MODIFIED.sub(rb"\g<1>1980-01-01T00:00:00Z", old.read(name))
            new.writestr(zipfile.ZipInfo(name, _LONG_AGO), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()
