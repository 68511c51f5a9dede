"""Reads a Chinese text twice: with whole words at both edges of a span, and with other words across an edge.

经济 is whole in 平台|经济|南, and cut in 平台|经|济南. Start from `readings`. It says how likely both are, so that
a translation can decide. `termbase.text.chinese.cut_words` decides by the dictionary alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import inf, log
from typing import NamedTuple

from termbase.text.chinese import dictionary


class Reading(NamedTuple):
    """The words of a text, and the logarithm of their likelihood."""

    likelihood: float
    words: tuple[str, ...]


_LISTED = 30
"""The frequency of a term that the dictionary lacks."""

_NONE = Reading(-inf, ())


def readings(text: str, start: int, end: int) -> tuple[Reading, Reading]:
    """Return the likeliest words of a simplified text with both edges of a span, and without one of them.

    A word across an edge that only adds to a word of the span, as 计算机 does to 计算, is in neither. The second
    reading has no words and the likelihood minus infinity if there is no other word across an edge.
    """
    every, found = log(dictionary.total()), dictionary.words_by_start(text)
    kept, cut = [*[_NONE] * len(text), Reading(0, ())], [_NONE] * (len(text) + 1)
    for first in range(len(text) - 1, -1, -1):
        for _, last, times in found[first] or ((first, first + 1, 1),):
            word = Reading(log(times or 1) - every, (text[first:last],))
            if not any(first < edge < last for edge in (start, end)):
                kept[first] = max(kept[first], _joined(word, kept[last]))
                cut[first] = max(cut[first], _joined(word, cut[last]))
            elif all(map(_cuts, _inner_parts(text, (first, last), (start, end)))):
                cut[first] = max(cut[first], _joined(word, kept[last]), _joined(word, cut[last]))
    return kept[0], cut[0]


def advantage(text: str, start: int, end: int) -> float:
    """Return by how much a text is likelier with a span as a word of its own than with words across its edges.

    It is the difference of two logarithms, infinite if there are no such words. A span that the dictionary lacks is
    taken for a rare word, as who lists a term knows it: 罕见病|患者 for 罕见|病患者.
    """
    kept, cut = readings(text, start, end)
    times = max(dictionary.frequency(text[start:end]), _LISTED)
    sides = (readings(side, 0, len(side))[0].likelihood for side in (text[:start], text[end:]) if side)
    return max(kept.likelihood, sum(sides) + log(times) - log(dictionary.total())) - cut.likelihood


def rests(text: str, start: int, end: int) -> Iterator[str]:
    """Yield what is left, outside a span, of the likeliest words across its edges."""
    place = 0
    for word in readings(text, start, end)[1].words:
        last = place + len(word)
        if place < start < last:
            yield text[place:start]
        if place < end < last:
            yield text[end:last]
        place = last


def _joined(word: Reading, rest: Reading) -> Reading:
    return Reading(word.likelihood + rest.likelihood, word.words + rest.words)


def _inner_parts(text: str, word: tuple[int, int], span: tuple[int, int]) -> Iterator[str]:
    """Yield the part of a word inside a span, if the word goes beyond one edge of the span only."""
    if not (word[0] < span[0] and span[1] < word[1]):
        yield text[max(word[0], span[0]) : min(word[1], span[1])]


def _cuts(part: str) -> bool:
    return len(part) == 1 or not dictionary.frequency(part)
