"""Adds a row to a glossary in CSV or TSV. The rest of the file stays byte for byte."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from pathlib import Path

from termbase.errors import TermbaseError
from termbase.language import region_style
from termbase.model import ConceptEntry
from termbase.table.column_names import Column
from termbase.table.columns import guess_columns
from termbase.table.rows import dump_rows, rows_in, separator_of


def append_concept(data: bytes, file: str, entry: ConceptEntry) -> bytes:
    """Return the bytes of a table with a row for a concept that has one term in each language.

    Raises TermbaseError if the table is not in UTF-8 or has no column for a term or status of the concept.
    """
    try:
        text = data.decode()
    except UnicodeDecodeError:
        raise TermbaseError("is not in UTF-8", file=file, hint="save it in UTF-8 first") from None
    rows = [cells for _, cells in rows_in(data, file)]
    columns = guess_columns(rows, file).columns
    cells = _cells(entry, columns, file)
    row = [cells.get(column, "") if column else "" for column in columns]
    end = "\r\n" if "\r\n" in text else "\n"
    between = "" if not text or text.endswith("\n") else end
    return data + f"{between}{_line(row, file, text)}{end}".encode()


def _line(row: list[str], file: str, text: str) -> str:
    if Path(file).suffix.lower() == ".tsv":
        return dump_rows([row], "tsv").decode().rstrip("\n")
    out = io.StringIO()
    csv.writer(
        out, delimiter=separator_of(text.removeprefix("\ufeff").splitlines(True)), lineterminator=""
    ).writerow(row)
    return out.getvalue()


def _cells(entry: ConceptEntry, columns: tuple[Column | None, ...], file: str) -> Mapping[Column, str]:
    cells = {Column("", "id"): entry.id}
    for language, term in entry.terms():
        own = Column(language, "")
        if own not in columns or own in cells:
            what = region_style(language)
            raise TermbaseError(
                f"has no free column for {what}: {term.term}", file=file, hint="edit it in a spreadsheet"
            )
        cells[own] = term.term
        if term.status is not None:
            places = [column for column in (Column(language, "status"), Column("", "status")) if column in columns]
            if not places:
                raise TermbaseError("has no column of statuses", file=file, hint="add a column named status")
            cells[places[0]] = term.status.value
    return cells
