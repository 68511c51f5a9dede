"""Tells whether a Chinese word often begins a term: 人工 does (人工智能), 提出 does not.

The headwords of CC-CEDICT that are made of two words are compared with how often their first word stands in texts.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache

from termbase.cache.kept import kept
from termbase.renderings.cedict_file import dictionary, source
from termbase.text.chinese.dictionary import frequency
from termbase.text.script import simplify_term

_LONGEST = 8
"""Characters of the longest headword that is looked at."""

_LONG_PARTS = 3.0
"""What speaks for a cut between two words of several characters, as a logarithm of their frequency."""

_LEAST, _OF_FREQUENCY = 0.5, 1000
"""Words that begin nothing count as half a headword; the frequency that goes with one headword."""

_MOST = 3.0
"""The largest logarithm that is looked at, either way."""


@lru_cache(maxsize=1 << 14)
def begins_terms(word: str) -> float:
    """Return how much a word begins terms, from -1 (never) to 1 (often); 0 if it is not in jieba's dictionary."""
    plain = simplify_term(word)
    often = frequency(plain)
    if not often:
        return 0.0
    ratio = math.log((_beginnings().get(plain, 0) + _LEAST) / (often / _OF_FREQUENCY + 1))
    return max(-_MOST, min(_MOST, ratio)) / _MOST


@cache
def _beginnings() -> dict[str, int]:
    """Return how many headwords each word begins, from the cache folder if they were counted before."""
    (counts,) = kept(source(), ".beginnings", _counted)
    return counts


def _counted() -> tuple[dict[str, int]]:
    return (dict(Counter(first for word in dictionary().definitions if (first := _first_of_two(word)))),)


def _first_of_two(word: str) -> str:
    """Return the first of the two words of which a headword is most likely made, "" if it is not."""
    cuts = dict(_cuts(word)) if 2 < len(word) <= _LONGEST else {}
    return word[: max(cuts, key=cuts.__getitem__)] if cuts else ""


def _cuts(word: str) -> Iterator[tuple[int, float]]:
    """Yield the places between two known words, with how likely these stand together."""
    for place in range(1, len(word)):
        first, rest = frequency(word[:place]), frequency(word[place:])
        if first and rest:
            yield place, math.log(first) + math.log(rest) + _LONG_PARTS * (1 < place < len(word) - 1)
