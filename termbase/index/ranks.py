"""Which of several terms is put first."""

from __future__ import annotations

from termbase.language import is_chinese, subtags
from termbase.model import ConceptEntry, TermSection

_STATUSES = ("preferred", "admitted", None, "superseded", "deprecated")


def status_rank(term: TermSection) -> int:
    """The place of a term among those of its concept, 0 the best: preferred first, proposed ones last."""
    return len(_STATUSES) if term.proposed else _STATUSES.index(term.status)


def translations(entry: ConceptEntry, language: str, region: str = "") -> list[tuple[str, TermSection]]:
    """The terms in the other language, with their tags: those of the region ("CN", "TW", "HK") first, among them
    preferred first, proposed last."""
    others = [(tag, term) for tag, term in entry.terms() if is_chinese(tag) != is_chinese(language)]
    return sorted(others, key=lambda pair: (not is_of_region(pair[0], region), status_rank(pair[1])))


def is_of_region(tag: str, region: str) -> bool:
    """Whether a canonical tag is Chinese of a region ("CN", "TW", "HK")."""
    return is_chinese(tag) and subtags(tag).region == region
