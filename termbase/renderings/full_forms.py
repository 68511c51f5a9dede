"""Knows what usual abbreviations stand for: *time to live* for TTL, whose words render 生存时间."""

from __future__ import annotations

from functools import cache, lru_cache

from termbase.files.data_table import data_rows
from termbase.renderings.parts import content_words, rendered_parts

_LEAST = 0.6
"""The least part of the words of a full form that render the text where it is meant."""


def renders_full_form(abbreviation: str, chinese: str) -> float:
    """Return how completely a full form of an abbreviation and some Chinese render each other, from 0 to 1.

    It is the smaller part of the words of the full form and of the characters, of the full form that fits best.
    """
    return max((min(rendered_parts(chinese, form)) for form in _forms(abbreviation)), default=0.0)


def full_form_in(abbreviation: str, text: str) -> str:
    """Return the full form of an abbreviation that a Chinese text renders, "" if it renders none."""
    shares = [(rendered_parts(text, form)[0], form) for form in _forms(abbreviation) if text]
    share, best = max(shares, default=(0.0, ""))
    return best if share >= _LEAST else ""


def _is_term(form: str) -> bool:
    """Return whether a third of the words are no function words: not in what you see is what you get (WYSIWYG)."""
    return 3 * len(content_words(form)) >= len(form.split())


@lru_cache(maxsize=4096)
def _forms(abbreviation: str) -> tuple[str, ...]:
    """Return the usual full forms of an abbreviation, also of several: CNNs."""
    table = _table()
    forms = table.get(abbreviation.casefold()) or table.get(abbreviation.removesuffix("s").casefold(), "")
    return tuple(form for form in forms.split(" | ") if form and _is_term(form))


@cache
def _table() -> dict[str, str]:
    """Return the full forms of each abbreviation as the file has them, which are split when they are needed."""
    return {short.casefold(): forms for short, forms in data_rows("full_forms.tsv")}
