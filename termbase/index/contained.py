"""Finds the terms inside a query, since a pasted query is often longer than the term in it (数字丝绸之路建设)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from termbase.index.forms import FoundTerm, Match, Way
from termbase.index.store import Index
from termbase.text.script import has_han

_MOST_HAN, _MOST_WORDS = 24, 8
"""The longest terms that are searched for, in characters of Chinese and in English words."""
_MOST_KEYS = 20_000
_SCORE = 0.3


def find_contained(index: Index, query: str) -> list[FoundTerm]:
    """Return the concepts whose whole term is inside the query; a longer term has a higher score."""
    if has_han(query):
        units, most, between = list(index.folding.key(query)), _MOST_HAN, ""
    else:
        from termbase.text.english import english_key

        units, most, between = english_key(query).split(), _MOST_WORDS, " "
    keys = {between.join(part) for part in islice(_parts(units, most), _MOST_KEYS)}
    return [
        FoundTerm(form.concept, form.term, Match.PARTIAL, _SCORE * len(form.key) / len(between.join(units)))
        for form in index.with_keys([key for key in keys if len(key) > 1])
        if form.way <= Way.REGION
    ]


def _parts(units: list[str], most: int) -> Iterator[Iterable[str]]:
    for start in range(len(units)):
        for end in range(start + 1, min(start + most, len(units)) + 1):
            yield units[start:end]
