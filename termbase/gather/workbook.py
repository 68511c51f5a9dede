"""The candidates as a spreadsheet (XLSX), out and in: the columns of the TSV, decisions to pick from a list."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from datetime import datetime

from termbase.errors import TermbaseError
from termbase.gather.candidates import COLUMNS, candidate_rows
from termbase.gather.model import AttestedPair, Verdict
from termbase.output import xml_text

_WIDTHS = {"decision": 10, "zh": 24, "en": 36, "file": 24, "sentence": 80, "corrected_zh": 24, "corrected_en": 36}
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip archive can hold: equal candidates give equal bytes."""


def candidates_xlsx(pairs: Iterable[AttestedPair]) -> bytes:
    """The table as a workbook of one sheet: header frozen, decisions as a list to pick from."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    book = Workbook()
    sheet = book.active
    sheet.title = "candidates"
    for row in candidate_rows(pairs):
        sheet.append([xml_text(cell) for cell in row])
    for number, column in enumerate(COLUMNS, 1):
        sheet.column_dimensions[get_column_letter(number)].width = _WIDTHS.get(column, 12)
        for cell in sheet[get_column_letter(number)]:
            cell.data_type = "s"  # a term that begins with = is a term, no formula
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.font = Font(bold=cell.row == 1)
    sheet.freeze_panes = "A2"
    choice = DataValidation(type="list", formula1=f'"{",".join(Verdict)}"', allow_blank=True)
    choice.add(f"A2:A{max(2, sheet.max_row)}")
    sheet.add_data_validation(choice)
    book.properties.created = book.properties.modified = datetime(*_LONG_AGO)
    data = io.BytesIO()
    book.save(data)
    return _without_dates(data.getvalue())


def xlsx_rows(data: bytes, file: str) -> Iterator[tuple[int, list[str]]]:
    """The rows of a workbook's first sheet as text, each with its number, the header first.

    Raises TermbaseError where the file is no workbook.
    """
    from openpyxl import load_workbook

    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    except (zipfile.BadZipFile, KeyError, ValueError, OSError) as error:
        raise TermbaseError("is no XLSX workbook", file=file, hint="save it as XLSX or TSV") from error
    for number, row in enumerate(book.worksheets[0].iter_rows(values_only=True), 1):
        yield number, ["" if cell is None else str(cell) for cell in row]


def _without_dates(archive: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist()):
            new.writestr(zipfile.ZipInfo(name, _LONG_AGO), old.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()
