"""Finds the terms of termbases in a text, in whatever form they are written.

Start from `Matcher.find`. The text is folded for English and for Chinese, and an automaton finds all terms in one
pass; `_longest` then selects the hits. A term inside a longer one (命运共同体 in 网络空间命运共同体) is not
reported, even if the longer one belongs to another concept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from heapq import merge
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from termbase.language import Region, is_chinese, region_of_tag
from termbase.match.lexicon import Designation, Lexicon, Meaning, SearchableTerms, by_concept
from termbase.model import ConceptEntry, Termbase
from termbase.text.chinese.cut_words import splits_word
from termbase.text.chinese.folded_chinese import fold_chinese
from termbase.text.english import folded_english as english
from termbase.text.english.loose_english import fold_loosely
from termbase.text.offsets import FILL, Folded, Span
from termbase.text.script import has_han

__all__ = ["Designation", "Hit", "Matcher"]


class Hit(NamedTuple):
    """A span of a text (0-based code points, end-exclusive) that matches terms of a concept.

    `designations` are the matching terms. In English these are only the terms most similar to the text (`softwares`
    and not `software` if both are listed); in Chinese they are the forms of all scripts.
    """

    concept: ConceptEntry
    start: int
    end: int
    designations: tuple[Designation, ...]


class Matcher:
    """Finds the English and Chinese terms of termbases in text; terms of other languages are ignored."""

    def __init__(self, *termbases: Termbase | SearchableTerms) -> None:
        """Compile the termbases that are not compiled yet."""
        self._terms = [
            termbase if isinstance(termbase, SearchableTerms) else SearchableTerms.of(termbase)
            for termbase in termbases
        ]

    def find(self, text: str) -> list[Hit]:
        """Return the hits in a text from left to right, at each place the longest, without overlaps.

        Several concepts may have a hit at the same place.
        """
        return [hit for same_place in _longest(self._readings(text)) for hit in _hits(same_place)]

    def find_nested(self, text: str) -> list[Hit]:
        """Return every occurrence of a term in order, even inside or across other terms and words.

        It serves to test whether a text has a certain term.
        """
        readings = self._readings(text, is_nested=True)
        matches = sorted((match for reading in readings for match in reading.matches()), key=_span)
        return [hit for _, same_place in groupby(matches, _span) for hit in _hits(list(same_place))]

    def _readings(self, text: str, is_nested: bool = False) -> Iterator[_ReadText]:
        if not self._terms:
            return
        if english.has_word(text):
            joined = _BROKEN_WORD.sub(lambda broken: FILL * len(broken[0]), text)
            for reading in dict.fromkeys((joined, text)):
                folded = english.fold_english(reading)
                for terms in self._terms:
                    yield _ReadText(reading, folded, terms.english, _cuts_latin)
            yield from self._loose_readings(joined)
        if has_han(text):
            in_chinese = fold_chinese(text)
            for terms in self._terms:
                is_cut = _cuts_latin if is_nested else _cuts_word
                yield _ReadText(text, in_chinese, terms.chinese, is_cut, is_nested=is_nested)

    def _loose_readings(self, text: str) -> Iterator[_ReadText]:
        if lexicons := [terms.loose for terms in self._terms if terms.loose]:
            folded = fold_loosely(text, [words for lexicon in lexicons for words in lexicon.base_words])
            yield from (_ReadText(text, folded, lexicon, _cuts_token, is_loose=True) for lexicon in lexicons)


@dataclass
class _ReadText:
    """A text folded for one language, and the lexicon of that language."""

    text: str
    folded: Folded
    lexicon: Lexicon
    is_cut: Callable[[str, int, int], bool]
    is_loose: bool = False
    is_nested: bool = False
    """Whether every term is wanted that a match may be."""

    chosen: int = 0
    """The end, in the folded text, of the match that was selected last."""

    def matches(self) -> Iterator[_PatternMatch]:
        """Yield the matches by start, the longest first; skip those that begin before `chosen`."""
        folded = self.folded.text
        found = self.lexicon.find(folded)
        found.sort(key=itemgetter(1), reverse=True)
        found.sort(key=itemgetter(0))
        plain = 0 if self.is_nested else self.lexicon.reworded_from
        for start, end, pattern in found:
            if start < self.chosen:
                continue
            if pattern < plain:
                if not self.is_cut(folded, start, end):
                    yield _PatternMatch(*self.folded.span(start, end), pattern, self, end)
            elif match := self._reworded(start, end, pattern):
                yield match

    def _reworded(self, start: int, end: int, pattern: int) -> _PatternMatch | None:
        """Return the match of a pattern that no term lists, or of any that is nested; None if it is no term here.

        The sentence decides if the pattern is a wording of some sentences only, or cuts a word that the term does
        not cut in its region: 叢集 in 叢集中大多數, where 集群中大多数 has 集群.
        """
        folded, place = self.folded.text, self.folded.span(start, end)
        is_sure = pattern < self.lexicon.in_context_from and not self.is_cut(folded, start, end)
        if is_sure and not self.is_nested:
            return _PatternMatch(*place, pattern, self, end)
        if _cuts_latin(folded, start, end):
            return None
        found = (one for one in self.lexicon.reworded(pattern) if one.regions or not is_sure)
        others = by_concept(
            one for one in found if _stands_for(one, self._as_read, Span(start, end), not self.is_nested)
        )
        return _PatternMatch(*place, pattern, self, end, is_sure, others) if is_sure or others else None

    @cached_property
    def _as_read(self) -> str:
        """The Chinese text without markup and line ends, with the offsets of the folded text."""
        return fold_chinese(self.text).unfolded(self.text)


class _PatternMatch(NamedTuple):
    start: int
    end: int
    pattern: int
    reading: _ReadText
    folded_end: int
    is_sure: bool = True
    others: Sequence[Meaning] = ()
    """The terms that the pattern stands for here, though not in every sentence."""

    def meanings(self) -> Sequence[Meaning]:
        """Return the concepts and terms for which the pattern stands here, each concept once."""
        if not self.others:
            return self.reading.lexicon.meanings(self.pattern)
        sure = self.reading.lexicon.meanings(self.pattern) if self.is_sure else ()
        known = [meaning.concept for meaning in sure]
        return [*sure, *(one for one in self.others if not any(one.concept is concept for concept in known))]


def _stands_for(designation: Designation, text: str, place: Span, is_whole: bool) -> bool:
    from termbase.match.contextual import stands_for  # many texts need nothing of what it imports

    home = region_of_tag(designation.language)
    if home is None:
        return False
    regions = designation.regions or [region for region in Region if region is not home]
    return stands_for(text, place, designation.term.term, home, regions, is_whole)


def _span(match: _PatternMatch) -> tuple[int, int]:
    return match.start, match.end


_BROKEN_WORD = re.compile(r"(?<=[a-z])-[ \t]*\r?\n[ \t]*(?=[a-z])")
"""A word broken at a line end (soft-, ware), or one with a hyphen at a line end (cross-, border)."""


def _cuts_latin(text: str, start: int, end: int) -> bool:
    """Return whether a span begins or ends between two letters, digits or _; a Han character ends a word."""
    return (start > 0 and text[start - 1] != " " and _is_latin(text[start - 1]) and _is_latin(text[start])) or (
        end < len(text) and text[end] != " " and _is_latin(text[end]) and _is_latin(text[end - 1])
    )


@lru_cache(maxsize=1 << 12)
def _is_latin(char: str) -> bool:
    return (char.isalnum() or char == "_") and not has_han(char)


def _cuts_word(text: str, start: int, end: int) -> bool:
    return _cuts_latin(text, start, end) or splits_word(text, start, end)


def _cuts_token(text: str, start: int, end: int) -> bool:
    return (start > 0 and text[start - 1] != " ") or (end < len(text) and text[end] != " ")


def _longest(readings: Iterable[_ReadText]) -> Iterator[list[_PatternMatch]]:
    """Yield the selected matches: those that start first, and of these the longest; matches of one span together.

    `chosen` of a reading is set before its next match is requested, so that it skips the matches inside.
    """
    same_place: list[_PatternMatch] = []
    taken = 0
    each = [reading.matches() for reading in readings]
    for match in each[0] if len(each) == 1 else merge(*each, key=lambda match: (match.start, -match.end)):
        if match.start >= taken:
            if same_place:
                yield same_place
            same_place, taken = [match], match.end
            match.reading.chosen = match.folded_end
        elif _span(match) == _span(same_place[0]):
            same_place.append(match)
    if same_place:
        yield same_place


def _hits(matches: Sequence[_PatternMatch]) -> Iterator[Hit]:
    """Yield a hit for each concept of matches with one span."""
    first = matches[0]
    for concept, designations in _meanings(matches):
        yield Hit(concept, first.start, first.end, _nearest(first, designations))


def _meanings(matches: Sequence[_PatternMatch]) -> Sequence[Meaning]:
    if len(matches) == 1:
        return matches[0].meanings()
    meanings = (meaning for match in _as_read(matches) for meaning in match.meanings())
    return by_concept(designation for meaning in meanings for designation in meaning.designations)


def _as_read(matches: Sequence[_PatternMatch]) -> Iterator[_PatternMatch]:
    """Yield the matches; of a broken word only as joined, if that is a term too; loose ones if none is exact."""
    read: dict[int, str] = {}
    for match in [match for match in matches if not match.reading.is_loose] or matches:
        if read.setdefault(id(match.reading.lexicon), match.reading.text) is match.reading.text:
            yield match


def _nearest(match: _PatternMatch, designations: tuple[Designation, ...]) -> tuple[Designation, ...]:
    """Return the designations whose terms are most similar to the text."""
    if len(designations) == 1:
        return designations
    written = match.reading.text[match.start : match.end]
    distances = [_distance(written, designation) for designation in designations]
    nearest = min(distances)
    return tuple(each for each, distance in zip(designations, distances, strict=True) if distance == nearest)


def _distance(written: str, designation: Designation) -> int:
    """Return 0 for an equal or a Chinese term, 1 if case or hyphens differ, 2 if number or spelling differ."""
    term = designation.term.term
    if is_chinese(designation.language) or written == term:
        return 0
    return 1 if english.surface(written) == english.surface(term) else 2
