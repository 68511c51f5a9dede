"""The sentence that a place in a document stands in, as the context of a term."""

from __future__ import annotations

import re
from bisect import bisect_right

from termbase.document.model import Block, Document
from termbase.text.script import HAN

_CLOSES_PREVIOUS = re.compile(r"\s*[(（\[）)\]」』”’\"]")
_REACH = 2000
"""Characters on either side in which a sentence is looked for: a block without any end may be as long as a book."""

_FILLED_LINE_END = re.compile(rf"(?<=[{HAN}，。；：、])\s*[\r\n]+\s*(?=[{HAN}])")


def sentence_span(document: Document, start: int, end: int) -> tuple[int, int]:
    """The span in the document of the sentence around `start` to `end`, without outer white space."""
    block = document.blocks[bisect_right(document.blocks, start, key=lambda block: block.start) - 1]
    boundaries = _boundaries(_around(block, start, end))
    first = max(boundary for boundary in boundaries if boundary <= start)
    last = min(boundary for boundary in boundaries if boundary >= end)
    text = document.text[first:last]
    return first + len(text) - len(text.lstrip()), last - len(text) + len(text.rstrip())


def _around(block: Block, start: int, end: int) -> Block:
    first = max(start - _REACH - block.start, 0)
    return Block(block.start + first, block.text[first : end + _REACH - block.start])


def unwrapped(text: str) -> str:
    """A sentence on one line: line ends that only filled the page become a space, or nothing between Han."""
    return re.sub(r"\s*[\r\n]+\s*", " ", _FILLED_LINE_END.sub("", text))


def _boundaries(block: Block) -> list[int]:
    """Where sentences begin or end. A bracket after a closing quotation mark goes with what it glosses."""
    from sentencex import get_sentence_boundaries

    starts = [boundary["start_index"] for boundary in get_sentence_boundaries("en", block.text)]
    inner = [start for start in starts if start and not _CLOSES_PREVIOUS.match(block.text, start)]
    return [block.start, *(block.start + start for start in inner), block.start + len(block.text)]
