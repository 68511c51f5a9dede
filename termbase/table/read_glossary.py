"""Reads a termbase from a table: CSV, TSV, XLSX, a glossary of OmegaT (`.txt`, `.utf8`, `.tab`) or UTX.

Start from `load_table`. A row is a concept; more terms of a concept are in more rows with the same id, or with
an id or a term that is merged over these rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from string import ascii_uppercase

from termbase.errors import TermbaseError
from termbase.language import canonical
from termbase.model import Termbase
from termbase.severity import Severity
from termbase.table.column_names import Column
from termbase.table.columns import Columns, guess_columns
from termbase.table.comments import Uncommented, without_comments
from termbase.table.concepts import Concepts
from termbase.table.decided_rows import decided, is_rejected
from termbase.table.row_ids import with_unique_ids
from termbase.table.row_statuses import term_statuses, with_shared_concepts
from termbase.table.row_terms import Row, read_row
from termbase.table.rows import SUFFIXES as TABLES
from termbase.table.rows import TABBED, Sheet, sheets_in
from termbase.tbx.finding import Reading, TermbaseFinding

SUFFIXES = TABLES | TABBED
"""The endings of files that are read as tables of terms."""
_ID = Column("", "id")
_NUMBERING = re.compile(r"(?:no|nr|number|序号|序號|号|號)\.?|№|#", re.I)
"""Names of a column that numbers the rows: unlike other ids, they do not mean that each term has a row."""
_OF_TERM = re.compile("term|术语|術語", re.I)
"""Names of a column with ids of terms: there may be several terms in a concept."""


def load_table(data: bytes, file: str, title: str = "", source: str = "", target: str = "") -> Reading:
    """Read a termbase from the bytes of a table; the suffix of `file` is the format.

    `source` and `target` are the languages of columns with these names. Raise TermbaseError if the file is not a
    table, has fewer than two columns of terms, or gives a status that can be of none of the terms in its row.
    """
    tables: list[_Table] = []
    unread: list[tuple[Sheet, TermbaseError]] = []
    for sheet in sheets_in(data, file):
        try:
            tables.append(_Table(sheet, file, source, target, number=len(tables)))
        except TermbaseError as error:
            unread.append((sheet, error))
            if not sheet.name or "two columns of terms" not in error.message:
                raise
    if not tables:
        raise unread[0][1]
    findings = [finding for table in tables for finding in table.findings]
    for sheet, reason in unread:
        message = f"the sheet {sheet.name!r} is not read: it {reason.message}"
        findings.append(TermbaseFinding("T805", Severity.WARNING, message, hint=reason.hint))
    return _reading(tables, findings, file, title)


def _reading(tables: Sequence[_Table], findings: list[TermbaseFinding], file: str, title: str) -> Reading:
    def renamed(line: int, id: str, new: str) -> None:
        message = f"the id {id!r} is already used on another sheet: read as {new!r}"
        findings.append(TermbaseFinding("T703", Severity.INFO, message, line, 1))

    rows = with_unique_ids([table.rows for table in tables], renamed)
    statuses = term_statuses(rows, file) if any(row.status for row in rows) else {}
    concepts = Concepts(statuses)
    for row in rows:
        concepts.take(row)
    findings = sorted([*findings, *concepts.findings], key=lambda finding: finding.line)
    summary = "; ".join(filter(None, (table.summary(len(tables) > 1) for table in tables)))
    return Reading(Termbase(concepts.entries(), title or "termbase"), tuple(findings), summary)


def _with_one_id(columns: Columns) -> Columns:
    """Return the columns with one id of a concept for each group.

    Others are notes, or not read if they number the rows or the terms of a language.
    """
    found = [None if column and column.field == "id" and column.language else column for column in columns.columns]
    for group in set(columns.groups):
        ids = [number for number, column in enumerate(found) if column == _ID and columns.groups[number] == group]
        for number in sorted(ids, key=lambda number: _rank_of_id(columns, number))[1:]:
            found[number] = None if _is_numbering(columns, number) else Column("", "note")
    return replace(columns, columns=tuple(found))


def _rank_of_id(columns: Columns, number: int) -> tuple[bool, bool]:
    """Return the order in which columns are taken for ids of concepts: last those of terms, and mere numbers."""
    return _is_numbering(columns, number), _OF_TERM.match(columns.header.names[number]) is not None


def _is_numbering(columns: Columns, number: int) -> bool:
    return _NUMBERING.fullmatch(columns.header.names[number]) is not None


class _Table:
    """One sheet of a workbook, or a whole file of another format: its rows, and what is reported about them."""

    def __init__(self, sheet: Sheet, file: str, source: str, target: str, number: int) -> None:
        self.name = sheet.name
        self.findings: list[TermbaseFinding] = []
        self._number = number
        self._merged = sheet.merged
        rows = [(line, cells) for line, cells in sheet.rows if any(map(str.strip, cells))]
        found = without_comments(rows) if Path(file).suffix.lower() in TABBED else Uncommented(rows, [])
        first, second = (canonical(tag) if tag else "" for tag in (source or found.source, target or found.target))
        line = found.rows[0][0] if found.rows else 1
        self.columns = _with_one_id(guess_columns([cells for _, cells in found.rows], file, first, second, line))
        header = self.columns.header
        for line, cells in (*found.comments, *found.rows[: header.first]):
            text = " ".join(cell.strip() for cell in cells if cell.strip())
            self._report(line, "T805", Severity.INFO, f"is a comment or title, and not read: {text}")
        for name in sheet.formulas:
            message = f"{name} is read as empty: the workbook lacks the value of its formula"
            self._report(int(name.lstrip(ascii_uppercase)), "T808", Severity.WARNING, message)
        self.rows = self._with_statuses(list(self._rows(found.rows[header.end :])))

    def summary(self, with_name: bool) -> str:
        """Return what the columns were taken for, "" if they are called just what they are."""
        text = "" if self.columns.is_plain() else self.columns.summary()
        return f"sheet {self.name}: {text}" if text and with_name else text

    def _rows(self, rows: Sequence[tuple[int, list[str]]]) -> Iterator[Row]:
        ids = [number for number, column in enumerate(self.columns.columns) if column == _ID]
        has_ids = bool(ids) and not any(_is_numbering(self.columns, number) for number in ids)
        last: dict[int, str] = {}
        for line, cells in rows:
            if self._is_heading(line, cells):
                heading = "".join(cells).strip()
                self._report(
                    line, "T805", Severity.INFO, f"is a heading over several columns, and not read: {heading}"
                )
                continue
            if self.columns.header.is_repeated_in(cells):
                self._report(line, "T805", Severity.INFO, "is the header again, and not read")
                continue
            if beyond := self.columns.header.beyond(cells):
                message = f"has text behind the last named column, which is not read: {' | '.join(beyond)}"
                self._report(line, "T809", Severity.WARNING, f"{message} (is a cell with a separator in quotes?)")
            for group, record in enumerate(self.columns.records(cells)):
                if not record and group:
                    continue
                if is_rejected(record):
                    self._report(line, "T810", Severity.INFO, "a pair that a reviewer rejected is left out")
                    continue
                identifier = next((text for column, text in record if column == _ID), "")
                if self._continues(line, group) and group in last:
                    identifier = last[group]
                last[group] = identifier = identifier or self._made_id(line, group)
                yield read_row(line, identifier, decided(record), not has_ids, partial(self._report, line))

    def _is_heading(self, line: int, cells: Sequence[str]) -> bool:
        """Whether the only text of a row is in a cell that is merged over several columns, one of them of terms."""
        return sum(bool(cell.strip()) for cell in cells) == 1 and any(
            (line, number + 1) in self._merged.before
            for number, column in enumerate(self.columns.columns)
            if column and column.has_terms
        )

    def _made_id(self, line: int, group: int) -> str:
        return "-".join(
            map(str, ["row", *[self._number + 1] * bool(self._number), line, *[group + 1] * bool(group)])
        )

    def _continues(self, line: int, group: int) -> bool:
        """Whether the id or a term of a row is merged with that of the row above."""
        return any(
            (line, number + 1) in self._merged.above
            for number, column in enumerate(self.columns.columns)
            if column and (column == _ID or column.has_terms) and self.columns.groups[number] == group
        )

    def _with_statuses(self, rows: list[Row]) -> list[Row]:
        return rows if _ID in self.columns.columns else with_shared_concepts(rows)

    def _report(self, line: int, code: str, severity: Severity, message: str) -> None:
        place = f" (sheet {self.name})" if self._number else ""
        self.findings.append(TermbaseFinding(code, severity, f"{message}{place}", line, 1))
