"""A document as its text and the parts of it that are prose. All offsets are code points in `Document.text`.

For text formats `text` is the file as it lies on disk. For formats that people cannot open as text (DOCX, ODT,
EPUB, PDF) it is what was extracted: a paragraph a line, or a page a stretch between form feeds, see `Unit`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from termbase.text.invisible import UNSEEN
from termbase.text.masks import unmasked


class Unit(StrEnum):
    """What `Place.line` counts in a document."""

    LINE = "line"
    PARAGRAPH = "paragraph"
    """Paragraphs, empty ones and those of table cells included, each a line of the extracted text."""
    PAGE = "page"
    """Pages in the order of the file, whatever numbers are printed on them; the column counts within the page."""


_UNSEEN = re.compile(f"[{UNSEEN}]")
_ENDS = {Unit.LINE: re.compile(r"\r\n|\r|\n"), Unit.PARAGRAPH: re.compile(r"\n"), Unit.PAGE: re.compile(r"\f")}


class Place(NamedTuple):
    """A position for people: both 1-based, the column in code points. `line` counts the document's `unit`."""

    line: int
    column: int


class DocumentPart(NamedTuple):
    """Where a file inside the file begins: the chapter of an EPUB, the footnotes of a DOCX."""

    start: int
    name: str


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or cell: as long as the original text from `start`, with what is no prose masked."""

    start: int
    text: str

    def unpadded(self) -> tuple[str, Sequence[int]]:
        """The text without what readers do not see, and the place in the document of each character and of the end.

        A stretch `[s:e]` of it is `[places[s]:places[e]]` of the document.
        """
        text = _UNSEEN.sub("", self.text)
        if len(text) == len(self.text):
            return text, range(self.start, self.start + len(text) + 1)
        kept = [index for index, char in enumerate(self.text) if not _UNSEEN.match(char)]
        places = [*(self.start + index for index in kept), self.start + len(self.text)]
        return text, places


@dataclass(frozen=True)
class Document:
    """A file's decoded text (no byte-order mark, line ends as on disk) and its blocks in order."""

    file: str
    text: str
    encoding: str
    blocks: tuple[Block, ...]
    unit: Unit = Unit.LINE
    parts: tuple[DocumentPart, ...] = ()

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in _ENDS[self.unit].finditer(self.text))]

    def place(self, offset: int) -> Place:
        """The line (paragraph, page) and column of an offset."""
        line = bisect_right(self._line_starts, offset)
        return Place(line, offset - self._line_starts[line - 1] + 1)

    def part(self, offset: int) -> str:
        """The name of the file inside this file that an offset stands in; "" in a file without parts."""
        index = bisect_right(self.parts, offset, key=lambda part: part.start)
        return self.parts[index - 1].name if index else ""

    def prose(self, start: int, end: int) -> str:
        """A stretch as its reader sees it: without tags and code, character references as their characters.

        What stands between its blocks is a line end; outside of all blocks there is no prose.
        """
        first = max(bisect_right(self.blocks, start, key=lambda block: block.start) - 1, 0)
        last = bisect_left(self.blocks, end, key=lambda block: block.start)
        parts = (block.text[max(0, start - block.start) : end - block.start] for block in self.blocks[first:last])
        return unmasked("\n".join(parts))
