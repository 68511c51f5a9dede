"""Text that is taken out of a file, as a document: each paragraph is a line of it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from termbase.document.addresses import mask_addresses
from termbase.document.model import Block, Document, DocumentPart, Unit

_CODE_STYLE = re.compile("(?:source|html|inline)?(?:code|verbatim|preformatted)(?:text|char|block)?|sourcetext")


def is_code_style(name: str) -> bool:
    """Whether a style of an office document is one of code, such as `SourceCode` or `Preformatted_20_Text`."""
    return _CODE_STYLE.fullmatch(name.replace("_20_", "").replace("_", "").lower()) is not None


def document_of(file: str, parts: Iterable[tuple[str, Iterable[str]]]) -> Document:
    """The document of named parts, each of them paragraphs. A line end inside a paragraph becomes a space."""
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
    """Gathers paragraphs that may stand inside each other, as notes and text boxes do: each becomes its own line.

    The order is that in which they begin.
    """

    def __init__(self) -> None:
        self._found: list[list[str]] = []
        self._open: list[list[str]] = []

    def begin(self) -> None:
        """A paragraph begins; the one around it waits."""
        self._found.append([])
        self._open.append(self._found[-1])

    def end(self) -> None:
        """The innermost paragraph ends."""
        self._open.pop()

    def add(self, text: str) -> None:
        """Text of the innermost paragraph; outside of all paragraphs there is none."""
        if self._open:
            self._open[-1].append(text)

    def paragraphs(self) -> list[str]:
        """What was gathered."""
        return ["".join(pieces) for pieces in self._found]
