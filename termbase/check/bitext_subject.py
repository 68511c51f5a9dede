"""A bilingual file under check: two texts, each of all segments of one side, and the way back to the segments.

Start from `BitextSubject`. Both sides are read as documents are, so the checks of documents work on a side as well.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from termbase.bitext import Bitext
from termbase.check.finding import Problem, Side
from termbase.check.known_terms import KnownTerms
from termbase.check.settings import Settings
from termbase.check.subject import Subject, read_subject
from termbase.document.markdown import mask
from termbase.document.model import Block, Document, Place
from termbase.match.matcher import Hit

_GAP = "\n\n"
"""Between two segments: nothing reads across a paragraph's end."""


@dataclass(frozen=True, slots=True)
class SideText:
    """One side: its segments as one document, where each begins, and the known terms by segment number."""

    subject: Subject
    starts: Sequence[int]
    hits: Mapping[int, Sequence[Hit]]

    def segment(self, offset: int) -> int:
        """The 0-based number of the segment that an offset lies in."""
        return bisect_right(self.starts, offset) - 1


@dataclass(frozen=True, slots=True)
class BitextSubject:
    """What a check of bitexts looks at."""

    bitext: Bitext
    source: SideText
    target: SideText

    def side(self, side: Side) -> SideText:
        """One of the two sides by name."""
        return self.source if side == "source" else self.target

    def whole_target(self, number: int, message: str) -> Problem:
        """A problem of a whole target segment."""
        start = self.target.starts[number]
        return Problem(start, start + len(self.bitext.pairs[number].target), message)


def read_bitext_subject(bitext: Bitext, known: KnownTerms, settings: Settings) -> BitextSubject:
    """A bitext made ready for the checks."""
    sources = [(pair.source, pair.source_line) for pair in bitext.pairs]
    targets = [(pair.target, pair.target_line) for pair in bitext.pairs]
    return BitextSubject(
        bitext,
        _side(bitext.file, sources, bitext.source_language, known, settings),
        _side(bitext.file, targets, bitext.target_language, known, settings),
    )


@dataclass(frozen=True)
class _Segments(Document):
    """All segments of one side as one text; a place of it is the line of the file that the segment stands in."""

    starts: tuple[int, ...] = ()
    lines: tuple[int, ...] = ()

    def place(self, offset: int) -> Place:
        """The line of the segment; the columns of a file of markup tell a translator nothing."""
        return Place(self.lines[bisect_right(self.starts, offset) - 1], 1)


def _side(
    file: str, segments: Sequence[tuple[str, int]], language: str, known: KnownTerms, settings: Settings
) -> SideText:
    texts = [text for text, _ in segments]
    starts = tuple(accumulate((len(text) + len(_GAP) for text in texts[:-1]), initial=0))
    blocks = tuple(Block(start, mask(text)) for start, text in zip(starts, texts, strict=False))
    lines = tuple(line for _, line in segments)
    subject = read_subject(
        _Segments(file, _GAP.join(texts), "utf-8", blocks, starts=starts, lines=lines), known, language, settings
    )
    hits: dict[int, list[Hit]] = defaultdict(list)
    for hit in subject.hits:
        hits[bisect_right(starts, hit.start) - 1].append(hit)
    return SideText(subject, starts, hits)
