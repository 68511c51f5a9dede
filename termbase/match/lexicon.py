"""Compiles the terms of a termbase for finding them in text: an automaton per language, and its patterns' terms.

Start from `SearchableTerms`. A compiled lexicon consists of bytes and numbers, so that `termbase.match.stored` can
store it.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple, Protocol

from termbase.language import is_chinese, is_english
from termbase.model import ConceptEntry, TermSection, Termbase, read_part_of_speech
from termbase.text.chinese.folded_chinese import chinese_patterns
from termbase.text.english import folded_english as english
from termbase.text.english.loose_english import base_words, fold_loosely, loose_patterns
from termbase.text.regions.wording import wordings

if TYPE_CHECKING:
    from daachorse import CharwiseDoubleArrayAhoCorasick


_NUMBERS = 3
"""How many numbers store one `Reference`."""

_LEAST_WORDS, _LEAST_WITH_PARTICLE = 3, 5
"""The fewest words and characters of a Chinese term that is found with 的 inside."""

_HALF = re.compile("[\ud800-\udfff]")
_REMARK = re.compile(r"(.*\S)\s*[(（]([^()（）]{1,20})[)）]\s*")

Occurrence = tuple[int, int, int]
"""Start and end of a pattern in a folded text (code points, end-exclusive), and the number of the pattern."""


@dataclass(frozen=True, slots=True)
class Designation:
    """A term that stands for a concept in a language (ISO 1087: designation). `language` is a canonical tag.

    `is_reworded` is true if the text has the term in the wording of a region for which the termbase does not list
    it: 数位经济 for 数字经济.
    """

    concept: ConceptEntry
    language: str
    term: TermSection
    is_reworded: bool = False


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
    """A term as two numbers from 0: of its concept, and in its concept. `is_reworded`: see `Designation`."""

    concept: int
    term: int
    is_reworded: bool = False


class Compiled(NamedTuple):
    """A lexicon without its concepts: the automaton as bytes (none if there are no terms), and its patterns' terms.

    `terms` has the numbers of all references, one after the other. The references of pattern `n` are those from
    `firsts[n]` to before `firsts[n + 1]`.
    """

    automaton: bytes
    firsts: array[int]
    terms: array[int]

    def references(self, pattern: int) -> Iterator[Reference]:
        """Yield the terms that have a pattern."""
        for place in range(self.firsts[pattern], self.firsts[pattern + 1]):
            concept, term, is_reworded = self.terms[_NUMBERS * place : _NUMBERS * (place + 1)]
            yield Reference(concept, term, bool(is_reworded))


class Lexicon:
    """Finds the terms of one language in folded text."""

    def __init__(self, entries: Entries, compiled: Compiled) -> None:
        """Load the automaton; `compiled` must be made from the same entries."""
        self._entries = entries
        self._compiled = compiled
        self._automaton = _automaton(compiled.automaton)
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
            self._meanings[pattern] = by_concept(self._designations(pattern))
        return self._meanings[pattern]

    @cached_property
    def base_words(self) -> frozenset[frozenset[str]]:
        """The base forms of the words of each term."""
        numbers = range(len(self._compiled.firsts) - 1)
        found = (one for number in numbers for one in self._designations(number))
        return frozenset(base_words(designation.term.term) for designation in found)

    def _designations(self, pattern: int) -> Iterator[Designation]:
        for concept, term, is_reworded in self._compiled.references(pattern):
            entry = self._entries[concept]
            yield Designation(entry, *list(entry.terms())[term], is_reworded)


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
                for pattern in {*_english_patterns(term)}:
                    english_terms.setdefault(pattern, []).append(Reference(concept, number))
                if not term.is_forbidden:
                    allowed.append(term.term)
                for pattern in _loose_patterns(term):
                    loose.setdefault(pattern, []).append(Reference(concept, number))
            elif is_chinese(language):
                for pattern, is_reworded in _chinese_patterns(term):
                    chinese_terms.setdefault(pattern, []).append(Reference(concept, number, is_reworded))
    for name in allowed if loose else ():  # an allowed term is no variant of a forbidden one
        loose.pop(fold_loosely(name).text, None)
    return _compiled(english_terms), _compiled(chinese_terms), _compiled(loose)


_Patterns = dict[str, list[Reference]]


def _loose_patterns(term: TermSection) -> Iterator[str]:
    """Yield the patterns of a forbidden term that is no name. Another form of a name is another name."""
    if term.is_forbidden and not term.is_proper_noun:
        yield from loose_patterns(term.term)


def _english_patterns(term: TermSection) -> Iterator[str]:
    """Yield the key of a term; for a forbidden term also with other articles, so `rule by the law` is found too."""
    for spelling in _spellings(term):
        key = english.english_key(spelling)
        yield key
        if term.is_forbidden:
            yield from english.with_other_articles(key)


def _spellings(term: TermSection) -> Iterator[str]:
    """Yield the term as it is listed, and without a part of speech in brackets, as in 升级（名词）."""
    yield term.term
    remark = _REMARK.fullmatch(term.term)
    if remark and read_part_of_speech(remark[2]):
        yield remark[1]


def _chinese_patterns(term: TermSection) -> Iterator[tuple[str, bool]]:
    """Yield the patterns of a Chinese term with `is_reworded`: its own forms, then its other regional wordings.

    A forbidden term is also found with 的 or 性 between its words, if it has at least three: 数据的越境流动.

    Since the wordings of other regions are compiled here, only the characters of a text have to be folded.
    """
    forms = tuple(form for spelling in _spellings(term) for form in chinese_patterns(spelling))
    yield from ((form, False) for form in forms)
    if term.is_forbidden and not term.is_proper_noun:
        yield from ((form, False) for each in forms for form in _with_particle(each))
    yield from ((form, True) for form in dict.fromkeys(wordings(forms[0])) if len(form) > 1) if forms else ()


def _with_particle(form: str) -> Iterator[str]:
    """Yield a Chinese term with 的 in one place between two of its words, or with 性 behind one: 关键性信息基建."""
    if len(form) < _LEAST_WITH_PARTICLE or "的" in form:
        return
    from termbase.text.chinese.words import dictionary_words

    words = dictionary_words(form)
    if len(words) >= _LEAST_WORDS and all(len(word) > 1 for word in words):
        for word, end in zip(words, accumulate(map(len, words[:-1])), strict=False):
            yield f"{form[:end]}的{form[end:]}"
            if len(dictionary_words(f"{word}性")) == 1:
                yield f"{form[:end]}性{form[end:]}"


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
