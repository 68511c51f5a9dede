"""Looks up how to write the terms of a termbase in one region. This has priority over the tables of regional words.

A concept with a term of the region is written by it (数字丝绸之路 as 數位絲綢之路), also where the text has it in a
wording that the termbase does not list. One whose term in the region's language is of another region's wording
keeps that (國家互聯網信息辦公室 in Taiwan text), and so does a proper noun.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from termbase.language import Region, is_chinese, subtags
from termbase.model import ConceptEntry, TermSection, Termbase
from termbase.normalize.prior_terms import Wording
from termbase.text.regions.wording import wordings
from termbase.text.script import simplify


class TermWordings:
    """The Chinese terms of termbases, each with the term to write for it in a region."""

    def __init__(self, termbases: Iterable[Termbase], region: Region) -> None:
        """Index the terms; of two concepts with one term the first counts, and listed forms before other wordings.

        Terms of one character are left out.
        """
        entries = [entry for termbase in termbases for entry in termbase.entries]
        self._wordings: dict[str, Wording] = {}
        for wordings_of in (_listed, _reworded):
            for entry in entries:
                for form, wording in wordings_of(entry, region):
                    if len(form) > 1:
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


def _listed(entry: ConceptEntry, region: Region) -> Iterator[tuple[str, Wording]]:
    """The Chinese terms of a concept in simplified characters, each with what the region writes for it."""
    chinese = _chinese(entry)
    own = _own_terms(chinese, region)
    if not own and not any(term.is_proper_noun for _, term in chinese):
        return
    kept = {simplify(term) for term in own} or {simplify(term.term) for _, term in chinese}
    for form in dict.fromkeys(simplify(term.term) for _, term in chinese):
        yield form, Wording(None if form in kept else own[0], _reason(entry))


def _reworded(entry: ConceptEntry, region: Region) -> Iterator[tuple[str, Wording]]:
    """The wordings of the terms that the concept does not list, if the region has a term to write for them."""
    chinese = _chinese(entry)
    if own := _own_terms(chinese, region):
        for _, term in chinese:
            for form in wordings(simplify(term.term)):
                yield form, Wording(own[0], _reason(entry))


def _chinese(entry: ConceptEntry) -> list[tuple[str, TermSection]]:
    return [(tag, term) for tag, term in entry.terms() if is_chinese(tag)]


def _reason(entry: ConceptEntry) -> str:
    return f"term of concept {entry.id}"


def _own_terms(chinese: Sequence[tuple[str, TermSection]], region: Region) -> list[str]:
    """Return the terms for a region, preferred terms first: those of its wording, otherwise of its language tag."""
    allowed = [(tag, term) for tag, term in chinese if not (term.is_forbidden or term.proposed)]
    by_wording = [term for tag, term in allowed if (term.geographical_usage or subtags(tag).region) == region]
    by_language = [term for tag, term in allowed if tag == region.tag]
    best = sorted(by_wording or by_language, key=lambda term: term.rank)
    return [term.term for term in best]
