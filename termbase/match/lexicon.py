"""The terms of a termbase compiled for finding: one automaton a language, and what each pattern stands for.

Start from `SearchableTerms`. A lexicon is made of bytes and numbers, so that it can be stored: see
`termbase.match.stored`.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Protocol

from termbase.language import is_chinese, is_english
from termbase.model import ConceptEntry, TermSection, Termbase
from termbase.text import english
from termbase.text.chinese import chinese_patterns
from termbase.text.wording import wordings

if TYPE_CHECKING:
    from daachorse import CharwiseDoubleArrayAhoCorasick


_NUMBERS = 3
"""Numbers that a reference is kept as."""

_HALF = re.compile("[\ud800-\udfff]")

Occurrence = tuple[int, int, int]
"""Where a pattern starts and ends in a folded text (code points, end-exclusive), and the number of the pattern."""


@dataclass(frozen=True, slots=True)
class Designation:
    """ISO 1087 designation: a term that stands for a concept in a language (canonical tag).

    It `is_reworded` where the text has it in a region's wording that the termbase does not list: 数位经济.
    """

    concept: ConceptEntry
    language: str
    term: TermSection
    is_reworded: bool = False


class Meaning(NamedTuple):
    """A concept, and the terms of it that read alike."""

    concept: ConceptEntry
    designations: tuple[Designation, ...]


def by_concept(designations: Iterable[Designation]) -> Sequence[Meaning]:
    """The designations of each concept together, in the order of the first of each.

    What a termbase lists in the very wording goes before what is only another wording of a term.
    """
    found: dict[int, list[Designation]] = {}
    every = tuple(designations)
    listed = tuple(designation for designation in every if not designation.is_reworded)
    for designation in listed or every:
        found.setdefault(id(designation.concept), []).append(designation)
    return tuple(Meaning(alike[0].concept, tuple(alike)) for alike in found.values())


class Entries(Protocol):
    """The concepts of a termbase by number; one number gives one object."""

    def __getitem__(self, number: int, /) -> ConceptEntry:
        """The concept of a number, from 0."""

    def __iter__(self) -> Iterator[ConceptEntry]:
        """All concepts in the order of the termbase."""


class Reference(NamedTuple):
    """A term by the numbers of its concept and in the concept, and whether a pattern is another wording of it."""

    concept: int
    term: int
    is_reworded: bool = False


class Compiled(NamedTuple):
    """A lexicon without its concepts: the automaton's bytes, none for no terms, and what its patterns stand for.

    `terms` holds the numbers of a `Reference` one after the other; those of pattern n are from the reference
    `firsts[n]` to before `firsts[n + 1]`.
    """

    automaton: bytes
    firsts: array[int]
    terms: array[int]

    def references(self, pattern: int) -> Iterator[Reference]:
        """The terms that a pattern stands for."""
        for place in range(self.firsts[pattern], self.firsts[pattern + 1]):
            concept, term, is_reworded = self.terms[_NUMBERS * place : _NUMBERS * (place + 1)]
            yield Reference(concept, term, bool(is_reworded))


Found = tuple[int, int, int]
"""Where a pattern starts and ends in a folded text, and its number; a bare tuple, since a text has very many."""


class Lexicon:
    """The terms of one language, by their folded forms."""

    def __init__(self, entries: Entries, compiled: Compiled) -> None:
        """Ready to search; `compiled` must stem from the same entries."""
        self._entries = entries
        self._compiled = compiled
        self._automaton = _automaton(compiled.automaton)
        self._known: dict[int, Sequence[Meaning]] = {}

    def find(self, folded: str) -> list[Occurrence]:
        """Every pattern in a folded text, wherever it stands, overlapping ones too."""
        if self._automaton is None:
            return []
        try:
            return self._automaton.find_overlapping(folded)
        except UnicodeEncodeError:  # half of a character, which no encoding has
            return self._automaton.find_overlapping(_HALF.sub("\ufffd", folded))

    def meanings(self, pattern: int) -> Sequence[Meaning]:
        """What a pattern stands for, in the order of the termbase."""
        if pattern not in self._known:
            self._known[pattern] = by_concept(self._designations(pattern))
        return self._known[pattern]

    def _designations(self, pattern: int) -> Iterator[Designation]:
        for concept, term, is_reworded in self._compiled.references(pattern):
            entry = self._entries[concept]
            yield Designation(entry, *list(entry.terms())[term], is_reworded)


class SearchableTerms(NamedTuple):
    """A termbase whose English and Chinese terms can be found; other languages are not looked for."""

    entries: Entries
    english: Lexicon
    chinese: Lexicon

    @classmethod
    def of(cls, termbase: Termbase) -> SearchableTerms:
        """Compile a termbase."""
        return cls.from_compiled(termbase.entries, *compile_terms(termbase.entries))

    @classmethod
    def from_compiled(cls, entries: Entries, english: Compiled, chinese: Compiled) -> SearchableTerms:
        """From what `compile_terms` gave for these entries."""
        return cls(entries, Lexicon(entries, english), Lexicon(entries, chinese))


def compile_terms(entries: Iterable[ConceptEntry]) -> tuple[Compiled, Compiled]:
    """The English and the Chinese lexicon of a termbase."""
    english_terms: _Patterns = {}
    chinese_terms: _Patterns = {}
    for concept, entry in enumerate(entries):
        for number, (language, term) in enumerate(entry.terms()):
            if is_english(language):
                for pattern in {*_english_patterns(term)}:
                    english_terms.setdefault(pattern, []).append(Reference(concept, number))
            elif is_chinese(language):
                for pattern, is_reworded in _chinese_patterns(term):
                    chinese_terms.setdefault(pattern, []).append(Reference(concept, number, is_reworded))
    return _compiled(english_terms), _compiled(chinese_terms)


_Patterns = dict[str, list[Reference]]


def _english_patterns(term: TermSection) -> Iterator[str]:
    """A term's key. One that the house decided against is not saved by an article: `rule by the law`."""
    key = english.english_key(term.term)
    yield key
    if term.is_forbidden:
        yield from english.with_other_articles(key)


def _chinese_patterns(term: TermSection) -> Iterator[tuple[str, bool]]:
    """A Chinese term's forms in a folded text, and those that have one match key with it.

    The wordings of other regions are compiled, so that a text is folded by its characters alone.
    """
    forms = chinese_patterns(term.term)
    yield from ((form, False) for form in forms)
    yield from ((form, True) for form in dict.fromkeys(wordings(forms[0])) if len(form) > 1) if forms else ()


def _compiled(patterns: _Patterns) -> Compiled:
    patterns.pop("", None)
    firsts, terms = array("I", [0]), array("I")
    for references in patterns.values():
        terms.extend(number for reference in references for number in reference)
        firsts.append(len(terms) // _NUMBERS)
    return Compiled(_serialized(list(patterns)), firsts, terms)


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
