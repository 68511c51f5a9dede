"""What a check looks at: a document with the known terms in it. Start from `read_subject`."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from termbase.check.known_terms import KnownTerms
from termbase.check.quotation import quotations
from termbase.check.settings import Settings
from termbase.check.text_region import without_other_words
from termbase.document.model import Block, Document
from termbase.extract.model import Gloss
from termbase.match.document import find_terms
from termbase.match.matcher import Designation, Hit
from termbase.model import ConceptEntry
from termbase.text.detect import language_of_texts
from termbase.text.offsets import Span
from termbase.text.script import HAN

_HAN = re.compile(f"[{HAN}]")
_WORD = re.compile("[A-Za-z]+")
_LONGEST = 500
"""Code points that a term in a text may have, its line ends and markup included."""


@dataclass(frozen=True)
class Subject:
    """A document under check. `language` is its own (canonical tag); `hits` are in order, offsets in its text."""

    document: Document
    language: str
    known: KnownTerms
    hits: tuple[Hit, ...]
    quotations: tuple[Span, ...]
    settings: Settings

    @cached_property
    def glosses(self) -> Sequence[Gloss]:
        """The pairs that the author glosses, of the blocks that have a known term, both languages and a bracket."""
        blocks = tuple(block for block in self.document.blocks if _may_gloss(block.text) and self._has_hit(block))
        if not blocks:
            return ()
        from termbase.extract.glosses import extract

        return extract(replace(self.document, blocks=blocks))

    def _has_hit(self, block: Block) -> bool:
        first = bisect_left(self.hits, block.start, key=lambda hit: hit.start)
        return first < len(self.hits) and self.hits[first].start < block.start + len(block.text)

    @cached_property
    def left_alone(self) -> Sequence[Span]:
        """The stretches that hold words in which nothing is to be found."""
        if not self.settings.words:
            return ()
        words = sorted(self.settings.words, key=len, reverse=True)
        pattern = re.compile("|".join(map(re.escape, words)), re.IGNORECASE)
        return [Span(*match.span()) for match in pattern.finditer(self.document.text)]

    def is_quoted(self, hit: Hit) -> bool:
        """Whether a term stands in a quotation: another's words, or a mention of the term itself."""
        before = bisect_right(self.quotations, hit.start, key=lambda quotation: quotation.start) - 1
        return before >= 0 and hit.end <= self.quotations[before].end

    def designations(self, hit: Hit) -> tuple[Designation, ...]:
        """What a hit stands for: terms of the document's very language where there are any, as written first."""
        own = [d for d in hit.designations if d.language == self.language] or hit.designations
        return tuple(sorted(own, key=lambda designation: designation.term.term != self.text(hit)))

    def text(self, hit: Hit) -> str:
        """The words of the document at a hit."""
        return self.document.text[hit.start : hit.end]

    def near(self, hit: Hit, reach: int) -> Iterator[Hit]:
        """The other hits of the same concept that begin at most `reach` code points away."""
        first = bisect_left(self.hits, hit.start - reach, key=lambda other: other.start)
        last = bisect_right(self.hits, hit.start + reach, key=lambda other: other.start)
        return (other for other in self.hits[first:last] if other.concept is hit.concept and other is not hit)

    def has_hit(self, start: int, end: int, concept: ConceptEntry) -> bool:
        """Whether a listed term of a concept stands in a stretch, or across its ends."""
        first = bisect_left(self.hits, start - _LONGEST, key=lambda hit: hit.start)
        last = bisect_left(self.hits, end, key=lambda hit: hit.start)
        return any(hit.concept is concept and hit.end > start for hit in self.hits[first:last])

    def line(self, hit: Hit) -> int:
        """The 1-based line that a term begins in."""
        return self.document.place(hit.start).line


def read_subject(document: Document, known: KnownTerms, language: str | None, settings: Settings) -> Subject:
    """A document made ready for the checks; without `language` its text tells which language it is in."""
    language = language or language_of_texts(block.text for block in document.blocks)
    hits = without_other_words(find_terms(document, known.matcher), document.text, language)
    return Subject(document, language, known, tuple(hits), tuple(quotations(document)), settings)


def _may_gloss(text: str) -> bool:
    return ("(" in text or "（" in text) and bool(_HAN.search(text) and _WORD.search(text))


_REACH = 500
"""Code points on each side, which is more than a sentence."""


def sides(subject: Subject, hit: Hit) -> tuple[str, str]:
    """The text of the hit's block before and after it, tags and code as `MASK`; of long blocks the nearest part."""
    blocks = subject.document.blocks
    block = blocks[max(bisect_right(blocks, hit.start, key=lambda block: block.start) - 1, 0)]
    start, end = hit.start - block.start, hit.end - block.start
    return block.text[max(0, start - _REACH) : start], block.text[end : end + _REACH]
