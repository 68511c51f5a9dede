"""Builds a Document from extracted paragraphs (DOCX, ODT, EPUB): each paragraph becomes one line of its text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from termbase.document.cells import CellSize, OpenTables, Rows
from termbase.document.model import Block, Document, DocumentPart, Unit
from termbase.text.addresses import mask_addresses
from termbase.text.offsets import Span

_CODE_STYLE = re.compile("(?:source|html|inline)?(?:code|verbatim|preformatted)(?:text|char|block)?|sourcetext")


def is_code_style(name: str) -> bool:
    """Return whether the name of an office style means code, such as `SourceCode` or `Preformatted_20_Text`."""
    return _CODE_STYLE.fullmatch(name.replace("_20_", "").replace("_", "").lower()) is not None


class PartText(NamedTuple):
    """The paragraphs of a part of a document, and its tables, whose cells are ranges of paragraphs."""

    paragraphs: Sequence[str]
    tables: Sequence[Rows] = ()


def document_of(file: str, parts: Iterable[tuple[str, PartText]]) -> Document:
    """Return a document made of named parts. A line end inside a paragraph becomes a space."""
    lines: list[str] = []
    blocks: list[Block] = []
    starts: list[DocumentPart] = []
    tables: list[Rows] = []
    place = 0
    for name, part in parts:
        starts.append(DocumentPart(place, name))
        places: list[int] = []
        for paragraph in part.paragraphs:
            places.append(place)
            line = " ".join(paragraph.splitlines())
            if line.strip():
                blocks.append(Block(place, mask_addresses(line)))
            lines.append(line)
            place += len(line) + 1
        places.append(place)
        tables += (_placed(rows, places) for rows in part.tables)
    text = "\n".join(lines)
    return Document(file, text, "utf-8", tuple(blocks), Unit.PARAGRAPH, tuple(starts), tuple(tables))


def _placed(rows: Rows, places: Sequence[int]) -> Rows:
    """Return the spans of cells that are ranges of paragraphs; `places` are where these begin, and the end."""
    return tuple(tuple(Span(places[cell.start], places[cell.end]) for cell in row) for row in rows)


class Collector:
    """Collects paragraphs that may be nested, as in notes and text boxes: each becomes a paragraph of its own.

    The paragraphs are in the order in which they begin.
    """

    def __init__(self) -> None:
        self.tables = OpenTables()
        self._found: list[list[str]] = []
        self._open: list[list[str]] = []

    def begin(self) -> None:
        """Begin a paragraph; the enclosing one, if any, continues after `end`."""
        self._found.append([])
        self._open.append(self._found[-1])

    def end(self) -> None:
        """End the innermost paragraph."""
        self._open.pop()

    def add(self, text: str) -> None:
        """Append text to the innermost paragraph; text outside of all paragraphs is ignored."""
        if self._open:
            self._open[-1].append(text)

    def begin_cell(self, size: CellSize) -> None:
        """Begin a cell of a table; it has the paragraphs that begin in it."""
        self.tables.begin_cell(len(self._found), size)

    def end_cell(self) -> None:
        """End a cell of a table."""
        self.tables.end_cell(len(self._found))

    def text(self) -> PartText:
        """Return the paragraphs and the tables."""
        return PartText(["".join(pieces) for pieces in self._found], self.tables.found)
