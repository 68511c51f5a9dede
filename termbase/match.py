"""Known terms in a text, wherever they stand and however they are written.

Start from `Matcher.find`. Two lexicons, English and Chinese, each fold the text in their own way and look
all their terms up at once; `_longest` then chooses among what they found. A term that lies inside a longer
one (命运共同体 in 网络空间命运共同体) is not reported, whichever concept the longer one belongs to.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple, Protocol

from termbase import english
from termbase.chinese import chinese_pattern, fold_chinese, parts_word
from termbase.language import is_chinese, is_english
from termbase.model import AdministrativeStatus, ConceptEntry, TermSection, Termbase
from termbase.script import HAN, has_han

if TYPE_CHECKING:
    from daachorse import CharwiseDoubleArrayAhoCorasick


@dataclass(frozen=True, slots=True)
class Designation:
    """ISO 1087 designation: a term that stands for a concept in a language (canonical tag)."""

    concept: ConceptEntry
    language: str
    term: TermSection


@dataclass(frozen=True, slots=True)
class Hit:
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

    def __init__(self, *termbases: Termbase) -> None:
        """Compile the terms of all termbases into one lexicon a language."""
        known = [
            Designation(entry, language, term)
            for termbase in termbases
            for entry in termbase.entries
            for language, term in entry.terms()
        ]
        self._english = _Lexicon((d for d in known if is_english(d.language)), _english_patterns, english.fold)
        self._chinese = _Lexicon((d for d in known if is_chinese(d.language)), _chinese_patterns, fold_chinese)

    def find(self, text: str) -> list[Hit]:
        """The terms in a text, the longest from the left, without overlaps; concepts may share a place."""
        return [hit for same_place in _longest(self._matches(text)) for hit in _hits(same_place)]

    def find_nested(self, text: str) -> list[Hit]:
        """Every term in a text by place, inside or across others and words too: to ask whether one is there."""
        matches = sorted(self._matches(text, whole_words=False), key=lambda match: match.span)
        return [
            hit for _, same_place in groupby(matches, lambda match: match.span) for hit in _hits(list(same_place))
        ]

    def _matches(self, text: str, whole_words: bool = True) -> list[_Match]:
        found: dict[tuple[int, int], _Match] = {}
        for reading in _readings(text):
            for match in self._english.find(reading):
                found.setdefault(match.span, match)
        return [*found.values(), *(self._chinese.find(text, whole_words) if has_han(text) else ())]


class FoldedText(Protocol):
    """A text in comparable form with the way back to the original."""

    @property
    def text(self) -> str:
        """The comparable form."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the original for a stretch of `text`."""


class _Match(NamedTuple):
    span: tuple[int, int]
    written: str
    designations: Sequence[Designation]


class _Lexicon:
    """The terms of one language, by folded form, in one automaton."""

    def __init__(
        self,
        known: Iterable[Designation],
        patterns: Callable[[TermSection], Iterable[str]],
        fold: Callable[[str], FoldedText],
    ) -> None:
        by_pattern: dict[str, list[Designation]] = {}
        for designation in known:
            for pattern in patterns(designation.term):
                by_pattern.setdefault(pattern, []).append(designation)
        by_pattern.pop("", None)
        self._fold = fold
        self._designations = list(by_pattern.values())
        self._automaton = _automaton(list(by_pattern))

    def find(self, text: str, whole_words: bool = True) -> Iterator[_Match]:
        """Every match, overlapping ones too; none cuts a word of an alphabet, with `whole_words` none any word."""
        if self._automaton is None:
            return
        folded = self._fold(text)
        for start, end, number in self._automaton.find_overlapping(folded.text):
            if _cuts_latin(folded.text, start, end) or (whole_words and parts_word(folded.text, start, end)):
                continue
            span = folded.span(start, end)
            yield _Match(span, text[slice(*span)], self._designations[number])


def _english_patterns(term: TermSection) -> Iterator[str]:
    """A term's key. One that the house decided against is not saved by an article: `rule by the law`."""
    key = english.english_key(term.term)
    yield key
    if term.status in (AdministrativeStatus.DEPRECATED, AdministrativeStatus.SUPERSEDED):
        yield from english.with_other_articles(key)


def _chinese_patterns(term: TermSection) -> Iterator[str]:
    yield chinese_pattern(term.term)


def _automaton(patterns: list[str]) -> CharwiseDoubleArrayAhoCorasick | None:
    if not patterns:
        return None
    from daachorse import CharwiseDoubleArrayAhoCorasick

    return CharwiseDoubleArrayAhoCorasick(patterns)


def _cuts_latin(text: str, start: int, end: int) -> bool:
    """Whether an edge has letters of an alphabet, digits or _ on both sides; Han characters part words."""
    return any(
        0 < edge < len(text) and _LATIN.match(text[edge - 1]) and _LATIN.match(text[edge]) for edge in (start, end)
    )


_LATIN = re.compile(rf"[^\W{HAN}]")
_BROKEN_WORD = re.compile(r"(?<=[a-z])-[ \t]*\r?\n[ \t]*(?=[a-z])")


def _readings(text: str) -> Iterator[str]:
    """The text with words that a line end broke joined (soft-, ware), then as it stands (cross-, border)."""
    if _BROKEN_WORD.search(text):
        yield _BROKEN_WORD.sub(lambda broken: "\u00ad" * len(broken[0]), text)
    yield text


def _longest(matches: Iterable[_Match]) -> Iterator[list[_Match]]:
    """What starts first, and of that the longest; matches of one place together."""
    end = 0
    in_order = sorted(matches, key=lambda match: (match.span[0], -match.span[1]))
    for (start, stop), same_place in groupby(in_order, key=lambda match: match.span):
        if start >= end:
            end = stop
            yield list(same_place)


def _hits(matches: list[_Match]) -> Iterator[Hit]:
    by_concept: dict[int, list[tuple[int, Designation]]] = {}
    for match in matches:
        for designation in match.designations:
            distance = _distance(match.written, designation)
            by_concept.setdefault(id(designation.concept), []).append((distance, designation))
    for candidates in by_concept.values():
        nearest = min(distance for distance, _ in candidates)
        kept = tuple(designation for distance, designation in candidates if distance == nearest)
        yield Hit(kept[0].concept, *matches[0].span, kept)


def _distance(written: str, designation: Designation) -> int:
    """0 as written, 1 but for case and hyphens, 2 but for number and spelling; Chinese forms are all near."""
    term = designation.term.term
    if is_chinese(designation.language) or written == term:
        return 0
    return 1 if english.surface(written) == english.surface(term) else 2
