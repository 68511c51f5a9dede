"""The candidates as a spreadsheet (XLSX): the columns of the TSV, the decisions to pick from a list."""

from __future__ import annotations

from collections.abc import Iterable

from termbase.gather.candidates import COLUMNS, candidate_rows
from termbase.gather.model import AttestedPair, Verdict
from termbase.table.workbook import text_workbook, workbook_bytes

_WIDTHS = {"decision": 10, "zh": 24, "en": 36, "file": 24, "sentence": 80, "corrected_zh": 24, "corrected_en": 36}


def candidates_xlsx(pairs: Iterable[AttestedPair]) -> bytes:
    """The table as a workbook of one sheet."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    book = text_workbook(candidate_rows(pairs), "candidates")
    sheet = book.active
    for number, column in enumerate(COLUMNS, 1):
        sheet.column_dimensions[get_column_letter(number)].width = _WIDTHS.get(column, 12)
    choice = DataValidation(type="list", formula1=f'"{",".join(Verdict)}"', allow_blank=True)
    choice.add(f"A2:A{max(2, sheet.max_row)}")
    sheet.add_data_validation(choice)
    return workbook_bytes(book)
