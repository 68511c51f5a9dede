"""Plain text to blocks. The one question is which line ends are only there because the lines were filled."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from termbase.document.model import Block

_PARAGRAPH = re.compile(r"[^\r\n]*\S[^\r\n]*(?:(?:\r\n|\r|\n)[^\r\n]*\S[^\r\n]*)*")
_LINE = re.compile(r"[^\r\n]+")
_FILLED = range(40, 121)
"""Columns that a hard-wrapped line has: shorter lines are headings or items, longer ones whole paragraphs."""


def blocks(text: str) -> Iterator[Block]:
    """The paragraphs of plain text: lines between blank lines, each by itself unless the lines are filled."""
    for paragraph in _PARAGRAPH.finditer(text):
        lines = list(_LINE.finditer(paragraph.group()))
        if _is_wrapped([line.group() for line in lines]):
            yield Block(paragraph.start(), paragraph.group())
        else:
            for line in lines:
                yield Block(paragraph.start() + line.start(), line.group())


def _is_wrapped(lines: list[str]) -> bool:
    widths = [_columns(line) for line in lines]
    return len(lines) > 1 and widths[-1] < _FILLED.stop and all(width in _FILLED for width in widths[:-1])


def _columns(line: str) -> int:
    return sum(1 + (unicodedata.east_asian_width(char) in "WF") for char in line)
