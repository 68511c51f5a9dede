"""Finds the characters of a target that translate English words, by the dictionary or as programs often have them.

Characters are bits, of which bit 0 is the first character. Start from `bits`.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from operator import or_

from termbase.renderings.rendered_characters import rendered_bits
from termbase.renderings.usual import usual
from termbase.text.chinese.folded_chinese import FoldedChinese, fold_chinese
from termbase.text.chinese.words import dictionary_words
from termbase.text.english.english_words import comparable
from termbase.text.offsets import starts_of

_OFTEN = 0.04
"""The share of messages with a word that have a rendering, from which it counts as one."""


def have_one_translation(one: str, other: str) -> bool:
    """Return whether one word is a usual translation of two English ones: 新增 of *add* and *create*."""
    return not _usual_words(one).isdisjoint(_usual_words(other))


def _usual_words(word: str) -> set[str]:
    known = usual(comparable(word), "")
    return {each for each, share in known.shares.items() if share >= _OFTEN and len(each) > 1} if known else set()


def has_usual(word: str, target: str) -> bool:
    """Return whether a target has a usual translation of a word."""
    return bool(_usual_bits(word, fold_chinese(target)))


def whole_words(bits: int, target: str) -> int:
    """Return those of some characters that are whole words together: 字母 is no *character*, though 字 is."""
    whole, place = 0, 0
    for word in dictionary_words(target):
        span = ((1 << len(word)) - 1) << place
        whole |= span if bits & span == span else 0
        place += len(word)
    return whole


def bits(words: Iterable[str], target: str) -> int:
    """Return the characters, as bits, that render some words by the dictionary, or as programs often do."""
    folded = fold_chinese(target)
    return reduce(
        or_, (rendered_bits(word, target, in_terms=False) | _usual_bits(word, folded) for word in words), 0
    )


def _usual_bits(word: str, folded: FoldedChinese) -> int:
    found = ((start, start + len(each)) for each in _usual_words(word) for start in starts_of(each, folded.text))
    places = (folded.span(*span) for span in found)
    return reduce(or_, ((1 << end) - (1 << start) for start, end in places), 0)
