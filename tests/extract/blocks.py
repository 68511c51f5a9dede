"""Running text as a document of one block."""

from __future__ import annotations

from termbase.document.model import Block, Document
from termbase.extract.glosses import extract
from termbase.extract.model import Gloss


def extract_from_text(text: str) -> list[Gloss]:
    """The glossed pairs of one block of running text."""
    return extract(Document("a.txt", text, "utf-8", (Block(0, text),)))
