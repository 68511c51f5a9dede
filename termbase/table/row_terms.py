"""Reads one row of a glossary: its terms, and the cells that say more about them. Start from `read_row`."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from termbase.language import ENGLISH, canonical, is_chinese
from termbase.model import TermType, Transaction
from termbase.severity import Severity
from termbase.table.column_names import DEPRECATED
from termbase.table.columns import Record
from termbase.table.lists import listed, listed_freely
from termbase.tbx.standard.vocabulary import PROPOSED, read_status, read_yes_or_no
from termbase.text.detect import chinese_of
from termbase.text.invisible import visible
from termbase.text.script import has_han

Reporter = Callable[[str, Severity, str], None]
"""A function that takes the code, severity and message of a finding about the row."""

_TYPES = {
    "abbreviation": TermType.ABBREVIATION,
    "acronym": TermType.ACRONYM,
    "shortForm": TermType.SHORT_FORM,
    "fullForm": TermType.FULL_FORM,
    "synonym": None,
    DEPRECATED: None,
}
"""The columns of further terms (英文缩写, `Synonyms`), with the type of their terms."""


class RowTerm(NamedTuple):
    """A term of a row: its language and text, with type and status (a word) if its column has them.

    `transactions` are those that MultiTerm notes; a column has none.
    """

    language: str
    text: str
    type: TermType | None = None
    status: str = ""
    transactions: tuple[Transaction, ...] = ()


@dataclass(frozen=True)
class Row:
    """A row of a glossary, or one of several side by side: its line, the id of its concept, its terms and its
    cells.

    `status` is the status that the row gives to all its terms, as a word; "" if it gives none.
    """

    line: int
    id: str
    terms: tuple[RowTerm, ...]
    record: Record
    status: str = ""

    def values(self, language: str, field: str) -> list[str]:
        """Return the text of all cells of a field in a language ("" for one of the whole row)."""
        return self._cells.get((language, field), [])

    def value(self, language: str, field: str) -> str:
        """Return the text of the first cell of a field, "" if there is none."""
        return next(iter(self.values(language, field)), "")

    @cached_property
    def _cells(self) -> dict[tuple[str, str], list[str]]:
        """The texts by language and field: a term asks for some 20 fields, of which a row has few."""
        cells: dict[tuple[str, str], list[str]] = {}
        for column, text in self.record:
            cells.setdefault((column.language, column.field), []).append(text)
        return cells


def read_row(line: int, identifier: str, record: Record, may_list: bool, report: Reporter) -> Row:
    """Return a row; `may_list` says whether a cell may list several terms, which is reported."""
    record = [(column, _clean(text, report) if column.has_terms else text) for column, text in record]
    record = [(column, text) for column, text in record if text]
    cells = [(column.language, text) for column, text in record if column.has_terms]
    terms = [term for place in range(len(cells)) for term in _terms(cells, place, may_list, report)]
    languages = list(dict.fromkeys(language for language, _ in cells))
    for column, text in record:
        if column.field in _TYPES:
            for part in filter(None, listed_freely(_clean(text, report))):
                language = column.language or _language_of(part, languages)
                status = "deprecated" if column.field == DEPRECATED else ""
                terms.append(RowTerm(language, part, _TYPES[column.field], status))
    row = Row(line, identifier, tuple(dict.fromkeys(terms)), record)
    return Row(line, identifier, row.terms, record, status_of(row, ""))


def status_of(row: Row, language: str) -> str:
    """Return the word for a status that a row has for the terms of a language ("" for all)."""
    if status := row.value(language, "status"):
        return status
    if read_yes_or_no(row.value(language, "forbidden")):
        return "forbidden"
    if read_yes_or_no(row.value(language, "preferred")):
        return "preferred"
    if read_yes_or_no(row.value(language, "fuzzy")):
        return PROPOSED
    words = re.split("[;,| ]", row.value(language, "termInfo"))
    return next((word for word in words if read_status(word)), "")


def _terms(cells: Sequence[tuple[str, str]], place: int, may_list: bool, report: Reporter) -> list[RowTerm]:
    language, cell = cells[place]
    found = listed(cell, [text for other, text in cells if other != language])
    if len(found.terms) > 1 and may_list:
        message = f"a cell that lists several terms is read as several terms: {' | '.join(found.terms)}"
        report("T803", Severity.INFO, message)
        return [RowTerm(language, term) for term in found.terms]
    if len(found.terms) > 1 or (may_list and found.is_uncertain):  # a table with ids has a row for each term
        hint = "separate terms by ;" if may_list else "give each term a row of its own with the same id"
        report("T806", Severity.INFO, f"a cell that may list several terms is read as one: {cell!r} ({hint})")
    return [RowTerm(language, cell)]


def _clean(text: str, report: Reporter) -> str:
    cleaned = visible(text).strip()
    if cleaned != text:
        message = f"invisible characters are removed from the term {text!r}"
        report("T807", Severity.WARNING, message if cleaned else "a term of invisible characters only is left out")
    return cleaned


def _language_of(text: str, languages: Sequence[str]) -> str:
    """Return the language of the row that a term is in, by its script: 人工智能 is not English.

    If the row has no other terms, the text alone decides.
    """
    if not languages:
        return canonical(chinese_of(text)) if has_han(text) else ENGLISH
    alike = [language for language in languages if is_chinese(language) == has_han(text)]
    return (alike or languages)[0]
