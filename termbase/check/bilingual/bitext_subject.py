"""A bilingual file prepared for the checks, with its source side and its target side.

Start from `BitextSubject`. All segments of a side are joined to one document, so that the checks of documents work
on a side as well. `SideText.segment` gives the segment of an offset in that document.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from termbase.bitext import Bitext
from termbase.check.bilingual.compared_source import context_end
from termbase.check.finding import Problem, Side
from termbase.check.known_terms import KnownTerms
from termbase.check.settings import Settings
from termbase.check.subject import Subject, read_subject
from termbase.document.markdown import mask
from termbase.document.model import Block, Document, Place
from termbase.match.matcher import Hit
from termbase.text.accelerators import masked_accelerators
from termbase.text.choices import without_syntax
from termbase.text.offsets import FILL, MASK

_GAP = "\n\n"
"""Separates two segments. It ends a paragraph, so no term is found across it."""


@dataclass(frozen=True, slots=True)
class SideText:
    """One side: all its segments as one document, and the known terms in it.

    `starts` are the offsets in that document (code points) at which the segments begin. `hits` are the terms by
    number of the segment, from 0.
    """

    subject: Subject
    starts: Sequence[int]
    hits: Mapping[int, Sequence[Hit]]

    def segment(self, offset: int) -> int:
        """Return the number, from 0, of the segment that contains an offset."""
        return bisect_right(self.starts, offset) - 1


@dataclass(frozen=True, slots=True)
class BitextSubject:
    """The input of a check of bilingual files: the segment pairs, and each side as a document."""

    bitext: Bitext
    source: SideText
    target: SideText

    def side(self, side: Side) -> SideText:
        """Return the side of that name."""
        return self.source if side == "source" else self.target

    def is_changed(self, number: int) -> bool:
        """Whether the source or the target of segment `number` is in a line that has been changed."""
        pair, settings = self.bitext.pairs[number], self.target.subject.settings
        sides = (pair.source_line, pair.source), (pair.target_line, pair.target)
        return any(settings.is_changed(line, line + text.count("\n")) for line, text in sides)

    def place(self, number: int) -> str:
        """Return the line of segment `number` for a message: `line 12`."""
        return f"line {self.bitext.pairs[number].target_line}"

    def whole_target(self, number: int, message: str) -> Problem:
        """Return a problem that covers the target of segment `number`, counted from 0."""
        start = self.target.starts[number]
        return Problem(start, start + len(self.bitext.pairs[number].target), message)


def read_bitext_subject(bitext: Bitext, known: KnownTerms, settings: Settings) -> BitextSubject:
    """Prepare a bitext for the checks: join the segments of each side, and find the known terms in them."""
    sources = [
        (pair.source, _without_context(pair.source, pair.target), Place(pair.source_line, pair.source_column))
        for pair in bitext.pairs
    ]
    targets = [
        (pair.target, _prose(pair.target, pair.source), Place(pair.target_line, pair.target_column))
        for pair in bitext.pairs
    ]
    return BitextSubject(
        bitext,
        _side(bitext.file, sources, bitext.source_language, known, settings),
        _side(bitext.file, targets, bitext.target_language, known, settings),
    )


def _without_context(source: str, target: str) -> str:
    """Return the prose of a source, its context masked too: `calendar|` of `calendar|Julian`."""
    end = context_end(source, target)
    return MASK * end + _prose(source, target)[end:]


def _prose(text: str, other: str) -> str:
    """Return a segment with what is not prose masked: code, the syntax of ICU messages, the marks of keys."""
    return masked_accelerators(without_syntax(mask(text), MASK), other, FILL)


@dataclass(frozen=True)
class _Segments(Document):
    """All segments of one side as one text. Its places are those of the segments in the bilingual file."""

    starts: tuple[int, ...] = ()
    places: tuple[Place, ...] = ()

    def place(self, offset: int) -> Place:
        """Return the place at which the segment begins."""
        return self.places[bisect_right(self.starts, offset) - 1]


def _side(
    file: str, segments: Sequence[tuple[str, str, Place]], language: str, known: KnownTerms, settings: Settings
) -> SideText:
    texts = [text for text, _, _ in segments]
    starts = tuple(accumulate((len(text) + len(_GAP) for text in texts[:-1]), initial=0))
    blocks = tuple(Block(start, prose) for start, (_, prose, _) in zip(starts, segments, strict=False))
    places = tuple(place for _, _, place in segments)
    subject = read_subject(
        _Segments(file, _GAP.join(texts), "utf-8", blocks, starts=starts, places=places), known, language, settings
    )
    hits: dict[int, list[Hit]] = defaultdict(list)
    for hit in subject.hits:
        hits[bisect_right(starts, hit.start) - 1].append(hit)
    return SideText(replace(subject, is_side=True), starts, hits)
