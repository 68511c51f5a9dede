"""Tables for terminals: columns stand straight where characters are two columns wide."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence


def width(text: str) -> int:
    """How many terminal columns a text takes (Unicode annex 11: wide and full-width characters take two)."""
    return sum(
        0
        if unicodedata.combining(char) or unicodedata.category(char) == "Cf"
        else 1 + (unicodedata.east_asian_width(char) in "WF")
        for char in text
    )


def table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """The rows as lines, each column as wide as its widest cell, two spaces apart."""
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell + " " * (wanted - width(cell)) for cell, wanted in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip()
