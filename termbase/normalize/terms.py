"""Looks up how to write the terms of a termbase in one region. This has priority over the tables of regional words.

The term of a concept is replaced by the concept's term for the region (数字丝绸之路 by 數位絲綢之路). A proper noun
keeps its wording if the concept has no such term. So does a term in the region's language with another region's
wording (國家互聯網信息辦公室 in Taiwan text).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from termbase.language import Region, is_chinese, subtags
from termbase.model import ConceptEntry, TermSection, Termbase
from termbase.normalize.text import Wording
from termbase.text.script import simplify


class TermWordings:
    """The Chinese terms of termbases, each with the term to write for it in a region."""

    def __init__(self, termbases: Iterable[Termbase], region: Region) -> None:
        """Index the terms, except those of one character. If two concepts have the same term, the first is used."""
        self._wordings: dict[str, Wording] = {}
        for termbase in termbases:
            for entry in termbase.entries:
                for form, wording in _wordings(entry, region):
                    self._wordings.setdefault(form, wording)
        lengths: dict[str, set[int]] = {}
        for form in self._wordings:
            lengths.setdefault(form[0], set()).add(len(form))
        self._lengths = {char: sorted(found, reverse=True) for char, found in lengths.items()}

    def longest(self, simplified: str, start: int) -> tuple[int, Wording] | None:
        """Return the end and the wording of the longest term at `start` of a simplified text, or None."""
        for length in self._lengths.get(simplified[start : start + 1], ()):
            wording = self._wordings.get(simplified[start : start + length])
            if wording is not None and start + length <= len(simplified):
                return start + length, wording
        return None


def _wordings(entry: ConceptEntry, region: Region) -> Iterator[tuple[str, Wording]]:
    chinese = [(tag, term) for tag, term in entry.terms() if is_chinese(tag)]
    own = _own_terms(chinese, region)
    if not own and not any(term.is_proper_noun for _, term in chinese):
        return
    reason = f"term of concept {entry.id}"
    kept = {simplify(term) for term in own} or {simplify(term.term) for _, term in chinese}
    for form in dict.fromkeys(simplify(term.term) for _, term in chinese):
        if len(form) > 1:
            yield form, Wording(None if form in kept else own[0], reason)


def _own_terms(chinese: Sequence[tuple[str, TermSection]], region: Region) -> list[str]:
    """Return the terms for a region, preferred terms first: those of its wording, otherwise of its language tag."""
    allowed = [(tag, term) for tag, term in chinese if not (term.is_forbidden or term.proposed)]
    by_wording = [term for tag, term in allowed if (term.geographical_usage or subtags(tag).region) == region]
    by_language = [term for tag, term in allowed if tag == region.tag]
    best = sorted(by_wording or by_language, key=lambda term: term.rank)
    return [term.term for term in best]
