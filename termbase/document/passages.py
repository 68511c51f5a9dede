"""Finds larger and smaller units of a document's prose: passages of several blocks, and sentences."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from termbase.document.model import Block, Document
from termbase.text.offsets import FILL, MASK, with_line_feeds
from termbase.text.sentences import sentence_starts

_ENDS = (".", "!", "?", ":", ";", "。", "！", "？", "：", "；", "”", "」")
"""A line that ends with one of these is not joined with the next line."""

_MASKED = re.compile(f"{MASK}+")
_QUOTE_SIGN = re.compile(rf"(?:^|(?<=[\r\n]))[ \t]*(?:{MASK}[ \t]*)+")
_NAME_END = r"(?:com|org|net|gov|edu|int|cn|tw|hk|io|eu|uk)\b(?:/[^\s<>（），。]*)?"
_FILE_END = r"(?:pdf|html?|md|txt|docx?|xlsx?|pptx?|csv|json|xml|ya?ml|toml|py|js|png|jpe?g)\b"
_MAY_BE_NAME = re.compile(rf"\.(?:{_NAME_END}|{_FILE_END})", re.ASCII)
_NAME = re.compile(rf"\b(?:[a-z0-9-]{{1,63}}\.){{1,8}}{_NAME_END}|\b[\w-]{{1,80}}\.{_FILE_END}", re.ASCII)
"""Domain names and file names in running text: igf.org, network-security.pdf."""


_REACH = 2000
"""Characters searched on either side for a sentence boundary: a block without any may be as long as a book."""


def sentence_span(document: Document, start: int, end: int) -> tuple[int, int]:
    """Return the span, as offsets in the document, of the sentence or sentences that contain `start` to `end`.

    White space at both ends is excluded.
    """
    first_block, last_block = (
        bisect_right(document.blocks, place, key=lambda block: block.start) for place in (start, end - 1)
    )
    block = _as_one(document, document.blocks[first_block - 1 : last_block])
    begin = block.start + max(start - _REACH - block.start, 0)
    around = block.text[begin - block.start : end + _REACH - block.start]
    boundaries = [*(begin + place for place in sentence_starts(around)), begin + len(around)]
    first = max(boundary for boundary in boundaries if boundary <= start)
    last = min(boundary for boundary in boundaries if boundary >= end)
    text = document.text[first:last]
    return first + len(text) - len(text.lstrip()), last - len(text) + len(text.rstrip())


def searchable(document: Document, block: Block) -> str:
    """Return the block's text prepared for finding terms; the length is kept.

    File names are masked as well. Masked HTML tags and signs of block quotes (`>`) are replaced so that they do not
    separate the words of a term, as in `data <b>flow</b>`; code and addresses still do.
    """
    text = block.text
    if _MAY_BE_NAME.search(text):
        text = _NAME.sub(lambda name: MASK * len(name[0]), text)
    if MASK not in text:
        return text

    def sign_as_space(sign: re.Match[str]) -> str:
        return " " * len(sign[0]) if ">" in _original(document, block, sign) else sign[0]

    def tag_as_fill(mask: re.Match[str]) -> str:
        return FILL * len(mask[0]) if _is_tag(_original(document, block, mask)) else mask[0]

    return _MASKED.sub(tag_as_fill, _QUOTE_SIGN.sub(sign_as_space, text))


def passages(document: Document) -> Iterator[Block]:
    """Yield the blocks, joining consecutive lines that end without punctuation, since a term may span two lines.

    A heading, a list item or a quotation begins with a masked sign; it is not joined with the line before it.
    """
    joined: list[Block] = []
    for block in document.blocks:
        if joined and not _goes_on(document, joined[-1], block):
            yield _as_one(document, joined)
            joined = []
        joined.append(block)
    if joined:
        yield _as_one(document, joined)


def _goes_on(document: Document, block: Block, following: Block) -> bool:
    gap = document.text[block.start + len(block.text) : following.start]
    is_ended = block.text.rstrip().endswith(_ENDS)
    return gap in ("\n", "\r\n", "\r") and not is_ended and MASK not in (block.text[:1], following.text[:1])


def _as_one(document: Document, blocks: Sequence[Block]) -> Block:
    if len(blocks) == 1:
        return blocks[0]
    ends = [block.start + len(block.text) for block in blocks]
    gaps = [document.text[end : following.start] for end, following in zip(ends, blocks[1:], strict=False)]
    pieces = [part for block, gap in zip(blocks, [*gaps, ""], strict=True) for part in (block.text, gap)]
    return Block(blocks[0].start, with_line_feeds("".join(pieces)))


def _original(document: Document, block: Block, match: re.Match[str]) -> str:
    return document.text[block.start + match.start() : block.start + match.end()]


def _is_tag(original: str) -> bool:
    return re.fullmatch(r"(?:</?[A-Za-z][^<>]*>)+", original) is not None and not _parts_words(original)


def _parts_words(tags: str) -> bool:
    return re.search(r"<(?:br|hr|p|div|td|th|tr|li|h[1-6]|img)\b|://", tags, re.IGNORECASE) is not None
