"""Matches the concepts of two termbases: by the terms that they share, and by ids that tools keep.

Start from `matched` or `counterparts`. An id without a common term shows nothing: two files number their own
concepts. Ids that a reader made (`row-2`) and running numbers (1, 2, 3 ...) are not compared at all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import TypeVar

from termbase.language import is_chinese, primary_language
from termbase.model import ConceptEntry, Termbase

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")
TermSet = frozenset[tuple[str, str]]
_OF_A_READER = re.compile(r"(row|concept)(-\d+)+")
_NUMBER = re.compile(r"(?:c-)?(\d+)")
"""A number as an id; the writer of TBX puts `c-` before it."""


def terms_of(entry: ConceptEntry) -> TermSet:
    """Return the (language, term) pairs of a concept, with the terms case-folded.

    English of the United States is English: one tool writes `en`, another `en-US`. Chinese regions have own terms.
    """
    return frozenset((_language(tag), term.term.casefold()) for tag, term in entry.terms())


def _language(tag: str) -> str:
    return tag if is_chinese(tag) else primary_language(tag)


def kept_ids(termbase: Termbase) -> frozenset[str]:
    """Return the ids that identify concepts also in other versions of the file.

    These are all ids but those that a reader made, and numbers that only count the concepts from 0 or 1.
    """
    numbers = [int(match[1]) if (match := _NUMBER.fullmatch(entry.id)) else -1 for entry in termbase]
    if numbers and numbers == list(range(numbers[0], numbers[0] + len(numbers))) and numbers[0] in (0, 1):
        return frozenset()
    return frozenset(entry.id for entry in termbase if not _OF_A_READER.fullmatch(entry.id))


def matched(old: Termbase, new: Termbase) -> Iterator[tuple[ConceptEntry | None, ConceptEntry | None]]:
    """Yield every concept of both termbases paired with its counterpart, or with None if it has no counterpart."""
    counterpart = counterparts(old, new)
    taken = {id(entry) for entry in counterpart.values()}
    for entry in old:
        yield entry, counterpart.get(id(entry))
    for entry in new:
        if id(entry) not in taken:
            yield None, entry


Counterparts = dict[int, ConceptEntry]
"""The counterpart of each concept that has one, by `id()` of the object."""


def counterparts(
    old: Termbase, new: Termbase, known: Counterparts | None = None, *, is_family: bool = False
) -> Counterparts:
    """Return the counterpart in the new termbase of each concept in the old one, by `id()` of the old object.

    Concepts are the same if they have the same terms, or share terms in two languages, or have a kept id and a term
    in common. `is_family` means that one file is a version of the other: then a kept id alone is enough. The pairs
    in `known` need not be found.
    """
    pairs = _Pairs(old, new, dict(known or {}))
    pairs.add(pairs.with_equal_terms)
    pairs.index_terms()
    pairs.add(pairs.sharing_two_languages)
    pairs.add(pairs.sharing_id_and_term)
    if is_family:
        pairs.add(pairs.sharing_id)
    return pairs.found


class _Pairs:
    """The pairs found so far; each rule proposes a concept of the new termbase for one that has none yet."""

    def __init__(self, old: Termbase, new: Termbase, found: Counterparts) -> None:
        self.old, self.new, self.found = old, new, found
        self.ids = kept_ids(old) & kept_ids(new)
        self.taken = {id(entry) for entry in found.values()}
        self.by_terms = _listed((terms_of(entry), entry) for entry in new)
        self.by_id = _listed((entry.id, entry) for entry in new)
        self.by_term: dict[tuple[str, str], list[ConceptEntry]] = {}

    def add(self, rule: Callable[[ConceptEntry], ConceptEntry | None]) -> None:
        for entry in self.old:
            if id(entry) not in self.found and (other := rule(entry)):
                self.found[id(entry)] = other
                self.taken.add(id(other))

    def index_terms(self) -> None:
        left = self._untaken(self.new)
        self.by_term = _listed((term, entry) for entry in left for term in terms_of(entry))

    def with_equal_terms(self, entry: ConceptEntry) -> ConceptEntry | None:
        terms = terms_of(entry)
        candidates = self._untaken(self.by_terms.get(terms, ()))
        same_id = [other for other in candidates if other.id == entry.id]
        return next(iter(same_id or (candidates if terms else ())), None)

    def sharing_two_languages(self, entry: ConceptEntry) -> ConceptEntry | None:
        """Return the concept that shares the most terms; among equals the one with the same id, then the first."""
        shared = _listed((id(other), term) for term in sorted(terms_of(entry)) for other in self._with(term))
        others = {id(other): other for term in terms_of(entry) for other in self._with(term)}
        best = [others[key] for key, terms in shared.items() if len({language for language, _ in terms}) > 1]
        return max(best, key=lambda other: (len(shared[id(other)]), other.id == entry.id), default=None)

    def sharing_id_and_term(self, entry: ConceptEntry) -> ConceptEntry | None:
        return next((other for other in self._with_id(entry) if terms_of(entry) & terms_of(other)), None)

    def sharing_id(self, entry: ConceptEntry) -> ConceptEntry | None:
        return next(iter(self._with_id(entry)), None)

    def _with(self, term: tuple[str, str]) -> list[ConceptEntry]:
        return self._untaken(self.by_term.get(term, ()))

    def _with_id(self, entry: ConceptEntry) -> list[ConceptEntry]:
        return self._untaken(self.by_id.get(entry.id, ())) if entry.id in self.ids else []

    def _untaken(self, entries: Iterable[ConceptEntry]) -> list[ConceptEntry]:
        return [entry for entry in entries if id(entry) not in self.taken]


def sharing_two_languages(
    old: Iterable[ConceptEntry], new: Iterable[ConceptEntry]
) -> Iterator[tuple[ConceptEntry, ConceptEntry]]:
    """Yield for each concept of `new` the first one of `old` with which it shares terms in two languages."""
    by_term = _listed((term, entry) for entry in old for term in terms_of(entry))
    for other in new:
        found = [(term[0], entry) for term in sorted(terms_of(other)) for entry in by_term.get(term, ())]
        shared = _listed((id(entry), language) for language, entry in found)
        entries = {id(entry): entry for _, entry in found}
        first = next((entry for entry in entries.values() if len(set(shared[id(entry)])) > 1), None)
        if first is not None:
            yield first, other


def sharing_one_language(
    old: Iterable[ConceptEntry], new: Iterable[ConceptEntry]
) -> Iterator[tuple[ConceptEntry, ConceptEntry, str]]:
    """Yield for each concept of `new` the concepts of `old` with which it shares terms in one language, and a term.

    Concepts of two subject fields are homonyms.
    """
    by_term = _listed((term, entry) for entry in old for term in terms_of(entry))
    for other in new:
        shared: dict[int, list[tuple[str, str]]] = _listed(
            (id(entry), term) for term in sorted(terms_of(other)) for entry in by_term.get(term, ())
        )
        entries = {id(entry): entry for term in terms_of(other) for entry in by_term.get(term, ())}
        for key, terms in shared.items():
            fields = {entries[key].subject_field, other.subject_field} - {None}
            if len({language for language, _ in terms}) == 1 and len(fields) < 2:
                yield entries[key], other, terms[0][1]


def _listed(pairs: Iterable[tuple[Key, Value]]) -> dict[Key, list[Value]]:
    listed: dict[Key, list[Value]] = {}
    for key, value in pairs:
        listed.setdefault(key, []).append(value)
    return listed
