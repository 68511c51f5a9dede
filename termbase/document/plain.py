"""Cuts plain text into blocks and masks addresses.

The difficulty is to decide which line ends separate paragraphs and which come only from hard wrapping.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from termbase.document.model import Block
from termbase.text.addresses import mask_addresses

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_WIDE = re.compile(
    "[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\U00020000-\U0003fffd]"
)
"""Characters two columns wide (UAX 11)."""

_FILLED = range(40, 121)
"""Width in columns of a hard-wrapped line: shorter lines are headings or items, longer ones whole paragraphs."""


class Line(NamedTuple):
    """A line without its line end; `start` is its offset in the text."""

    start: int
    text: str


def blocks(text: str) -> Iterator[Block]:
    """Yield the paragraphs of plain text.

    Lines between two blank lines form one block if they look hard-wrapped; otherwise each line is a block.
    """
    for lines in paragraphs(text):
        if _is_wrapped(lines):
            yield block_of(text, lines)
        else:
            yield from (block_of(text, [line]) for line in lines)


def paragraphs(text: str) -> Iterator[list[Line]]:
    """Yield the groups of consecutive lines between blank lines."""
    lines: list[Line] = []
    for match in _LINE.finditer(text):
        if match[1].strip():
            lines.append(Line(match.start(), match[1]))
        elif lines:
            yield lines
            lines = []


def block_of(text: str, lines: list[Line]) -> Block:
    """Return consecutive lines of a text as one block with addresses masked."""
    start, last = lines[0].start, lines[-1]
    return Block(start, mask_addresses(text[start : last.start + len(last.text)]))


def _is_wrapped(lines: list[Line]) -> bool:
    *filled, last = (line.text for line in lines)
    return bool(filled) and _columns(last) < _FILLED.stop and all(_columns(line) in _FILLED for line in filled)


def _columns(line: str) -> int:
    return len(line) if line.isascii() or len(line) >= _FILLED.stop else len(line) + len(_WIDE.findall(line))
