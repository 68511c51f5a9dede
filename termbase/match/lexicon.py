"""Compiles the terms of a termbase for finding them in text: an automaton per language, and its patterns' terms.

Start from `SearchableTerms`. A compiled lexicon consists of bytes and numbers, so that `termbase.match.stored` can
store it.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, Protocol

from termbase.language import Region, is_chinese, is_english
from termbase.match.patterns import LISTED, SAME_KEY, chinese_forms, english_forms, loose_forms, regions_of
from termbase.model import ConceptEntry, TermSection, Termbase
from termbase.text.english.loose_english import base_words, fold_loosely

if TYPE_CHECKING:
    from daachorse import CharwiseDoubleArrayAhoCorasick


_NUMBERS = 3
"""How many numbers store one `Reference`."""

_IN_CONTEXT = SAME_KEY + 1
"""All references that stand for a term only in some sentences count as one kind."""

_HALF = re.compile("[\ud800-\udfff]")

Occurrence = tuple[int, int, int]
"""Start and end of a pattern in a folded text (code points, end-exclusive), and the number of the pattern."""


@dataclass(frozen=True, slots=True)
class Designation:
    """A term that stands for a concept in a language (ISO 1087: designation). `language` is a canonical tag.

    `is_reworded` is true if the text has the term in the wording of a region for which the termbase does not list
    it: 数位经济 for 数字经济. If there are `regions`, one of these has this wording for the term, and only in some
    sentences: 執行 for 运行.
    """

    concept: ConceptEntry
    language: str
    term: TermSection
    is_reworded: bool = False
    regions: tuple[Region, ...] = ()


class Meaning(NamedTuple):
    """A concept, and those of its terms that have the same pattern."""

    concept: ConceptEntry
    designations: tuple[Designation, ...]


def by_concept(designations: Iterable[Designation]) -> Sequence[Meaning]:
    """Group designations by concept, in the order in which the concepts first occur.

    If some designations are listed in this wording, those that are only another wording of a term are left out.
    """
    found: dict[int, list[Designation]] = {}
    every = tuple(designations)
    listed = tuple(designation for designation in every if not designation.is_reworded)
    for designation in listed or every:
        found.setdefault(id(designation.concept), []).append(designation)
    return tuple(Meaning(alike[0].concept, tuple(alike)) for alike in found.values())


class Entries(Protocol):
    """The concepts of a termbase by number; a number always gives the same object."""

    def __getitem__(self, number: int, /) -> ConceptEntry:
        """Return the concept with a number, counted from 0."""

    def __iter__(self) -> Iterator[ConceptEntry]:
        """Iterate over all concepts in the order of the termbase."""


class Reference(NamedTuple):
    """A term as two numbers from 0: of its concept, and in its concept; and how a pattern stands for it."""

    concept: int
    term: int
    standing: int = LISTED


class Compiled(NamedTuple):
    """A lexicon without its concepts: the automaton as bytes (none if there are no terms), and its patterns' terms.

    Patterns that the termbase lists come first, then other wordings, last those that stand for terms only in some
    sentences.

    `terms` has the numbers of all references, one after the other. The references of pattern `n` are those from
    `firsts[n]` to before `firsts[n + 1]`, last those for which the pattern stands only in some sentences.
    """

    automaton: bytes
    firsts: array[int]
    terms: array[int]

    def references(self, pattern: int) -> Iterator[Reference]:
        """Yield the terms that have a pattern."""
        for place in range(self.firsts[pattern], self.firsts[pattern + 1]):
            yield Reference(*self.terms[_NUMBERS * place : _NUMBERS * (place + 1)])

    def first_above(self, standing: int) -> int:
        """Return the number of the first pattern that stands for its terms in a way of a higher number."""
        return bisect_right(range(len(self.firsts) - 1), standing, key=self._standing)

    def _standing(self, pattern: int) -> int:
        return min(self.terms[_NUMBERS * self.firsts[pattern] + 2], _IN_CONTEXT)


class Lexicon:
    """Finds the terms of one language in folded text."""

    def __init__(self, entries: Entries, compiled: Compiled) -> None:
        """Load the automaton; `compiled` must be made from the same entries."""
        self._entries = entries
        self._compiled = compiled
        self._automaton = _automaton(compiled.automaton)
        self.reworded_from, self.in_context_from = map(compiled.first_above, (LISTED, SAME_KEY))
        """The number of the first pattern that no term lists, and of the first that none has in every text."""

        self._meanings: dict[int, Sequence[Meaning]] = {}

    def __bool__(self) -> bool:
        """Whether there are any terms."""
        return self._automaton is not None

    def find(self, folded: str) -> list[Occurrence]:
        """Return every occurrence of a pattern in a folded text, including overlapping ones."""
        if self._automaton is None:
            return []
        try:
            return self._automaton.find_overlapping(folded)
        except UnicodeEncodeError:  # a lone surrogate, which cannot be encoded
            return self._automaton.find_overlapping(_HALF.sub("\ufffd", folded))

    def meanings(self, pattern: int) -> Sequence[Meaning]:
        """Return the concepts and terms that have a pattern, in the order of the termbase."""
        if pattern not in self._meanings:
            self._meanings[pattern] = by_concept(one for one in self._designations(pattern) if not one.regions)
        return self._meanings[pattern]

    def reworded(self, pattern: int) -> Iterator[Designation]:
        """Yield the terms for which a pattern is another wording, in every text or only in some sentences."""
        return (one for one in self._designations(pattern) if one.is_reworded)

    @cached_property
    def base_words(self) -> frozenset[frozenset[str]]:
        """The base forms of the words of each term."""
        numbers = range(len(self._compiled.firsts) - 1)
        found = (one for number in numbers for one in self._designations(number))
        return frozenset(base_words(designation.term.term) for designation in found)

    def _designations(self, pattern: int) -> Iterator[Designation]:
        for concept, term, standing in self._compiled.references(pattern):
            entry = self._entries[concept]
            yield Designation(entry, *list(entry.terms())[term], standing != LISTED, regions_of(standing))


class SearchableTerms(NamedTuple):
    """The English and Chinese terms of a termbase, ready to be found in text; other languages are ignored.

    `loose` has the loose variants of forbidden English terms.
    """

    entries: Entries
    english: Lexicon
    chinese: Lexicon
    loose: Lexicon

    @classmethod
    def of(cls, termbase: Termbase) -> SearchableTerms:
        """Compile the terms of a termbase."""
        return cls.from_compiled(termbase.entries, *compile_terms(termbase.entries))

    @classmethod
    def from_compiled(cls, entries: Entries, *compiled: Compiled) -> SearchableTerms:
        """Load the lexicons that `compile_terms` has made from the same entries."""
        english_terms, chinese_terms, loose = (Lexicon(entries, each) for each in compiled)
        return cls(entries, english_terms, chinese_terms, loose)


def compile_terms(entries: Iterable[ConceptEntry]) -> tuple[Compiled, Compiled, Compiled]:
    """Compile the concepts of a termbase to an English, a Chinese and a loose English lexicon."""
    english_terms: _Patterns = {}
    chinese_terms: _Patterns = {}
    loose: _Patterns = {}
    allowed: list[str] = []
    for concept, entry in enumerate(entries):
        for number, (language, term) in enumerate(entry.terms()):
            if is_english(language):
                for pattern in {*english_forms(term)}:
                    english_terms.setdefault(pattern, []).append(Reference(concept, number))
                if not term.is_forbidden:
                    allowed.append(term.term)
                for pattern in loose_forms(term):
                    loose.setdefault(pattern, []).append(Reference(concept, number))
            elif is_chinese(language):
                for pattern, standing in chinese_forms(term, language).items():
                    chinese_terms.setdefault(pattern, []).append(Reference(concept, number, standing))
    for name in allowed if loose else ():  # an allowed term is no variant of a forbidden one
        loose.pop(fold_loosely(name).text, None)
    return _compiled(english_terms), _compiled(chinese_terms), _compiled(loose)


_Patterns = dict[str, list[Reference]]


def _compiled(patterns: _Patterns) -> Compiled:
    patterns.pop("", None)
    firsts, terms = array("I", [0]), array("I")
    for references in patterns.values():
        references.sort(key=_order)
    patterns = dict(sorted(patterns.items(), key=lambda pattern: _order(pattern[1][0])))
    for references in patterns.values():
        terms.extend(number for reference in references for number in reference)
        firsts.append(len(terms) // _NUMBERS)
    return Compiled(_serialized(list(patterns)), firsts, terms)


def _order(reference: Reference) -> int:
    return min(reference.standing, _IN_CONTEXT)


def _serialized(patterns: list[str]) -> bytes:
    if not patterns:
        return b""
    from daachorse import CharwiseDoubleArrayAhoCorasick

    return bytes(CharwiseDoubleArrayAhoCorasick(patterns).serialize())


def _automaton(serialized: bytes) -> CharwiseDoubleArrayAhoCorasick | None:
    if not serialized:
        return None
    from daachorse import CharwiseDoubleArrayAhoCorasick

    return CharwiseDoubleArrayAhoCorasick.deserialize(serialized)
