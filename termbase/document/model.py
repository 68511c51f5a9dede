"""A document: its text, and the blocks of it that are prose. All offsets are code points in `Document.text`.

For text formats `text` is the decoded file. For packed formats (DOCX, ODT, EPUB, PDF) it is the extracted text,
with one line for each paragraph (DOCX, ODT, EPUB) or with form feeds between pages (PDF); see `Unit`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from termbase.document.cells import Rows
from termbase.document.damage import Damage
from termbase.document.references import reference_end
from termbase.text.invisible import UNSEEN
from termbase.text.offsets import FILL, MASK, unmasked


class Unit(StrEnum):
    """What `Place.line` counts in a document: lines, paragraphs or pages."""

    LINE = "line"
    PARAGRAPH = "paragraph"
    """All paragraphs, including empty ones and those in table cells; each is one line of the extracted text."""
    PAGE = "page"
    """Pages in file order, regardless of the printed page numbers; the column counts from the start of the page."""


_PADDING = FILL + MASK
_UNSEEN = re.compile(f"[{UNSEEN}]")
_ENDS = {Unit.LINE: re.compile(r"\r\n|\r|\n"), Unit.PARAGRAPH: re.compile(r"\n"), Unit.PAGE: re.compile(r"\f")}


class Place(NamedTuple):
    """A position to show to users, 1-based; `line` counts units (`Document.unit`), `column` code points."""

    line: int
    column: int


class DocumentPart(NamedTuple):
    """The offset at which a file inside the file begins: a chapter of an EPUB, the footnotes of a DOCX."""

    start: int
    name: str


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or table cell.

    `text` has the same length as the original text from offset `start`; each character that is not prose (code, a
    tag, an address) is replaced by `MASK` or `FILL` of `termbase.text.offsets`.
    """

    start: int
    text: str

    def unpadded(self) -> tuple[str, Sequence[int]]:
        """The text without what readers do not see, and the place in the document of each character and of the end.

        The slice `[s:e]` of that text corresponds to `[places[s]:places[e]]` of the document's text.
        """
        text = _UNSEEN.sub("", self.text)
        if len(text) == len(self.text):
            return text, range(self.start, self.start + len(text) + 1)
        kept = [index for index, char in enumerate(self.text) if not _UNSEEN.match(char)]
        places = [*(self.start + index for index in kept), self.start + len(self.text)]
        return text, places


@dataclass(frozen=True)
class Document:
    """The text of a file (without byte-order mark, with its original line ends) and its blocks in order."""

    file: str
    text: str
    encoding: str
    blocks: tuple[Block, ...]
    unit: Unit = Unit.LINE
    parts: tuple[DocumentPart, ...] = ()
    tables: tuple[Rows, ...] | None = None
    """The cells of tables as spans of the text; None for text formats, whose tables are marked in the text."""
    damage: tuple[Damage, ...] = ()
    """The places where the file is damaged and not all of it is read."""

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in _ENDS[self.unit].finditer(self.text))]

    def place(self, offset: int) -> Place:
        """Return the 1-based line (or paragraph, or page) and column of an offset."""
        line = bisect_right(self._line_starts, offset)
        return Place(line, offset - self._line_starts[line - 1] + 1)

    def offset(self, place: Place) -> int:
        """Return the offset of a line (or paragraph, or page) and column of this document."""
        return self._line_starts[place.line - 1] + place.column - 1

    def remarks(self) -> list[str]:
        """Return what a user should know of how the file was read: lines to print behind the name of the file."""
        encoding = [f": read as {self.encoding.upper()}, not UTF-8"] if self.encoding != "utf-8" else []
        return [*encoding, *(f":{self.place(each.offset).line}: {each.message}" for each in self.damage)]

    def end_of_character(self, offset: int) -> int:
        """Return the end of the character at an offset in a block: behind `;` if it is written as `&#25968;`."""
        end = reference_end(self.text, offset)
        if end == offset + 1:
            return end
        block = self.blocks[bisect_right(self.blocks, offset, key=lambda block: block.start) - 1]
        return end if block.text[offset + 1 - block.start : end - block.start].strip(_PADDING) == "" else offset + 1

    def part(self, offset: int) -> str:
        """Return the name of the part that contains an offset, or "" if the document has no parts."""
        index = bisect_right(self.parts, offset, key=lambda part: part.start)
        return self.parts[index - 1].name if index else ""

    def prose(self, start: int, end: int) -> str:
        """Return the text between two offsets as a reader sees it: no tags or code, character references replaced.

        What stands between its blocks is a line end; outside of all blocks there is no prose.
        """
        first = max(bisect_right(self.blocks, start, key=lambda block: block.start) - 1, 0)
        last = bisect_left(self.blocks, end, key=lambda block: block.start)
        parts = (block.text[max(0, start - block.start) : end - block.start] for block in self.blocks[first:last])
        return unmasked("\n".join(parts))
