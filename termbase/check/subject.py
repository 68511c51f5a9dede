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
from termbase.document.language import chinese_of_document, language_of_document
from termbase.document.model import Block, Document
from termbase.document.running_text import RunningText, running_text
from termbase.extract.model import Gloss
from termbase.language import canonical, is_chinese, is_english, is_same_language
from termbase.match.document import find_terms
from termbase.match.matcher import Designation, Hit
from termbase.model import ConceptEntry
from termbase.text.offsets import Placed, Span, with_line_feeds
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
    running: RunningText
    """The document as a reader sees it. What stands beside a term is looked for here, not among tags and code."""

    is_side: bool = False
    """Whether it is a side of a bilingual file, so that the other side shows what a word stands for."""

    @cached_property
    def glosses(self) -> Sequence[Gloss]:
        """The pairs of terms that the author glosses, as a reader sees them: *Digital Silk Road (数字丝绸之路)*.

        Only blocks with a known term, both languages and a bracket are searched.
        """
        blocks = tuple(block for block in self.document.blocks if _may_gloss(block.text) and self._has_hit(block))
        if not blocks:
            return ()
        from termbase.extract.glosses import extract

        found = extract(replace(self.document, blocks=blocks))
        return [replace(pair, zh=self.text(pair.zh_span), en=self.text(pair.en_span)) for pair in found]

    @cached_property
    def entries(self) -> frozenset[int]:
        """The places where terms begin that the document lists in a table with their translations."""
        from termbase.extract.table_glosses import table_glosses

        return frozenset(
            span.start for pair in table_glosses(self.document) for span in (pair.zh_span, pair.en_span)
        )

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
        return [self.running.origin(*match.span()) for match in pattern.finditer(self.running.text)]

    def is_quoted(self, hit: Placed) -> bool:
        """Whether a term or word is in a quotation, where it is another person's word or only mentioned."""
        return self._quotation(hit) is not None

    def is_quoted_unused(self, hit: Placed) -> bool:
        """Whether a term is in a quotation and is not used nevertheless, as “shared prosperity” (共同富裕) is.

        In English, so is the translation in 共同富裕 (“shared prosperity”).
        """
        quotation = self._quotation(hit)
        if quotation is None:
            return False
        around = self.running.text, self.running.place(quotation), self.running.place(hit)
        return not (is_glossed(*around) or (is_english(self.language) and is_gloss(*around)))

    def _quotation(self, hit: Placed) -> Span | None:
        before = bisect_right(self.quotations, hit.start, key=lambda quotation: quotation.start) - 1
        return self.quotations[before] if before >= 0 and hit.end <= self.quotations[before].end else None

    def language_for(self, tag: str) -> str:
        """Return the language in which the document writes terms of a language: Chinese in that of its Chinese.

        An English report with Chinese names may have them in either script.
        """
        if is_same_language(tag, self.language):
            return self.language
        return (is_chinese(tag) and self._chinese) or tag

    @cached_property
    def _chinese(self) -> str:
        """The tag of the Chinese in the document, "" if it shows neither script nor region."""
        found = chinese_of_document(self.document, "")
        return canonical(found) if found else ""

    def designations(self, hit: Hit) -> tuple[Designation, ...]:
        """Return the terms that a hit may be, those spelt as in the document first.

        If some are of exactly the document's language tag, only these are returned.
        """
        own = [d for d in hit.designations if d.language == self.language] or hit.designations
        return tuple(sorted(own, key=lambda designation: designation.term.term != self.text(hit)))

    def text(self, place: Placed) -> str:
        """Return the text of the document at a place, as a reader sees it."""
        return self.running.seen(place)

    def before(self, place: Placed, reach: int) -> str:
        """Return at most `reach` code points before a place, as a reader sees them."""
        start = self.running.place(place).start
        return self.running.text[max(0, start - reach) : start]

    def after(self, place: Placed, reach: int) -> str:
        """Return at most `reach` code points behind a place, as a reader sees them."""
        end = self.running.place(place).end
        return self.running.text[end : end + reach]

    def between(self, first: Placed, second: Placed) -> str:
        """Return what stands between two places, as a reader sees it; "" if they overlap."""
        return self.running.text[self.running.place(first).end : self.running.place(second).start]

    def near(self, hit: Hit, reach: int) -> Iterator[Hit]:
        """Return the other hits of the concept that begin at most `reach` visible code points from it."""
        here = self.running.place(hit).start
        first = bisect_left(self.hits, here - reach, key=self._visible_start)
        last = bisect_right(self.hits, here + reach, key=self._visible_start)
        return (other for other in self.hits[first:last] if other.concept is hit.concept and other is not hit)

    def _visible_start(self, hit: Hit) -> int:
        return self.running.place(hit).start

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
    """Prepare a document for the checks. If `language` (canonical tag) is None, it is detected from the text.

    The checks know two kinds of line ends: in their document, those of old Macs are line feeds.
    """
    if "\r" in document.text:
        document = replace(document, text=with_line_feeds(document.text))
    language = language or language_of_document(document)
    running = running_text(document)
    found = without_placeholders(find_terms(document, known.matcher), running)
    hits = without_other_abbreviations(without_other_words(found, running, language), running)
    return Subject(document, language, known, tuple(hits), tuple(quotations(document)), settings, running)


def _may_gloss(text: str) -> bool:
    return ("(" in text or "（" in text) and bool(_HAN.search(text) and _WORD.search(text))


_REACH = 500
"""Code points on each side of a hit: more than a sentence has."""


def sides(subject: Subject, hit: Hit) -> tuple[str, str]:
    """Return the text before and after a hit in its block, as a reader sees it.

    Each is at most `_REACH` code points long.
    """
    block, running = _block_of(subject, hit), subject.running
    whole, place = running.place(Span(block.start, block.start + len(block.text))), running.place(hit)
    return (
        running.text[max(whole.start, place.start - _REACH) : place.start],
        running.text[place.end : max(place.end, min(whole.end, place.end + _REACH))],
    )


def sides_with_marks(subject: Subject, hit: Hit) -> tuple[str, str]:
    """Return the text before and after a hit in its block, with a `MASK` for each character of tags and code."""
    block = _block_of(subject, hit)
    start, end = hit.start - block.start, hit.end - block.start
    return block.text[max(0, start - _REACH) : start], block.text[end : end + _REACH]


def _block_of(subject: Subject, hit: Hit) -> Block:
    blocks = subject.document.blocks
    return blocks[max(bisect_right(blocks, hit.start, key=lambda block: block.start) - 1, 0)]
