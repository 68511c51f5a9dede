"""Text that was taken out of a file, as a document: each paragraph is a line of it."""

from __future__ import annotations

from collections.abc import Iterable

from termbase.document.addresses import mask_addresses
from termbase.document.model import Block, Document, Part, Unit


def document_of(file: str, parts: Iterable[tuple[str, Iterable[str]]]) -> Document:
    """The document of named parts, each of them paragraphs. A line end inside a paragraph becomes a space."""
    lines: list[str] = []
    blocks: list[Block] = []
    starts: list[Part] = []
    place = 0
    for name, paragraphs in parts:
        starts.append(Part(place, name))
        for paragraph in paragraphs:
            line = " ".join(paragraph.splitlines())
            if line.strip():
                blocks.append(Block(place, mask_addresses(line)))
            lines.append(line)
            place += len(line) + 1
    return Document(file, "\n".join(lines), "utf-8", tuple(blocks), Unit.PARAGRAPH, tuple(starts))
