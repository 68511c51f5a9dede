"""A document as its text and the parts of it that are prose. All offsets are code points in `Document.text`."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

MASK = "￼"
"""U+FFFC stands in a block for each character that is no prose (code, URL, tag): lengths stay, words end."""


class Place(NamedTuple):
    """A position for people: both 1-based, the column in code points."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or cell: as long as the original text from `start`, with what is no prose masked."""

    start: int
    text: str


@dataclass(frozen=True)
class Document:
    """A file's decoded text (no byte-order mark, line ends as on disk) and its blocks in order."""

    file: str
    text: str
    encoding: str
    blocks: tuple[Block, ...]

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer(r"\r\n|\r|\n", self.text))]

    def place(self, offset: int) -> Place:
        """The line and column of an offset."""
        line = bisect_right(self._line_starts, offset)
        return Place(line, offset - self._line_starts[line - 1] + 1)
