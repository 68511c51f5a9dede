"""Reads what the cells of a row say of one of its terms. Start from `TermCells`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from termbase.language import is_chinese
from termbase.model import MINED_NOTE, Context, Definition
from termbase.table.multiline import in_cell
from termbase.table.row_terms import Row
from termbase.text.script import has_han


class TermCells(NamedTuple):
    """The cells of a row for a term in one language: the columns of this language, else those of no language."""

    row: Row
    language: str

    def values(self, field: str) -> list[str]:
        """Return the values of a field. An example in a column of no language belongs to the term of its script."""
        return self.row.values(self.language, field) or [
            text
            for text in self.row.values("", field)
            if field != "context" or has_han(text) == is_chinese(self.language)
        ]

    def value(self, field: str) -> str:
        """Return the first value of a field, or ""."""
        return next(iter(self.values(field)), "")

    def notes(self) -> list[str]:
        """Return the notes on the term."""
        notes = [line for text in self.row.values(self.language, "note") for line in in_cell(text)]
        return [*notes, *self.row.values(self.language, "termInfo"), *self._evidence()]

    def _evidence(self) -> Iterator[str]:
        """Yield the note on terms that `mine` found: candidates state the evidence, other tables only a score."""
        if self.values("evidence") == ["mined"] or (self.values("score") and self.confidence() is not None):
            yield MINED_NOTE

    def contexts(self) -> tuple[Context, ...]:
        """Return the examples; the first source is that of the first example."""
        sources = self.values("source")
        return tuple(
            Context(text, sources[0] if sources and not number else "")
            for number, text in enumerate(self.values("context"))
        )

    def sources(self) -> tuple[str, ...]:
        """Return the sources of the term: all that are not the source of an example."""
        given = [line for text in self.values("termSource") for line in in_cell(text)]
        return (*given, *self.values("source")[bool(self.values("context")) :])

    def confidence(self) -> float | None:
        """Return the confidence (0.97 or 0,97); None for other values, which other programs may mean."""
        cell = self.value("confidence") or self.value("score")
        return float(cell.replace(",", ".")) if re.fullmatch(r"0[.,]\d+|1[.,]0+", cell) else None


def definitions(row: Row, language: str, field: str) -> tuple[Definition, ...]:
    """Return the definitions in a field of a language; the first source is that of the first one."""
    sources = row.values(language, f"{field}Source")
    return tuple(
        Definition(text, sources[0] if sources and not number else "")
        for number, text in enumerate(row.values(language, field))
    )
