"""Every known term in a document, with its place in the file.

`find_terms` looks at the prose alone and has it looked through in long stretches: what is no prose keeps its room,
so that places in a stretch are places in the file.
"""

from __future__ import annotations

from collections.abc import Iterator

from termbase.check.prose import passages, readable
from termbase.document.model import MASK, Document
from termbase.index.ranks import status_rank
from termbase.match import Designation, Hit, Matcher

_STRETCH = 200_000
"""Characters looked through at once, about: long enough to be fast, short enough to be held several times over."""


def find_terms(document: Document, matcher: Matcher) -> Iterator[Hit]:
    """The terms in a document, the longest from the left; offsets are those of `Document.text`."""
    for start, text in _stretches(document):
        for hit in matcher.find(text):
            yield Hit(hit.concept, start + hit.start, start + hit.end, hit.designations)


def best_designation(hit: Hit, text: str) -> Designation:
    """Of the terms that a place reads as, the one written just so, and of several the one of the best status."""
    return min(hit.designations, key=lambda found: (found.term.term != text, status_rank(found.term)))


def _stretches(document: Document) -> Iterator[tuple[int, str]]:
    """The prose in stretches, each with its start. What lies between passages is masked: no term goes across."""
    parts: list[str] = []
    start = end = 0
    for passage in passages(document):
        if passage.start - start > _STRETCH and parts:
            yield start, "".join(parts)
            parts, start, end = [], passage.start, passage.start
        parts += [MASK * (passage.start - end), readable(document, passage)]
        end = passage.start + len(passage.text)
    if parts:
        yield start, "".join(parts)
