"""Decides what a simplified character is by the characters beside it, as real text has them: 里 is 里 in 阿_山.

The table `character_contexts.tsv` is made by `bench/character_contexts.py` and asked only where no word decides.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from termbase.files.data_table import data_rows
from termbase.language import Region
from termbase.text.script import has_han

EDGE = "|"
"""Stands for punctuation, and for the start and the end of a text."""

SIZES = ((2, 2), (0, 3), (3, 0), (1, 2), (2, 1), (0, 2), (2, 0), (1, 1), (0, 1), (1, 0))
"""How many characters before and behind are looked at: the first context of the table that fits counts."""

_REACH = 3
_NUMERALS = dict.fromkeys("二两三四五六七八九十百千万亿", "二")


def window(text: str, place: int) -> tuple[str, str]:
    """Return the characters before and behind a place, nothing beyond punctuation; numerals are all alike."""
    before = "".join(map(_class, text[max(0, place - _REACH) : place]))
    after = "".join(map(_class, text[place + 1 : place + 1 + _REACH]))
    before = before[before.rfind(EDGE) + 1 :] if EDGE in before else before
    after = after[: after.find(EDGE)] if EDGE in after else after
    return (before if len(before) == _REACH else EDGE + before), (after if len(after) == _REACH else after + EDGE)


def contexts(before: str, after: str) -> Iterator[tuple[str, str]]:
    """Yield the contexts of a window in the order of `SIZES`."""
    for left, right in SIZES:
        if left <= len(before) and right <= len(after):
            yield before[len(before) - left :], after[:right]


def learned(region: Region) -> Mapping[str, Mapping[tuple[str, str], str]]:
    """Return the forms of characters by their contexts, in the characters of Taiwan or Hong Kong."""
    return _tables()[region is Region.HK]


@cache
def _tables() -> tuple[dict[str, dict[tuple[str, str], str]], dict[str, dict[tuple[str, str], str]]]:
    taiwan: dict[str, dict[tuple[str, str], str]] = {}
    hong_kong: dict[str, dict[tuple[str, str], str]] = {}
    for char, forms, places in data_rows("character_contexts.tsv"):
        form, _, other = forms.partition("/")
        for place in places.split(" "):
            before, _, after = place.partition("_")
            taiwan.setdefault(char, {})[before, after] = form
            hong_kong.setdefault(char, {})[before, after] = other or form
    return taiwan, hong_kong


@cache
def _class(char: str) -> str:
    if char in _NUMERALS:
        return _NUMERALS[char]
    if has_han(char):
        return char
    if char.isdigit():
        return "0"
    return "a" if char.isalpha() else EDGE
