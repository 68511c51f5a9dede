"""The terms of a termbase compiled for finding: one automaton a language, and what each pattern stands for.

Start from `Terms`. What a lexicon is made of are bytes and numbers, so that it can be stored: see `stored_terms`.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Protocol

from termbase.language import is_chinese, is_english
from termbase.model import ConceptEntry, TermSection, Termbase
from termbase.text import english
from termbase.text.chinese import chinese_pattern

if TYPE_CHECKING:
    from daachorse import CharwiseDoubleArrayAhoCorasick


_HALF = re.compile("[\ud800-\udfff]")

Occurrence = tuple[int, int, int]
"""Where a pattern starts and ends in a folded text (code points, end-exclusive), and the number of the pattern."""


@dataclass(frozen=True, slots=True)
class Designation:
    """ISO 1087 designation: a term that stands for a concept in a language (canonical tag)."""

    concept: ConceptEntry
    language: str
    term: TermSection


class Meaning(NamedTuple):
    """A concept, and the terms of it that read alike."""

    concept: ConceptEntry
    designations: tuple[Designation, ...]


def by_concept(designations: Iterable[Designation]) -> Sequence[Meaning]:
    """The designations of each concept together, in the order of the first of each."""
    found: dict[int, list[Designation]] = {}
    for designation in designations:
        found.setdefault(id(designation.concept), []).append(designation)
    return tuple(Meaning(alike[0].concept, tuple(alike)) for alike in found.values())


class Entries(Protocol):
    """The concepts of a termbase by number; one number gives one object."""

    def __getitem__(self, number: int, /) -> ConceptEntry:
        """The concept of a number, from 0."""

    def __iter__(self) -> Iterator[ConceptEntry]:
        """All concepts in the order of the termbase."""


class Compiled(NamedTuple):
    """A lexicon without its concepts: the automaton's bytes, none for no terms, and what its patterns stand for.

    Pattern n stands for the terms `terms[2 * i]`, number of the concept, and `terms[2 * i + 1]`, number of the
    term in it, for each i from `firsts[n]` to before `firsts[n + 1]`.
    """

    automaton: bytes
    firsts: array[int]
    terms: array[int]


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
        firsts, terms = self._compiled.firsts, self._compiled.terms
        for place in range(firsts[pattern], firsts[pattern + 1]):
            entry = self._entries[terms[2 * place]]
            yield Designation(entry, *list(entry.terms())[terms[2 * place + 1]])


class Terms(NamedTuple):
    """A termbase whose English and Chinese terms can be found; other languages are not looked for."""

    entries: Entries
    english: Lexicon
    chinese: Lexicon

    @classmethod
    def of(cls, termbase: Termbase) -> Terms:
        """Compile a termbase."""
        return cls.from_compiled(termbase.entries, *compile_terms(termbase.entries))

    @classmethod
    def from_compiled(cls, entries: Entries, english: Compiled, chinese: Compiled) -> Terms:
        """From what `compile_terms` gave for these entries."""
        return cls(entries, Lexicon(entries, english), Lexicon(entries, chinese))


def compile_terms(entries: Iterable[ConceptEntry]) -> tuple[Compiled, Compiled]:
    """The English and the Chinese lexicon of a termbase."""
    places: tuple[dict[str, list[int]], dict[str, list[int]]] = ({}, {})
    for concept, entry in enumerate(entries):
        for number, (language, term) in enumerate(entry.terms()):
            for patterns, is_its, forms in zip(places, (is_english, is_chinese), _FORMS, strict=True):
                for pattern in {*forms(term)} if is_its(language) else ():
                    patterns.setdefault(pattern, []).extend((concept, number))
    return _compiled(places[0]), _compiled(places[1])


def _english_patterns(term: TermSection) -> Iterator[str]:
    """A term's key. One that the house decided against is not saved by an article: `rule by the law`."""
    key = english.english_key(term.term)
    yield key
    if term.is_forbidden:
        yield from english.with_other_articles(key)


def _chinese_patterns(term: TermSection) -> Iterator[str]:
    yield chinese_pattern(term.term)


_FORMS: tuple[Callable[[TermSection], Iterator[str]], ...] = (_english_patterns, _chinese_patterns)


def _compiled(patterns: dict[str, list[int]]) -> Compiled:
    patterns.pop("", None)
    firsts, terms = array("I", [0]), array("I")
    for places in patterns.values():
        terms.extend(places)
        firsts.append(len(terms) // 2)
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
