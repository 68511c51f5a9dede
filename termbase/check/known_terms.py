"""The termbases that a check uses, joined: finds their terms in texts, and their concepts by a term."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from termbase.check.preferred import wanted_terms
from termbase.language import ENGLISH, SIMPLIFIED, is_chinese, is_english
from termbase.match.lexicon import SearchableTerms
from termbase.match.matcher import Matcher
from termbase.model import ConceptEntry, Termbase
from termbase.text.english.folded_english import english_key

if TYPE_CHECKING:
    from termbase.match.near import VariantFinder


class KnownTerms:
    """The concepts of all termbases of a check. `matcher` finds their terms in texts."""

    def __init__(self, termbases: Sequence[Termbase | SearchableTerms]) -> None:
        """Compile the termbases that are not compiled yet. Earlier termbases and concepts come first in results."""
        self._terms = [one if isinstance(one, SearchableTerms) else SearchableTerms.of(one) for one in termbases]
        self.matcher = Matcher(*self._terms)

    @cached_property
    def _entries(self) -> Sequence[ConceptEntry]:
        return [entry for terms in self._terms for entry in terms.entries]

    @cached_property
    def _concepts(self) -> dict[str, list[ConceptEntry]]:
        concepts: dict[str, list[ConceptEntry]] = defaultdict(list)
        for entry in self._entries:
            for key in {_key(language, term.term) for language, term in entry.terms()}:
                concepts[key].append(entry)
        return concepts

    def __contains__(self, identifier: object) -> bool:
        """Whether a concept has this id."""
        return identifier in self._ids

    @cached_property
    def _ids(self) -> frozenset[str]:
        return frozenset(entry.id for entry in self._entries)

    @cached_property
    def near(self) -> VariantFinder[ConceptEntry]:
        """A finder of the near variants of all English terms that are not deprecated or superseded."""
        from termbase.match.near import VariantFinder

        return VariantFinder(
            (term.term, entry)
            for entry in self._entries
            for language, term in entry.terms()
            if is_english(language) and not term.is_forbidden
        )

    @cached_property
    def labels(self) -> dict[str, str]:
        """Names of the concepts for people, by id: the best term of each language, `网络安全 · cybersecurity`."""
        return {entry.id: _label(entry) for entry in self._entries}

    def by_english(self, term: str) -> list[ConceptEntry]:
        """Return the concepts that an English term names, in any case and number."""
        return self._concepts.get(_key(ENGLISH, term), [])

    def by_chinese(self, term: str) -> list[ConceptEntry]:
        """Return the concepts that a Chinese term names, in any script and regional wording."""
        return self._concepts.get(_key(SIMPLIFIED, term), [])


def _label(entry: ConceptEntry) -> str:
    terms = (wanted_terms(entry, language)[:1] for language in (SIMPLIFIED, ENGLISH))
    return " · ".join(term for found in terms for term in found) or entry.id


def _key(language: str, term: str) -> str:
    if is_chinese(language):
        from termbase.text.chinese_key import chinese_key

        return f"zh {chinese_key(term)}"
    return f"en {english_key(term)}" if is_english(language) else f"{language} {term}"
