"""Decides between 著 "written" and the particle 着, which Taiwan writes with one character: 著名, 跟著.

Start from `with_zhu`.
"""

from __future__ import annotations

import re
from itertools import pairwise
from math import log

from termbase.text.chinese.cut_words import FOREIGN_WORD
from termbase.text.chinese.dictionary import total
from termbase.text.chinese.words import dictionary_words, frequency
from termbase.text.script import HAN, simplify

_BEFORE, _BEHIND = 3, 4
"""How many characters on each side of 著 are enough to know the words there."""

_USUAL = 0.5
"""How much likelier a word with 著 must be, as a logarithm, since nearly every verb may have 着: 拿着书."""

_LEFT_ALONE = re.compile(f"(?<=[{HAN}])著(?=[作名式志於于書书白稱称述錄录])")
"""著 before what begins a word with it; OpenCC keeps it there, whatever is before it: 寫著名字."""


def with_zhu(text: str, converted: str) -> str:
    """Return a text that OpenCC has converted, with 著 and 着 where the words of the original text have them.

    著 comes back in words that are more frequent with it (卓著, 土著人) but unknown to OpenCC. The dictionary also
    has words of Taiwan (標誌著), which are rare in it; a rare word counts if a common one is in it (成績卓著).
    """
    chars, start = list(converted), 0
    for word in dictionary_words(text):
        if "著" in word and any(map(_has_zhu, (word, *map("".join, pairwise(word))))):
            chars[start : start + len(word)] = (
                old if old == "著" else new for old, new in zip(word, chars[start : start + len(word)], strict=True)
            )
        start += len(word)
    for found in _LEFT_ALONE.finditer("".join(chars)):
        if _is_particle(text, found.start()):
            chars[found.start()] = "着"
    return "".join(chars)


def _has_zhu(word: str) -> bool:
    return "著" in word and frequency(word) > max(FOREIGN_WORD, frequency(word.replace("著", "着")))


def _is_particle(text: str, place: int) -> bool:
    """Return whether 着 gives likely words: 写着|名字, but 知名|著作|权 and 名著|书写."""
    if _has_zhu(text[place - 1 : place + 1]):
        return False
    before = simplify(text[max(0, place - _BEFORE) : place])
    behind = simplify(text[place + 1 : place + 1 + _BEHIND])
    return _likelihood(f"{before}着{behind}") + _USUAL > _likelihood(f"{before}著{behind}")


def _likelihood(text: str) -> float:
    """Return the logarithm of how likely the words of a text are."""
    return sum(log(max(1, frequency(word)) / total()) for word in dictionary_words(text))
