"""Finds the terms of termbases in a document, with their places.

Start from `find_terms`. It searches only the prose, and many passages of one script together, which is faster.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from termbase.document.model import Document
from termbase.document.passages import passages, searchable
from termbase.match.matcher import Designation, Hit, Matcher
from termbase.text.english.folded_english import has_word
from termbase.text.offsets import MASK
from termbase.text.script import has_han

_BETWEEN = f" {MASK} "
"""Text between two passages, so that no term is found across them."""

_SENTENCE_ENDS = "\n。！？.!?"

_AT_ONCE = 200_000
"""About how many characters are searched together: enough to be fast, few enough to be copied several times."""


class _ProsePiece(NamedTuple):
    """Prose of a passage, and its offset in the document (code points)."""

    start: int
    text: str


def find_terms(document: Document, matcher: Matcher) -> Iterator[Hit]:
    """Yield the terms in a document, without overlaps: from left to right, at each place the longest term.

    The offsets of the hits are those of `Document.text`.
    """
    for batch in _batches(document):
        hits = [hit for pieces in _by_script(batch) for hit in _hits(document, pieces, matcher)]
        yield from sorted(hits, key=lambda hit: hit.start)


def best_designation(hit: Hit, text: str) -> Designation:
    """Return the designation of a hit that is written as `text`; of several, or without any, the best status."""
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
    """Yield the passage; cut one as long as a book into pieces, if possible at the ends of sentences."""
    start, text = 0, passage.text
    while len(text) - start > 2 * _AT_ONCE:
        end = max(text.rfind(sign, start, start + _AT_ONCE) for sign in _SENTENCE_ENDS) + 1 or start + _AT_ONCE
        yield _ProsePiece(passage.start + start, text[start:end])
        start = end
    yield _ProsePiece(passage.start + start, text[start:]) if start else passage


def _by_script(pieces: list[_ProsePiece]) -> Iterator[list[_ProsePiece]]:
    """Yield the pieces by script (Han, alphabet, both), so that each is searched only for what it can have."""
    parts: dict[tuple[bool, bool], list[_ProsePiece]] = {}
    for piece in pieces:
        parts.setdefault((has_han(piece.text), has_word(piece.text)), []).append(piece)
    parts.pop((False, False), None)
    yield from parts.values()


def _hits(document: Document, pieces: list[_ProsePiece], matcher: Matcher) -> Iterator[Hit]:
    starts = list(accumulate((len(piece.text) + len(_BETWEEN) for piece in pieces[:-1]), initial=0))
    for concept, start, end, designations in matcher.find(_BETWEEN.join(piece.text for piece in pieces)):
        number = bisect_right(starts, start) - 1
        moved = pieces[number].start - starts[number]
        yield Hit(concept, start + moved, document.end_of_character(end + moved - 1), designations)
