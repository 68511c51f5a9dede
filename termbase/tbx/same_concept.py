"""Matches the concepts of two termbases: by id, otherwise by terms that they share in at least two languages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from termbase.model import ConceptEntry, Termbase

TermSet = frozenset[tuple[str, str]]


def terms_of(entry: ConceptEntry) -> TermSet:
    """Return the (language tag, term) pairs of a concept, with the terms case-folded."""
    return frozenset((language, term.term.casefold()) for language, term in entry.terms())


def matched(old: Termbase, new: Termbase) -> Iterator[tuple[ConceptEntry | None, ConceptEntry | None]]:
    """Yield every concept of both termbases paired with its counterpart, or with None if it has no counterpart."""
    counterpart = counterparts(old, new)
    taken = {id(entry) for entry in counterpart.values()}
    for entry in old:
        yield entry, counterpart.get(id(entry))
    for entry in new:
        if id(entry) not in taken:
            yield None, entry


def counterparts(old: Termbase, new: Termbase) -> dict[int, ConceptEntry]:
    """Return the counterpart in the new termbase of each concept in the old one, by `id()` of the old object."""
    by_id = {entry.id: entry for entry in reversed(new.entries)}
    found = {id(entry): by_id[entry.id] for entry in old if entry.id in by_id}
    taken = {id(entry) for entry in found.values()}
    by_term: dict[tuple[str, str], list[ConceptEntry]] = {}
    for entry in new:
        if id(entry) not in taken:
            for term in terms_of(entry):
                by_term.setdefault(term, []).append(entry)
    for entry in old:
        if id(entry) not in found and (other := _sharing(entry, by_term, taken)):
            found[id(entry)] = other
            taken.add(id(other))
    return found


def _sharing(
    entry: ConceptEntry, by_term: dict[tuple[str, str], list[ConceptEntry]], taken: set[int]
) -> ConceptEntry | None:
    """Return the untaken concept that shares the most terms in at least two languages, or None."""
    shared: Counter[int] = Counter()
    languages: dict[int, set[str]] = {}
    candidates: dict[int, ConceptEntry] = {}
    for term in sorted(terms_of(entry)):
        for other in by_term.get(term, ()):
            shared[id(other)] += 1
            languages.setdefault(id(other), set()).add(term[0])
            candidates[id(other)] = other
    best = [key for key, _ in shared.most_common() if len(languages[key]) > 1 and key not in taken]
    return candidates[best[0]] if best else None
