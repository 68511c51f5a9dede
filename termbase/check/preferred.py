"""Which term of a concept a text should use."""

from __future__ import annotations

from collections.abc import Iterable

from termbase.language import is_chinese, primary_language, subtags
from termbase.model import ConceptEntry, TermSection


def wanted_terms(concept: ConceptEntry, language: str) -> tuple[str, ...]:
    """The terms to use for a concept: the preferred ones of the language, else the admitted, else the undecided.

    The very language goes before its neighbours (zh-Hant-TW before zh-Hant-HK), the wording of its region before
    others, and what was seen in a text before what was only proposed.
    """
    candidates = [term for tag, term in concept.terms() if tag == language] or [
        term for tag, term in concept.terms() if _is_same(tag, language)
    ]
    allowed = [term for term in candidates if not term.is_forbidden]
    allowed = [term for term in allowed if _is_of_region(term, language)] or allowed
    allowed = [term for term in allowed if not term.proposed] or allowed
    return best_of(allowed)


def best_of(terms: Iterable[TermSection]) -> tuple[str, ...]:
    """The preferred of some terms, else the admitted, else the undecided; none that is forbidden."""
    allowed = [term for term in terms if not term.is_forbidden]
    best = min((term.rank for term in allowed), default=0)
    return tuple(dict.fromkeys(term.term for term in allowed if term.rank == best))


def region_of(language: str, term: TermSection) -> str:
    """Whose wording a term is ("CN", "TW", "HK"): its geographical usage, else the region of its language tag."""
    return term.geographical_usage or subtags(language).region


def label(concept: ConceptEntry, language: str) -> str:
    """What to call a concept in a message on a text of `language`: by its best term of the other language."""
    others = (tag for tag, _ in concept.terms() if is_chinese(tag) != is_chinese(language))
    terms = (wanted_terms(concept, tag)[:1] for tag in others)
    return next((term for found in terms for term in found), f"concept {concept.id}")


def _is_same(tag: str, language: str) -> bool:
    return primary_language(tag) == primary_language(language)


def _is_of_region(term: TermSection, language: str) -> bool:
    return term.geographical_usage in (None, subtags(language).region)
