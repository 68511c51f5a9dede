"""Tables for terminals: columns stand straight where characters are two columns wide."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from termbase.text.width import columns

_HAN, _OPENING, _CLOSING = "\u2e80-\u2fff\u3040-\u9fff", "“‘（《「『", "，。、；：！？”’）》」』"
_UNBROKEN = re.compile(rf"[{_OPENING}]*(?:[{_HAN}]|[^\s\u3000-\u303f{_HAN}{_OPENING}]+)[{_CLOSING}]*\s*|\S\s*")
"""A word with the signs beside it, or one Chinese character: no line begins with a full stop."""


def table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """The rows as lines, each column as wide as its widest cell, two spaces apart."""
    widths = [max(map(columns, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell + " " * (wanted - columns(cell)) for cell, wanted in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip()


def wrapped(text: str, width: int) -> Iterator[str]:
    """A text as lines of at most `width` columns, broken at spaces, and between Chinese characters."""
    line = ""
    for part in _UNBROKEN.findall(text):
        if line and columns(line + part.rstrip()) > width:
            yield line.rstrip()
            line = ""
        line += part
    yield line.rstrip()
