"""Collects the cells of tables, which may be nested, while a document is read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from termbase.text.offsets import Span

Rows: TypeAlias = tuple[tuple[Span, ...], ...]
"""The cells of a table, row by row: spans of a text, or ranges of paragraphs."""


class OpenTables:
    """The tables that are being read; each is in `found` when it ends. Places are those of the spans."""

    def __init__(self) -> None:
        self.found: list[Rows] = []
        self._open: list[_Table] = []

    def begin_table(self) -> None:
        """Begin a table, perhaps inside a cell."""
        self._open.append(_Table())

    def begin_row(self) -> None:
        """Begin a row of the innermost table."""
        for table in self._innermost():
            table.rows.append([])

    def begin_cell(self, place: int, is_wide: bool) -> None:
        """Begin a cell; one that spans columns counts as two more, so that its row is not like the others."""
        for table in self._innermost():
            table.cell = place
            if is_wide:
                table.rows[-1] += [Span(place, place)] * 2

    def end_cell(self, place: int) -> None:
        """End the cell of the innermost table, if one is open."""
        for table in self._innermost():
            if table.cell is not None:
                table.rows[-1].append(Span(table.cell, place))
                table.cell = None

    def end_table(self) -> None:
        """End the innermost table."""
        for table in self._innermost():
            self._open.pop()
            rows = tuple(tuple(row) for row in table.rows if row)
            self.found += [rows] if rows else []

    def _innermost(self) -> Iterator[_Table]:
        """Yield the innermost table; none outside of tables, where HTML may have cells by mistake."""
        yield from self._open[-1:]


class _Table:
    """The rows of a table so far, and the place where the open cell began."""

    def __init__(self) -> None:
        self.rows: list[list[Span]] = [[]]
        self.cell: int | None = None
