"""Lists the terms of a concept in the other language, in the order in which to show them."""

from __future__ import annotations

from termbase.language import is_chinese, subtags
from termbase.model import ConceptEntry, TermSection


def translations(entry: ConceptEntry, language: str, region: str = "") -> list[tuple[str, TermSection]]:
    """Return the terms of a concept in the other language (Chinese for English, and the reverse), with their tags.

    Terms of the region ("CN", "TW", "HK") come first, within a region preferred terms first and proposed terms
    last.
    """
    others = [(tag, term) for tag, term in entry.terms() if is_chinese(tag) != is_chinese(language)]
    return sorted(others, key=lambda pair: (not is_of_region(pair[0], region), pair[1].rank))


def is_of_region(tag: str, region: str) -> bool:
    """Return whether a canonical tag is one of Chinese of a region ("CN", "TW", "HK")."""
    return is_chinese(tag) and subtags(tag).region == region
