"""Collects the cells of tables, which may be nested, while a document is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeAlias

from termbase.text.offsets import Span

Rows: TypeAlias = tuple[tuple[Span, ...], ...]
"""The cells of a table, row by row: spans of a text, or ranges of paragraphs."""

_MOST_SPANNED = 100
"""A cell that claims to span more than any table has is taken to span so many."""


class CellSize(NamedTuple):
    """How many columns and rows a cell spans; no rows mean that it continues the cell above it."""

    columns: int = 1
    rows: int = 1


def span_of(number: str | None) -> int:
    """Return how many columns or rows the value of an attribute says, 1 if it says none."""
    if not number or not number.isascii() or not number.isdigit():
        return 1
    return max(1, min(int(number[:6]), _MOST_SPANNED))


class OpenTables:
    """The tables that are being read; each is in `found` when it ends. Places are those of the spans.

    A cell that spans several rows is in each of them. A row with a cell that spans several columns is left out: it
    is a title, or has other columns than the rest.
    """

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

    def begin_cell(self, place: int, size: CellSize) -> None:
        """Begin a cell of the innermost table."""
        for table in self._innermost():
            table.cell = place, size

    def end_cell(self, place: int) -> None:
        """End the cell of the innermost table, if one is open."""
        for table in self._innermost():
            if table.cell is not None:
                begin, size = table.cell
                table.rows[-1].append((Span(begin, place), size))
                table.cell = None

    def end_table(self) -> None:
        """End the innermost table."""
        for table in self._innermost():
            self._open.pop()
            rows = tuple(_laid_out(row for row in table.rows if row))
            self.found += [rows] if rows else []

    def _innermost(self) -> Iterator[_Table]:
        """Yield the innermost table; none outside of tables, where HTML may have cells by mistake."""
        yield from self._open[-1:]


_Cell: TypeAlias = tuple[Span, CellSize]


class _Table:
    """The rows of a table so far, and the place where the open cell began, with its size."""

    def __init__(self) -> None:
        self.rows: list[list[_Cell]] = [[]]
        self.cell: tuple[int, CellSize] | None = None


def _laid_out(rows: Iterable[list[_Cell]]) -> Iterator[tuple[Span, ...]]:
    """Yield the rows whose cells are one column wide, with the cells that reach into them from above."""
    above: list[_Cell] = []
    for row in rows:
        line: list[_Cell] = []
        cells = iter(row)
        while True:
            if reaching := _reaching(above[len(line) : len(line) + 1]):
                line += reaching
            elif cell := next(cells, None):
                span, size = cell if cell[1].rows or len(line) >= len(above) else (above[len(line)][0], cell[1])
                line += [(span, size)] * size.columns
            else:
                break
        if all(size.columns == 1 for _, size in line):
            yield tuple(span for span, _ in line)
        above = line


def _reaching(above: list[_Cell]) -> list[_Cell]:
    """Return those cells of the row above that span this row too, with the rows that are left to them."""
    return [(span, size._replace(rows=size.rows - 1)) for span, size in above if size.rows > 1]
