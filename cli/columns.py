"""Tables for terminals: columns stand straight where characters are two columns wide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from termbase.width import columns


def table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """The rows as lines, each column as wide as its widest cell, two spaces apart."""
    widths = [max(map(columns, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell + " " * (wanted - columns(cell)) for cell, wanted in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip()
