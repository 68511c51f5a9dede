"""Lays out tables and text for terminals, on which a Chinese character takes two columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from termbase.text.width import columns

_HAN, _OPENING, _CLOSING = "\u2e80-\u2fff\u3040-\u9fff", "“‘（《「『", "，。、；：！？”’）》」』"
_UNBROKEN = re.compile(rf"[{_OPENING}]*(?:[{_HAN}]|[^\s\u3000-\u303f{_HAN}{_OPENING}]+)[{_CLOSING}]*\s*|\S\s*")
"""A word or one Chinese character with the punctuation beside it, so that no line begins with a full stop."""


def table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the rows as lines; each column is as wide as its widest cell, and columns are two spaces apart."""
    widths = [max(map(columns, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell + " " * (wanted - columns(cell)) for cell, wanted in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip()


def wrapped(text: str, width: int) -> Iterator[str]:
    """Yield a text as lines of at most `width` columns, broken at spaces and between Chinese characters."""
    line = ""
    for part in _UNBROKEN.findall(text):
        if line and columns(line + part.rstrip()) > width:
            yield line.rstrip()
            line = ""
        line += part
    yield line.rstrip()
