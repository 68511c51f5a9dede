"""Chooses the term of a concept that a text should use."""

from __future__ import annotations

from collections.abc import Iterable

from termbase.language import is_chinese, is_same_language, subtags
from termbase.model import ConceptEntry, TermSection


def wanted_terms(concept: ConceptEntry, language: str) -> tuple[str, ...]:
    """Return the terms to use for a concept in a language, given as canonical tag.

    Terms of exactly this tag come before those of related tags (zh-Hant-TW before zh-Hant-HK), those of its script
    before others, then the wording of the region before others, and attested terms before proposed ones. Of the
    terms that are left, the preferred are returned, else the admitted, else those without a status. Empty if all
    terms are deprecated or superseded.
    """
    same = [(tag, term) for tag, term in concept.terms() if is_same_language(tag, language)]
    script = [(tag, term) for tag, term in same if subtags(tag).script == subtags(language).script]
    candidates = [term for tag, term in same if tag == language] or [term for _, term in script or same]
    allowed = [term for term in candidates if not term.is_forbidden]
    allowed = [term for term in allowed if _is_of_region(term, language)] or allowed
    allowed = [term for term in allowed if not term.proposed] or allowed
    return best_of(allowed)


def best_of(terms: Iterable[TermSection]) -> tuple[str, ...]:
    """Return the preferred terms, else the admitted ones, else those without a status; never a deprecated one."""
    allowed = [term for term in terms if not term.is_forbidden]
    best = min((term.rank for term in allowed), default=0)
    return tuple(dict.fromkeys(term.term for term in allowed if term.rank == best))


def region_of(language: str, term: TermSection) -> str:
    """Return the region whose wording a term is ("CN", "TW", "HK").

    It is the term's geographical usage, or else the region of its language tag.
    """
    return term.geographical_usage or subtags(language).region


def label(concept: ConceptEntry, language: str) -> str:
    """Name a concept in a message about a text in `language`: its best term in the other language, else its id.

    A language with attested terms comes before one with proposed terms only.
    """
    others = sorted(
        (term.proposed, number, tag)
        for number, (tag, term) in enumerate(concept.terms())
        if is_chinese(tag) != is_chinese(language)
    )
    terms = (wanted_terms(concept, tag)[:1] for _, _, tag in others)
    return next((term for found in terms for term in found), f"concept {concept.id}")


def _is_of_region(term: TermSection, language: str) -> bool:
    return term.geographical_usage in (None, subtags(language).region)
