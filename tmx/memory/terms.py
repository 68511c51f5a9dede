"""The known terms of a text to translate, and their translations put right in a stored one. Start from `Terms`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from termbase.check.fix import Words, replacement
from termbase.check.preferred import wanted_terms
from termbase.language import primary_language
from termbase.match.lexicon import SearchableTerms
from termbase.match.matcher import Hit, Matcher
from termbase.model import ConceptEntry
from tmx.memory.adapt import Change
from tmx.memory.jobs.job import Suggestion
from tmx.memory.tokens import tokens


class KnownTerm(NamedTuple):
    """A term in a text (code points, the end is exclusive), its concept, and the terms to translate it with."""

    start: int
    end: int
    concept: str
    translations: tuple[str, ...]


class Terms:
    """The terms of termbases, for translations from one language into another (canonical tags)."""

    def __init__(self, termbases: Iterable[SearchableTerms], source: str, target: str) -> None:
        self._matcher = Matcher(*termbases)
        self._source, self._target = primary_language(source), primary_language(target)
        self._wanted_in = target

    def found(self, text: str) -> list[KnownTerm]:
        """Return the terms of a text in the source language, in order; several concepts may have the same place."""
        return [
            KnownTerm(hit.start, hit.end, hit.concept.id, wanted_terms(hit.concept, self._wanted_in))
            for hit in self._hits(text, self._source)
        ]

    def of(self, text: str) -> list[Suggestion]:
        """Return the terms of a text that have translations, each once, in order."""
        found: dict[tuple[str, tuple[str, ...]], Suggestion] = {}
        for known in self.found(text):
            term, wanted = " ".join(text[known.start : known.end].split()), known.translations
            if wanted:
                found.setdefault((term.casefold(), wanted), Suggestion(term, wanted))
        return list(found.values())

    def changes(self, text: str, source: str, target: str) -> list[Change]:
        """Return what to change in the translation of `source` for the terms of `text`, where that is certain.

        A term of the text that stands in place of another one of the source is translated by its own term. A
        deprecated translation of a term is replaced by the right one.
        """
        own, stored = self._places(text, self._source), self._places(source, self._source)
        translated = self._places(target, self._target)
        changes: list[Change] = []
        for mine, old in _exchanged(text, own, source, stored):
            found = [place for place in translated if _has(place, old)]
            is_once = sum(_has(place, old) for place in stored) == len(found) == 1
            if is_once and not any(_has(place, mine) for place in translated):
                changes += self._replaced(target, found[0], mine)
        for place in translated:
            concepts = [hit.concept for hit in place]
            is_meant = any(_has(other, concepts[0]) for other in own)
            if len(concepts) == 1 and is_meant and all(each.term.is_forbidden for each in place[0].designations):
                changes += self._replaced(target, place, concepts[0])
        return list(dict.fromkeys(changes))

    def _replaced(self, target: str, place: Sequence[Hit], concept: ConceptEntry) -> Iterator[Change]:
        """Yield the change that puts the term of a concept in a place of a translation, if it has only one."""
        hit, wanted = place[0], wanted_terms(concept, self._wanted_in)
        if len(place) != 1 or len(wanted) != 1:
            return
        words = Words(target[hit.start : hit.end], hit.start, hit.end, target)
        fix = replacement(words, hit.designations[0].term.term, wanted[0])
        if fix is not None:
            yield Change(fix.start, fix.end, fix.text)

    def _hits(self, text: str, language: str) -> list[Hit]:
        """The hits of terms in a language, as the longest that do not overlap."""
        return [
            hit
            for hit in self._matcher.find(text)
            if any(primary_language(each.language) == language for each in hit.designations)
        ]

    def _places(self, text: str, language: str) -> list[list[Hit]]:
        """The hits of a text, those of one place together."""
        hits = self._hits(text, language)
        return [list(place) for _, place in groupby(hits, key=lambda hit: (hit.start, hit.end))]


def _exchanged(
    text: str, own: Sequence[Sequence[Hit]], source: str, stored: Sequence[Sequence[Hit]]
) -> Iterator[tuple[ConceptEntry, ConceptEntry]]:
    """Yield the concepts that stand in place of others, if two texts are equal but for their terms."""
    if len(own) != len(stored) or _between(text, own) != _between(source, stored):
        return
    for mine, old in zip(own, stored, strict=True):
        if len(mine) == len(old) == 1 and mine[0].concept is not old[0].concept:
            yield mine[0].concept, old[0].concept


def _between(text: str, places: Sequence[Sequence[Hit]]) -> list[list[str]]:
    ends = [0, *(place[0].end for place in places)]
    starts = [*(place[0].start for place in places), len(text)]
    return [tokens(text[end:start]) for end, start in zip(ends, starts, strict=True)]


def _has(place: Sequence[Hit], concept: ConceptEntry) -> bool:
    return any(hit.concept is concept for hit in place)
