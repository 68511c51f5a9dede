"""Joins Chinese words that a text mostly writes together into one: 过 and 拟合 (过拟合), 时间 and 戳 (时间戳).

The dictionary does not have the new words of a field and cuts them. One of the two must be a single character.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator

from termbase.mine.corpus import CutText, Side
from termbase.text.script import has_han

_LEAST = 3
_TOGETHER = 0.5
"""The part of the places of the rarer word that must have both words."""

_AFFIX = 0.2
"""The part of the places of a single character that must have both: 自 is often a prefix in a text on 自注意力."""


def joined(side: Side) -> Side:
    """Return a Chinese side with the words joined that belong together."""
    pairs = _pairs_to_join(side)
    result = Side(side.vocabulary)
    numbers = {pair: side.vocabulary.number("".join(side.vocabulary.words[one] for one in pair)) for pair in pairs}
    result.texts = [_with_joined(text, numbers) for text in side.texts]
    return result


def _pairs_to_join(side: Side) -> list[tuple[int, int]]:
    words = side.vocabulary.words
    single: Counter[int] = Counter()
    together: Counter[tuple[int, int]] = Counter()
    may_join = [has_han(word) for word in words]
    for text in side.texts:
        single.update(text.words)
        together.update(pair for pair, _ in _adjacent(text) if may_join[pair[0]] and may_join[pair[1]])
    return [
        pair
        for pair, count in together.items()
        if count >= _LEAST
        and min(len(words[one]) for one in pair) == 1
        and count >= _TOGETHER * min(single[one] for one in pair)
        and all(count >= _AFFIX * single[one] for one in pair if len(words[one]) == 1)
    ]


def _adjacent(text: CutText) -> Iterator[tuple[tuple[int, int], int]]:
    """Yield the words of a text that have nothing between them, with the place of the second one."""
    for place in range(1, len(text.words)):
        if text.ends[place - 1] == text.starts[place]:
            yield (text.words[place - 1], text.words[place]), place


def _with_joined(text: CutText, numbers: dict[tuple[int, int], int]) -> CutText:
    """Return a text with the pairs of words that have a number joined, from the left."""
    seconds: dict[int, int] = {}
    for pair, place in _adjacent(text):
        if pair in numbers and place - 1 not in seconds:
            seconds[place] = numbers[pair]
    if not seconds:
        return text
    kept = [place for place in range(len(text.words)) if place not in seconds]
    return CutText(
        array("i", [seconds.get(place + 1, text.words[place]) for place in kept]),
        array("i", [text.starts[place] for place in kept]),
        array("i", [text.ends[place + (place + 1 in seconds)] for place in kept]),
        bytes(text.follows[place] for place in kept),
    )
