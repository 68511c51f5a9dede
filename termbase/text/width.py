"""Measures and lays out text for terminals, on which a Chinese character takes two columns."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

_HAN, _OPENING, _CLOSING = "\u2e80-\u2fff\u3040-\u9fff", "“‘（《「『", "，。、；：！？”’）》」』"
_UNBROKEN = re.compile(rf"[{_OPENING}]*(?:[{_HAN}]|[^\s\u3000-\u303f{_HAN}{_OPENING}]+)[{_CLOSING}]*\s*|\S\s*")
"""A word or one Chinese character with the punctuation beside it, so that no line begins with a full stop."""


def columns(text: str) -> int:
    """Return the width of a text in terminal columns (Unicode Standard Annex 11: wide characters take two)."""
    return len(text) if text.isascii() else sum(map(_width, text))


def table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the rows as lines; each column is as wide as its widest cell, and columns are two spaces apart."""
    widths = [max(map(columns, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell + " " * (wanted - columns(cell)) for cell, wanted in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip()


def shortened(text: str, width: int) -> str:
    """Return a text cut to at most `width` columns; `…` shows that something was cut."""
    if columns(text) <= width:
        return text
    return f"{_fitting(text, width - 1).rstrip()}…"


def wrapped(text: str, width: int) -> Iterator[str]:
    """Yield a text as lines of at most `width` columns, broken at spaces and between Chinese characters."""
    line = ""
    for part in _UNBROKEN.findall(text):
        if line and columns(line + part.rstrip()) > width:
            yield line.rstrip()
            line = ""
        line += part
        while columns(line.rstrip()) > width:  # an address, longer than a line
            start = _fitting(line, width) or line[0]
            yield start
            line = line[len(start) :]
    yield line.rstrip()


def _fitting(text: str, width: int) -> str:
    """Return the longest beginning of a text of at most `width` columns."""
    taken = 0
    for index, char in enumerate(text):
        taken += _width(char)
        if taken > width:
            return text[:index]
    return text


def _width(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) == "Cf":
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
