"""Finds the terms inside a query, since a pasted query is often longer than the term in it (数字丝绸之路建设)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, islice

from termbase.index.forms import FoundTerm, Match, Way
from termbase.index.store import Index
from termbase.text.script import has_han

_MOST_HAN, _MOST_WORDS = 24, 8
"""The longest terms that are searched for, in characters of Chinese and in English words."""
_MOST_KEYS = 20_000
_CAPITALS = re.compile("(?<![A-Za-z0-9])[A-Z]{2,}(?![A-Za-z0-9])")
_SEPARATOR = re.compile("[/|;=]")
"""Signs between two terms without spaces: taxi/bus."""
_SCORE = 0.3


def find_contained(index: Index, query: str) -> list[FoundTerm]:
    """Return the concepts whose whole term is inside the query; a longer term has a higher score.

    An abbreviation that the termbase does not list counts only in capitals: WTO in `WTO rules`, not `who wrote`.
    """
    capitals = {letters.casefold() for letters in _CAPITALS.findall(query)}
    keys = {key for key in islice(_keys(index, query), _MOST_KEYS) if len(key) > 1}
    return [
        FoundTerm(form.concept, form.term, Match.PARTIAL, _SCORE * min(len(form.key) / len(query), 1.0))
        for form in index.with_keys(keys | capitals)
        if form.way <= Way.REGION or (form.way is Way.ABBREVIATION and form.key in capitals)
    ]


def _keys(index: Index, query: str) -> Iterator[str]:
    if has_han(query):
        return _parts(list(index.folding.key(query)), _MOST_HAN, "")
    from termbase.text.english.folded_english import english_key

    texts = dict.fromkeys((english_key(query), *map(english_key, _SEPARATOR.split(query))))
    return chain.from_iterable(_parts(text.split(), _MOST_WORDS, " ") for text in texts)


def _parts(units: list[str], most: int, between: str) -> Iterator[str]:
    for start in range(len(units)):
        for end in range(start + 1, min(start + most, len(units)) + 1):
            yield between.join(units[start:end])
