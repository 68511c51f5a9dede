"""The sentences of a document to align, with their paragraphs. Start from `sentences_in` or `lines_in`."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from termbase.document.model import Block, Document
from termbase.text.offsets import FILL, MASK, NOTE
from termbase.text.sentences import sentence_starts, unwrapped

_HIDDEN = re.compile(f"{MASK}+|{NOTE}+")
_MARKUP = re.compile(r"<[^<>]*>|\]\([^()\s]*\)|[`*#>|\[\]]+|\[\^?\w+\]")
"""What a reader does not see of the text that is not prose: tags, targets of links, signs of Markdown."""

_ENDED = re.compile(r"[.!?…。！？;；:：]['\"”’」』)）]*$")
_MARKED_UP = frozenset({"html", "htm", "xhtml", "md", "markdown"})


class Sentence(NamedTuple):
    """A sentence on one line. `paragraph` numbers the paragraphs of its document from 0.

    A heading is a paragraph of one sentence without punctuation at its end. `place` is where the sentence begins
    (`file:line`), or "" if that is not known.
    """

    text: str
    paragraph: int = 0
    is_heading: bool = False
    place: str = ""

    @property
    def length(self) -> int:
        """How many characters it has apart from spaces."""
        return len("".join(self.text.split()))


def lines_in(document: Document) -> list[Sentence]:
    """Return the sentences of a file with one sentence on each line; an empty line is one too.

    The paragraphs are not known, so all sentences are in one.
    """
    lines = document.text.splitlines()
    return [Sentence(line.strip(), place=f"{document.file}:{number}") for number, line in enumerate(lines, 1)]


def sentences_in(document: Document) -> list[Sentence]:
    """Return the sentences of a document, with code and addresses, but without markup."""
    found: list[Sentence] = []
    for paragraph, block in enumerate(document.blocks):
        found += _of_paragraph(document, block, paragraph)
    return found


def _of_paragraph(document: Document, block: Block, paragraph: int) -> Iterator[Sentence]:
    starts = sentence_starts(block.text)
    spans = list(zip(starts, [*starts[1:], len(block.text)], strict=True))
    read = [(start, text) for start, end in spans if (text := _readable(document, block, start, end))]
    is_heading = len(read) == 1 and not _ENDED.search(read[0][1])
    for start, text in read:
        line = document.place(block.start + start).line
        yield Sentence(text, paragraph, is_heading, f"{document.file}:{line}")


def _readable(document: Document, block: Block, start: int, end: int) -> str:
    """Return a sentence as a reader sees it: code and addresses as written, no markup."""
    is_marked_up = document.file.rpartition(".")[2].lower() in _MARKED_UP

    def written(hidden: re.Match[str]) -> str:
        place = block.start + start + hidden.start()
        original = document.text[place : place + len(hidden[0])]
        return html.unescape(_MARKUP.sub("", original)) if is_marked_up else original

    shown = _HIDDEN.sub(written, block.text[start:end]).replace(FILL, "")
    return " ".join(unwrapped(shown).split())


def text_of(sentences: Iterable[Sentence]) -> str:
    """Return consecutive sentences as one text: with a space between them, but not between Chinese ones."""
    together = ""
    for sentence in sentences:
        if together and sentence.text and not (_is_wide(together[-1]) or _is_wide(sentence.text[0])):
            together += " "
        together += sentence.text
    return together


def _is_wide(character: str) -> bool:
    return character >= "\u2e80" or character in "“”‘’…—"
