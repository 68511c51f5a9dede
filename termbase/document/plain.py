"""Plain text to blocks, addresses masked.

The one question is which line ends are only there because the lines were filled.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from termbase.document.addresses import mask_addresses
from termbase.document.model import Block

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_WIDE = re.compile(
    "[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\U00020000-\U0003fffd]"
)
"""Characters two columns wide (UAX 11)."""

_FILLED = range(40, 121)
"""Columns that a hard-wrapped line has: shorter lines are headings or items, longer ones whole paragraphs."""


class Line(NamedTuple):
    """A line with its place in the text; without its line end."""

    start: int
    text: str


def blocks(text: str) -> Iterator[Block]:
    """The paragraphs of plain text: lines between blank lines, each by itself unless the lines are filled."""
    for lines in paragraphs(text):
        if _is_wrapped(lines):
            yield block_of(text, lines)
        else:
            yield from (block_of(text, [line]) for line in lines)


def paragraphs(text: str) -> Iterator[list[Line]]:
    """The runs of lines that no blank line parts."""
    lines: list[Line] = []
    for match in _LINE.finditer(text):
        if match[1].strip():
            lines.append(Line(match.start(), match[1]))
        elif lines:
            yield lines
            lines = []


def block_of(text: str, lines: list[Line]) -> Block:
    """Consecutive lines of a text as one block, addresses masked."""
    start, last = lines[0].start, lines[-1]
    return Block(start, mask_addresses(text[start : last.start + len(last.text)]))


def _is_wrapped(lines: list[Line]) -> bool:
    *filled, last = (line.text for line in lines)
    return bool(filled) and _columns(last) < _FILLED.stop and all(_columns(line) in _FILLED for line in filled)


def _columns(line: str) -> int:
    return len(line) if line.isascii() or len(line) >= _FILLED.stop else len(line) + len(_WIDE.findall(line))
