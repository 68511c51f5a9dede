"""Every known term in a document, with its place in it.

Start from `find_terms`. It looks at the prose alone, and at many passages of one script together.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from termbase.document.model import Document
from termbase.document.passages import passages, searchable
from termbase.match.matcher import Designation, Hit, Matcher
from termbase.text.english import has_word
from termbase.text.offsets import MASK
from termbase.text.script import has_han

_BETWEEN = f" {MASK} "
"""Stands between passages: no term goes across."""

_SENTENCE_ENDS = "\n。！？.!?"

_AT_ONCE = 200_000
"""Characters looked through together, about: long enough to be fast, short enough to be held several times over."""


class _ProsePiece(NamedTuple):
    """The prose of a passage and where it starts in the document."""

    start: int
    text: str


def find_terms(document: Document, matcher: Matcher) -> Iterator[Hit]:
    """The terms in a document, the longest from the left; offsets are those of `Document.text`."""
    for batch in _batches(document):
        hits = [hit for pieces in _by_script(batch) for hit in _hits(pieces, matcher)]
        yield from sorted(hits, key=lambda hit: hit.start)


def best_designation(hit: Hit, text: str) -> Designation:
    """Of the terms that a place reads as, the one written just so, and of several the one of the best status."""
    if len(hit.designations) == 1:
        return hit.designations[0]
    return min(hit.designations, key=lambda found: (found.term.term != text, found.term.rank))


def _batches(document: Document) -> Iterator[list[_ProsePiece]]:
    batch: list[_ProsePiece] = []
    size = 0
    for passage in passages(document):
        for piece in _pieces(_ProsePiece(passage.start, searchable(document, passage))):
            batch.append(piece)
            size += len(piece.text)
            if size > _AT_ONCE:
                yield batch
                batch, size = [], 0
    yield batch


def _pieces(passage: _ProsePiece) -> Iterator[_ProsePiece]:
    """The passage, one as long as a book in several: cut at the end of a sentence, where there is any."""
    start, text = 0, passage.text
    while len(text) - start > 2 * _AT_ONCE:
        end = max(text.rfind(sign, start, start + _AT_ONCE) for sign in _SENTENCE_ENDS) + 1 or start + _AT_ONCE
        yield _ProsePiece(passage.start + start, text[start:end])
        start = end
    yield _ProsePiece(passage.start + start, text[start:]) if start else passage


def _by_script(pieces: list[_ProsePiece]) -> Iterator[list[_ProsePiece]]:
    """Those in Chinese, in an alphabet, and in both apart, so that none is searched for what it cannot hold."""
    parts: dict[tuple[bool, bool], list[_ProsePiece]] = {}
    for piece in pieces:
        parts.setdefault((has_han(piece.text), has_word(piece.text)), []).append(piece)
    parts.pop((False, False), None)
    yield from parts.values()


def _hits(pieces: list[_ProsePiece], matcher: Matcher) -> Iterator[Hit]:
    starts = list(accumulate((len(piece.text) + len(_BETWEEN) for piece in pieces[:-1]), initial=0))
    for concept, start, end, designations in matcher.find(_BETWEEN.join(piece.text for piece in pieces)):
        number = bisect_right(starts, start) - 1
        moved = pieces[number].start - starts[number]
        yield Hit(concept, start + moved, end + moved, designations)
