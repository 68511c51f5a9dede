"""Clues from the length of an English span beside that of the Chinese."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from functools import lru_cache

from termbase.extract.english.english_view import EnglishView
from termbase.extract.model import Clue, new_clue, noted
from termbase.renderings.cedict import defining_words, has_meaning
from termbase.text.chinese.words import words

_COMPANY = re.compile("(?:股份|集[团團])?有限公司$")
"""What English says in one word (Ltd.) or leaves out."""


@lru_cache(maxsize=256)
def _left_out(chinese: str) -> int:
    form = _COMPANY.search(chinese)
    return len(form[0]) - 1 if form else 0


def _is_coined(view: EnglishView) -> bool:
    """Return whether a span is one word that no dictionary explains, as brands are: its length says nothing."""
    word = view.words[0]
    if len(view.words) > 1 or not word.is_capital or word.bits or view.is_reading:
        return False
    return word.text.isalpha() and word.folded not in defining_words()


@lru_cache(maxsize=1024)
def is_ordinary(chinese: str) -> bool:
    """Return whether a Chinese string consists of words of the dictionary: 手动, 計算用; no brand does."""
    return all(map(has_meaning, words(chinese)))


def length(view: EnglishView) -> Iterator[Clue]:
    """Yield a clue about the ratio of words to characters: 0.6 is typical; two characters never need six words."""
    if view.is_abbreviation:
        return
    if _is_coined(view):
        yield noted("coined_for_words" if is_ordinary(view.chinese) else "coined")
        return
    is_clause = view.is_enclosed and 2 * len(view.content) < len(view.words)  # “Why We Can Succeed”
    words_long = sum([word.length for word in (view.words if is_clause else view.content)])
    count = view.han_count - _left_out(view.chinese)
    ratio = (words_long + 0.3) / (0.6 * count + 0.3)
    yield new_clue(("too_long" if ratio > 1 else "too_short", abs(math.log(ratio)), ""))
