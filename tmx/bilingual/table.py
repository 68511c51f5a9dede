"""Segment pairs as tables: TSV, CSV and XLSX, out and in. Text only; a table has no place for codes.

In TSV a backslash, tab and line end are written `\\\\`, `\\t` and `\\n`; in CSV they stand as they are (RFC 4180).
"""

from __future__ import annotations

import csv
import io
import itertools
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from termbase.errors import TermbaseError, os_error

Row = tuple[str, ...]
HEADER = ("source", "target")
_ESCAPES = {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}
_TABLE = str.maketrans(_ESCAPES)
_UNESCAPES = {escaped: char for char, escaped in _ESCAPES.items()}
_ESCAPED = re.compile(r"\\[\\tnr]")
_NO_CELL = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f]")


def write_tsv(file: BinaryIO, rows: Iterable[Row]) -> None:
    """Rows as TSV with a header line, UTF-8."""
    for row in itertools.chain([HEADER], rows):
        file.write(("\t".join(cell.translate(_TABLE) for cell in row) + "\n").encode())


def write_csv(file: BinaryIO, rows: Iterable[Row]) -> None:
    """Rows as CSV with a header line, UTF-8 with the mark that spreadsheets need to see it."""
    text = io.TextIOWrapper(file, "utf-8-sig", newline="")
    writer = csv.writer(text)
    writer.writerow(HEADER)
    writer.writerows(rows)
    text.flush()
    text.detach()


def write_xlsx(file: BinaryIO, rows: Iterable[Row]) -> None:
    """Rows as a sheet. A segment is text even where it begins like a formula."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet("memory")
    sheet.append(HEADER)
    for row in rows:
        cells = [WriteOnlyCell(sheet, _NO_CELL.sub("\ufffd", cell)) for cell in row]
        for cell in cells:
            cell.data_type = "s"
        sheet.append(cells)
    workbook.save(file)


def read_rows(file: str) -> Iterator[tuple[int, Row]]:
    """The rows of a TSV, CSV or XLSX file with their line (1-based), a header line included.

    Raises TermbaseError where it cannot be read.
    """
    try:
        yield from enumerate(_READERS[Path(file).suffix.lower()](file), 1)
    except OSError as error:
        raise os_error(error, file, "read") from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise TermbaseError(f"is no table: {error}", file=file, hint="save it as UTF-8") from None


def _read_tsv(file: str) -> Iterator[Row]:
    with Path(file).open(encoding="utf-8-sig", newline="\n") as opened:
        for line in opened:
            cells = line.rstrip("\r\n").split("\t")
            yield tuple(_ESCAPED.sub(lambda match: _UNESCAPES[match[0]], cell) for cell in cells)


def _read_csv(file: str) -> Iterator[Row]:
    with Path(file).open(encoding="utf-8-sig", newline="") as opened:
        yield from map(tuple, csv.reader(opened))


def _read_xlsx(file: str) -> Iterator[Row]:
    from zipfile import BadZipFile

    from openpyxl import load_workbook

    try:
        workbook = load_workbook(file, read_only=True, data_only=True)
    except (BadZipFile, KeyError, ValueError) as error:
        raise TermbaseError(f"is no spreadsheet: {error}", file=file, hint="save it as XLSX") from None
    for row in workbook.worksheets[0].iter_rows(values_only=True):
        yield tuple("" if cell is None else str(cell) for cell in row)


_READERS = {".tsv": _read_tsv, ".csv": _read_csv, ".xlsx": _read_xlsx}
SUFFIXES = frozenset(_READERS)
