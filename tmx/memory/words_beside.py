"""Decides whether the row of a text has words one after the other. Start from `has_beside`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import contains

from tmx.memory.tokens import PLACEABLES


def has_beside(row: str, words: Sequence[frozenset[str]]) -> bool:
    """Whether a row has words one after the other, each given as its characters.

    (A pattern with so many characters would be slow.)
    """
    first, *others = words
    for char in first.intersection(row):
        at = row.find(char)
        while at >= 0:
            after = row[at + 1 : at + len(words)]
            if len(after) == len(others) and all(map(contains, others, after)):
                return True
            at = row.find(char, at + 1)
    return False


def says_beside(row: str, words: Sequence[frozenset[str]]) -> bool:
    """Whether a row may have words one after the other, some of which its placeables say.

    A placeable stands for any number of words. The characters of each word have those of placeables among them.
    """
    if any(chars.isdisjoint(row) for chars in words):
        return False
    first, *others = words
    ends = {at for at, char in enumerate(row, 1) if char in first}
    for chars in others:
        ends = {end for start in ends for end in _ends(row, start, chars)}
    return bool(ends)


def _ends(row: str, start: int, chars: frozenset[str]) -> Iterator[int]:
    """Yield where the next word may end, one of `chars`, if the word before it ends at `start`.

    The first word may end at any placeable, so a row of them is gone through from each of its places.
    """
    if row[start - 1] in PLACEABLES:
        yield start
    if start < len(row) and row[start] in chars:
        yield start + 1
