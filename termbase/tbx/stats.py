"""Counts the concepts, terms and other contents of a termbase."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from termbase.model import EntryLevel, Termbase


@dataclass(frozen=True, slots=True)
class Stats:
    """Counts of a termbase.

    `terms` and `concepts_with` count terms and concepts by language tag. `statuses` counts terms by status; terms
    without a status are under "none".
    """

    concepts: int
    terms: dict[str, int]
    concepts_with: dict[str, int]
    statuses: dict[str, int]
    definitions: int
    """Definitions of concepts, languages and terms."""
    contexts: int
    extras: int
    """Elements for which the model has no field, kept as they are."""
    empty: int = 0
    """Terms without text, which are in no other count, and are left out when the termbase is converted."""


def stats(termbase: Termbase) -> Stats:
    """Return the counts of a termbase."""
    terms: Counter[str] = Counter()
    concepts_with: Counter[str] = Counter()
    statuses: Counter[str] = Counter()
    levels: list[EntryLevel] = []
    empty = 0
    for entry in termbase:
        levels += [entry, *entry.languages]
        concepts_with.update(tuple(dict.fromkeys(section.language for section in entry.languages)))
        for language, term in entry.terms():
            levels.append(term)
            if term.term.strip():
                terms[language] += 1
                statuses[term.status.value if term.status else "none"] += 1
            else:
                empty += 1
    definitions, contexts, extras = (
        sum(len(getattr(level, name)) for level in levels) for name in ("definitions", "contexts", "extras")
    )
    return Stats(
        len(termbase.entries),
        dict(terms),
        dict(concepts_with),
        dict(statuses),
        definitions,
        contexts,
        extras,
        empty,
    )
