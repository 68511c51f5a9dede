"""The sentences of a document to align, with their paragraphs. Start from `sentences_in` or `lines_in`."""

from __future__ import annotations

import html
import io
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from termbase.document.model import Block, Document
from termbase.text.offsets import FILL, MASK, NOTE
from termbase.text.sentences import sentence_starts, unwrapped

_HIDDEN = re.compile(f"{MASK}+|{NOTE}+")
_TAG = re.compile(r"</?[A-Za-z!][^<>]*>")
_MARKDOWN = re.compile(r"^(?:[#>*+-]+\s+|\|\s*)+|\s*[|#]+$")
"""The signs of a heading, item, quotation or table cell. Emphasis, code and links stay as they are written."""

_ITEM_NUMBER = re.compile(r"^\d{1,9}[.)]\s+")
"""The number of an item of a list (CommonMark 5.2), which in other formats is no text."""

_ENDED = re.compile(r"[.!?…。！？;；:：]['\"”’」』)）]*$")
_CELL_END = re.compile(r"(?<!\\)\|")
_MARKDOWN_KINDS = ("md", "markdown")
_HTML = frozenset({"html", "htm", "xhtml", "epub"})


Span: TypeAlias = "tuple[int, int]"


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
    lines = io.StringIO(document.text, newline=None)  # str.splitlines also splits at U+2028 and others
    return [Sentence(line.strip(), place=f"{document.file}:{number}") for number, line in enumerate(lines, 1)]


def sentences_in(document: Document) -> list[Sentence]:
    """Return the sentences of a document, with code and addresses, but without markup."""
    tags = _TAG.finditer(document.text) if _kind(document) in _HTML else ()
    spans = [tag.span() for tag in tags]
    found: list[Sentence] = []
    paragraphs = ((block, span) for block in document.blocks for span in _paragraphs(document, block))
    for number, (block, span) in enumerate(paragraphs):
        found += _of_paragraph(document, block, span, number, spans)
    return found


def _paragraphs(document: Document, block: Block) -> list[Span]:
    """The cells of a row of a Markdown table, as they are paragraphs in other formats; else the whole block."""
    if _kind(document) not in _MARKDOWN_KINDS or not block.text.lstrip(f"{FILL}{MASK}> ").startswith("|"):
        return [(0, len(block.text))]
    signs = [sign.start() for sign in _CELL_END.finditer(block.text)]
    return [(start + 1, end) for start, end in zip(signs, [*signs[1:], len(block.text)], strict=True)]


def _kind(document: Document) -> str:
    return document.file.rpartition(".")[2].lower()


def _of_paragraph(
    document: Document, block: Block, span: Span, paragraph: int, tags: Sequence[Span]
) -> Iterator[Sentence]:
    first, last = span
    starts = [first + start for start in sentence_starts(block.text[first:last])]
    spans = zip(starts, [*starts[1:], last], strict=True)
    read = [(start, text) for start, end in spans if (text := _readable(document, block, (start, end), tags))]
    heading = is_heading([text for _, text in read])
    for start, text in read:
        line = document.place(block.start + start).line
        yield Sentence(text, paragraph, heading, f"{document.file}:{line}")


def is_heading(sentences: Sequence[str]) -> bool:
    """Return whether a paragraph of these sentences is a heading, an item or a cell: one without an end."""
    return len(sentences) == 1 and not _ENDED.search(sentences[0])


def _readable(document: Document, block: Block, span: Span, tags: Sequence[Span]) -> str:
    """Return a sentence as a reader sees it: code and addresses as written, no tags."""

    def written(hidden: re.Match[str]) -> str:
        first = block.start + span[0] + hidden.start()
        original = _outside(document.text, first, first + len(hidden[0]), tags)
        return html.unescape(original) if tags else original

    shown = _HIDDEN.sub(written, block.text[slice(*span)]).replace(FILL, "")
    line = " ".join(unwrapped(shown).split())
    if _kind(document) not in _MARKDOWN_KINDS:
        return line
    line = _MARKDOWN.sub("", line)
    return line if span[0] else _ITEM_NUMBER.sub("", line)


def _outside(text: str, first: int, last: int, tags: Sequence[Span]) -> str:
    """Return what a part of a text has outside of tags."""
    kept = ""
    for start, end in tags[max(bisect_right(tags, (first, first)) - 1, 0) :]:
        if start >= last:
            break
        kept += text[first : max(start, first)]
        first = max(first, end)
    return kept + text[first:last]


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
