"""Finds words of Chinese with characters of the other script: slips, or words as another region writes them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from termbase.check.foreign.given_names import is_in_given_name
from termbase.text.changes import Change
from termbase.text.chinese.chinese_characters import wrong_characters
from termbase.text.chinese.word_edges import boundaries
from termbase.text.chinese.words import frequency

_RARELY = 10
"""A word is a slip for one that is so many times as frequent."""


def misspelt(text: str, places: list[int], found: list[Change]) -> Iterator[Change]:
    """Yield a change for each word with characters of the other script at some places, except names of persons."""
    if not places:
        return
    written, taken = list(text), set[int]()
    for change in found:
        if change.rule == "script":
            written[change.start : change.end] = change.new
        else:
            taken.update(range(change.start, change.end))
    wrong = [place for place in places if written[place] != text[place]]
    edges = boundaries(text)
    for start, end in pairwise(edges):
        here = wrong[bisect_left(wrong, start) : bisect_left(wrong, end)]
        if here and not is_in_given_name(text, here[0], edges):
            first, last = (start, end) if taken.isdisjoint(range(start, end)) else (here[0], here[-1] + 1)
            new = _of_like_shape(text[first:last]) or "".join(written[first:last])
            yield Change(first, last, new, "script", "")


def _of_like_shape(word: str) -> str | None:
    """Return the word that was meant if a character of the other script is a slip: 交叉 for 交义."""
    shapes = wrong_characters("shape")
    meant = "".join(shapes.get(char, char) for char in word)
    return meant if meant != word and frequency(meant) > _RARELY * frequency(word) else None
