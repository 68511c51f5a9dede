"""Counts how CC-CEDICT's definitions use an English word: as a verb (to open), a noun (window), or before nouns."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from termbase.cache.kept import kept
from termbase.renderings.cedict import plain_definitions
from termbase.renderings.cedict_file import source
from termbase.text.english.english_words import comparable

_PART = re.compile(r"[/;,]")
_Counts = tuple[int, int, int]
_WORD = re.compile(r"[A-Za-z][A-Za-z'’]*")


class Uses(NamedTuple):
    """How often a word is the verb after *to*, the last word of several (mostly a noun), and another of several."""

    verb: int = 0
    last: int = 0
    other: int = 0


def uses(word: str) -> Uses:
    """Return how the dictionary uses a word; number and spelling make no difference."""
    return Uses(*_counts().get(comparable(word), ()))


@cache
def _counts() -> Mapping[str, _Counts]:
    return kept(source(), ".uses", _compiled)[0]


def _compiled() -> tuple[dict[str, _Counts]]:
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for definition in plain_definitions():
        for part in _PART.split(definition):
            words = _WORD.findall(part)
            if len(words) > 1 and words[0] == "to":
                counts[words[1]][0] += 1
            elif len(words) > 1:
                counts[words[-1]][1] += 1
                for word in words[:-1]:
                    counts[word][2] += 1
    together: dict[str, _Counts] = {}
    for word, (verb, last, other) in counts.items():
        earlier = together.get(key := comparable(word), Uses())
        together[key] = (earlier[0] + verb, earlier[1] + last, earlier[2] + other)
    return (together,)
