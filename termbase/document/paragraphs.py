"""Builds a Document from extracted paragraphs (DOCX, ODT, EPUB): each paragraph becomes one line of its text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from termbase.document.addresses import mask_addresses
from termbase.document.model import Block, Document, DocumentPart, Unit

_CODE_STYLE = re.compile("(?:source|html|inline)?(?:code|verbatim|preformatted)(?:text|char|block)?|sourcetext")


def is_code_style(name: str) -> bool:
    """Return whether the name of an office style means code, such as `SourceCode` or `Preformatted_20_Text`."""
    return _CODE_STYLE.fullmatch(name.replace("_20_", "").replace("_", "").lower()) is not None


def document_of(file: str, parts: Iterable[tuple[str, Iterable[str]]]) -> Document:
    """Return a document made of (name, paragraphs) parts. A line end inside a paragraph becomes a space."""
    lines: list[str] = []
    blocks: list[Block] = []
    starts: list[DocumentPart] = []
    place = 0
    for name, paragraphs in parts:
        starts.append(DocumentPart(place, name))
        for paragraph in paragraphs:
            line = " ".join(paragraph.splitlines())
            if line.strip():
                blocks.append(Block(place, mask_addresses(line)))
            lines.append(line)
            place += len(line) + 1
    return Document(file, "\n".join(lines), "utf-8", tuple(blocks), Unit.PARAGRAPH, tuple(starts))


class Collector:
    """Collects paragraphs that may be nested, as in notes and text boxes: each becomes a paragraph of its own.

    The paragraphs are in the order in which they begin.
    """

    def __init__(self) -> None:
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

    def paragraphs(self) -> list[str]:
        """Return the text of each paragraph."""
        return ["".join(pieces) for pieces in self._found]
