"""The input of a check: a document with the known terms that it contains. Start from `read_subject`."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from termbase.check.known_terms import KnownTerms
from termbase.check.other_abbreviations import without_other_abbreviations
from termbase.check.placeholders import without_placeholders
from termbase.check.quotation import is_gloss, is_glossed, quotations
from termbase.check.settings import Settings
from termbase.check.text_region import without_other_words
from termbase.document.language import language_of_document
from termbase.document.model import Block, Document
from termbase.extract.model import Gloss
from termbase.language import is_english
from termbase.match.document import find_terms
from termbase.match.matcher import Designation, Hit
from termbase.model import ConceptEntry
from termbase.text.offsets import Placed, Span
from termbase.text.script import HAN

_HAN = re.compile(f"[{HAN}]")
_WORD = re.compile("[A-Za-z]+")
_LONGEST = 500
"""Maximum length of a term in a text in code points, with line ends and markup within it."""


@dataclass(frozen=True)
class Subject:
    """A document with the known terms in it.

    `language` is the canonical tag of the document. `hits` are the places of terms, `quotations` the quoted spans;
    both are in the order of the text, with offsets in its code points.
    """

    document: Document
    language: str
    known: KnownTerms
    hits: tuple[Hit, ...]
    quotations: tuple[Span, ...]
    settings: Settings

    @cached_property
    def glosses(self) -> Sequence[Gloss]:
        """The pairs of terms that the author glosses, as a reader sees them: *Digital Silk Road (数字丝绸之路)*.

        Only blocks with a known term, both languages and a bracket are searched.
        """
        blocks = tuple(block for block in self.document.blocks if _may_gloss(block.text) and self._has_hit(block))
        if not blocks:
            return ()
        from termbase.extract.glosses import extract

        prose = self.document.prose
        found = extract(replace(self.document, blocks=blocks))
        return [replace(pair, zh=prose(*pair.zh_span), en=prose(*pair.en_span)) for pair in found]

    def _has_hit(self, block: Block) -> bool:
        first = bisect_left(self.hits, block.start, key=lambda hit: hit.start)
        return first < len(self.hits) and self.hits[first].start < block.start + len(block.text)

    @cached_property
    def left_alone(self) -> Sequence[Span]:
        """The spans of the phrases in which, by the settings, no check may find anything."""
        if not self.settings.words:
            return ()
        words = sorted(self.settings.words, key=len, reverse=True)
        pattern = re.compile("|".join(map(re.escape, words)), re.IGNORECASE)
        return [Span(*match.span()) for match in pattern.finditer(self.document.text)]

    def is_quoted(self, hit: Placed) -> bool:
        """Whether a term or word is in a quotation, where it is another person's word or only mentioned."""
        return self._quotation(hit) is not None

    def is_quoted_unused(self, hit: Placed) -> bool:
        """Whether a term is in a quotation and is not used nevertheless, as “shared prosperity” (共同富裕) is.

        In English, so is the translation in 共同富裕 (“shared prosperity”).
        """
        text, quotation = self.document.text, self._quotation(hit)
        if quotation is None or is_glossed(text, quotation, hit):
            return False
        return not (is_english(self.language) and is_gloss(text, quotation, hit))

    def _quotation(self, hit: Placed) -> Span | None:
        before = bisect_right(self.quotations, hit.start, key=lambda quotation: quotation.start) - 1
        return self.quotations[before] if before >= 0 and hit.end <= self.quotations[before].end else None

    def designations(self, hit: Hit) -> tuple[Designation, ...]:
        """Return the terms that a hit may be, those spelt as in the document first.

        If some are of exactly the document's language tag, only these are returned.
        """
        own = [d for d in hit.designations if d.language == self.language] or hit.designations
        return tuple(sorted(own, key=lambda designation: designation.term.term != self.text(hit)))

    def text(self, hit: Hit) -> str:
        """Return the text of the document at a hit, as a reader sees it."""
        return self.document.prose(hit.start, hit.end)

    def near(self, hit: Hit, reach: int) -> Iterator[Hit]:
        """Return the other hits of the concept that begin at most `reach` code points before or after a hit."""
        first = bisect_left(self.hits, hit.start - reach, key=lambda other: other.start)
        last = bisect_right(self.hits, hit.start + reach, key=lambda other: other.start)
        return (other for other in self.hits[first:last] if other.concept is hit.concept and other is not hit)

    def has_hit(self, start: int, end: int, concept: ConceptEntry) -> bool:
        """Whether a listed term of a concept lies in the stretch from `start` to `end` or overlaps it."""
        first = bisect_left(self.hits, start - _LONGEST, key=lambda hit: hit.start)
        last = bisect_left(self.hits, end, key=lambda hit: hit.start)
        return any(hit.concept is concept and hit.end > start for hit in self.hits[first:last])

    def is_changed(self, hit: Hit) -> bool:
        """Whether a term stands in a line that has been changed, by the settings."""
        line = self.line(hit) if self.settings.changed else 0
        return self.settings.is_changed(line, line)

    def hits_over(self, place: Placed) -> Sequence[Hit]:
        """Return the hits that contain a span."""
        last = bisect_right(self.hits, place.start, key=lambda hit: hit.start)
        first = bisect_left(self.hits, place.start - _LONGEST, key=lambda hit: hit.start)
        return [hit for hit in self.hits[first:last] if place.end <= hit.end]

    def line(self, hit: Hit) -> int:
        """Return the line in which a term begins, counted from 1."""
        return self.document.place(hit.start).line


def read_subject(document: Document, known: KnownTerms, language: str | None, settings: Settings) -> Subject:
    """Prepare a document for the checks. If `language` (canonical tag) is None, it is detected from the text."""
    language = language or language_of_document(document)
    text = document.text
    found = without_placeholders(find_terms(document, known.matcher), document.masked())
    hits = without_other_abbreviations(without_other_words(found, text, language), text)
    return Subject(document, language, known, tuple(hits), tuple(quotations(document)), settings)


def _may_gloss(text: str) -> bool:
    return ("(" in text or "（" in text) and bool(_HAN.search(text) and _WORD.search(text))


_REACH = 500
"""Code points on each side of a hit: more than a sentence has."""


def sides(subject: Subject, hit: Hit) -> tuple[str, str]:
    """Return the text before and after a hit in its block, with a `MASK` for each character of tags and code.

    Each is at most `_REACH` code points long.
    """
    blocks = subject.document.blocks
    block = blocks[max(bisect_right(blocks, hit.start, key=lambda block: block.start) - 1, 0)]
    start, end = hit.start - block.start, hit.end - block.start
    return block.text[max(0, start - _REACH) : start], block.text[end : end + _REACH]
