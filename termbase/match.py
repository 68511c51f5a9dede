"""Known terms in a text, wherever they stand and however they are written.

Start from `Matcher.find`. The text is folded for each language in its own way, and all terms are looked up in it at
once; `_longest` then chooses among what was found. A term that lies inside a longer one (命运共同体 in
网络空间命运共同体) is not reported, whichever concept the longer one belongs to.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from termbase import english
from termbase.chinese import fold_chinese, parts_word
from termbase.language import is_chinese
from termbase.lexicon import Designation, Lexicon, Terms
from termbase.model import ConceptEntry, Termbase
from termbase.script import has_han

__all__ = ["Designation", "Hit", "Matcher"]


class Hit(NamedTuple):
    """A place of a text that a concept's terms match: code points, 0-based, end-exclusive.

    `designations` are all terms of the concept that read so. In English those written most like the text only
    (`softwares` and not `software`, where both are listed); in Chinese the forms of all scripts.
    """

    concept: ConceptEntry
    start: int
    end: int
    designations: tuple[Designation, ...]


class Matcher:
    """Finds the terms of termbases. Languages other than English and Chinese are not looked for."""

    def __init__(self, *termbases: Termbase | Terms) -> None:
        """Compile the termbases that are not compiled yet."""
        self._terms = [one if isinstance(one, Terms) else Terms.of(one) for one in termbases]

    def find(self, text: str) -> list[Hit]:
        """The terms in a text, the longest from the left, without overlaps; concepts may share a place."""
        return [hit for same_place in _longest(self._matches(text)) for hit in _hits(same_place)]

    def find_nested(self, text: str) -> list[Hit]:
        """Every term in a text by place, inside or across others and words too: to ask whether one is there."""
        matches = sorted(self._matches(text, whole_words=False), key=_span)
        return [hit for _, same_place in groupby(matches, _span) for hit in _hits(list(same_place))]

    def _matches(self, text: str, whole_words: bool = True) -> list[_Match]:
        found = self._english(text) if english.has_word(text) else []
        return found + self._chinese(text, whole_words) if has_han(text) else found

    def _english(self, text: str) -> list[_Match]:
        joined = _BROKEN_WORD.sub(lambda broken: "\u00ad" * len(broken[0]), text)
        if joined == text:
            return list(self._english_as_read(text))
        found = list(self._english_as_read(joined))
        known = set(map(_span, found))
        return found + [match for match in self._english_as_read(text) if _span(match) not in known]

    def _english_as_read(self, text: str) -> Iterator[_Match]:
        folded = english.fold(text)
        for terms in self._terms:
            for start, end, pattern in terms.english.find(folded.text):
                if not _cuts_latin(folded.text, start, end):
                    yield _Match(*folded.span(start, end), terms.english, pattern, text)

    def _chinese(self, text: str, whole_words: bool) -> list[_Match]:
        folded = fold_chinese(text)
        return [
            _Match(*folded.span(start, end), terms.chinese, pattern, text)
            for terms in self._terms
            for start, end, pattern in terms.chinese.find(folded.text)
            if not _cuts_latin(folded.text, start, end)
            and not (whole_words and parts_word(folded.text, start, end))
        ]


class _Match(NamedTuple):
    start: int
    end: int
    lexicon: Lexicon
    pattern: int
    text: str
    """The text as it was read when this was found, for what was written there."""


def _span(match: _Match) -> tuple[int, int]:
    return match.start, match.end


_BROKEN_WORD = re.compile(r"(?<=[a-z])-[ \t]*\r?\n[ \t]*(?=[a-z])")
"""A word that a line end broke (soft-, ware), or a hyphen at the end of a line (cross-, border)."""


def _cuts_latin(text: str, start: int, end: int) -> bool:
    """Whether an edge has letters of an alphabet, digits or _ on both sides; Han characters part words."""
    return (start > 0 and text[start - 1] != " " and _is_latin(text[start - 1]) and _is_latin(text[start])) or (
        end < len(text) and text[end] != " " and _is_latin(text[end]) and _is_latin(text[end - 1])
    )


@lru_cache(maxsize=1 << 12)
def _is_latin(char: str) -> bool:
    return (char.isalnum() or char == "_") and not has_han(char)


def _longest(matches: list[_Match]) -> Iterator[list[_Match]]:
    """What starts first, and of that the longest; matches of one place together."""
    taken = 0
    matches.sort(key=lambda match: (match.start, -match.end))
    for (start, end), same_place in groupby(matches, _span):
        if start >= taken:
            taken = end
            yield list(same_place)


def _hits(matches: Sequence[_Match]) -> Iterator[Hit]:
    """The hits at one place, a concept each."""
    first = matches[0]
    found = [designation for match in matches for designation in match.lexicon.designations(match.pattern)]
    if len(found) == 1:
        yield Hit(found[0].concept, first.start, first.end, (found[0],))
        return
    by_concept: dict[int, list[Designation]] = {}
    for designation in found:
        by_concept.setdefault(id(designation.concept), []).append(designation)
    written = first.text[first.start : first.end]
    for candidates in by_concept.values():
        yield Hit(candidates[0].concept, first.start, first.end, tuple(_nearest(written, candidates)))


def _nearest(written: str, candidates: Sequence[Designation]) -> Iterable[Designation]:
    """Those written most like the text."""
    if len(candidates) == 1:
        return candidates
    distances = [_distance(written, designation) for designation in candidates]
    return (one for one, distance in zip(candidates, distances, strict=True) if distance == min(distances))


def _distance(written: str, designation: Designation) -> int:
    """0 as written, 1 but for case and hyphens, 2 but for number and spelling; Chinese forms are all near."""
    term = designation.term.term
    if is_chinese(designation.language) or written == term:
        return 0
    return 1 if english.surface(written) == english.surface(term) else 2
