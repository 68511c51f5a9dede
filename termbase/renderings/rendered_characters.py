"""Finds the characters of a Chinese string that an English word renders: by meaning, sound or equal letters."""

from __future__ import annotations

import re
from functools import lru_cache, reduce
from operator import or_

from termbase.renderings.affixes import affix_bits, without_prefixes
from termbase.renderings.cedict import is_defining_word, renderings
from termbase.text.english_stems import stem
from termbase.text.latin_words import LatinWord, fold
from termbase.text.pinyin import syllables
from termbase.text.word_classes import function_words

_LEAST_ROOT = 3
_LEAST_PART = 4


@lru_cache(maxsize=65536)
def rendered_bits(word: str, chinese: str) -> int:
    """Return the characters of a Chinese string that an English word renders, as bits (bit 0 is the first)."""
    bits, by_meaning = 0, renderings(chinese)
    for part in re.split(r"[^\w'’]+", word):
        if part and fold(part) not in function_words():
            bits |= by_meaning.get(stem(part), 0) or _related(part, chinese)
            bits |= _sound_bits(chinese).get(fold(part), 0) if part[0].isupper() else 0
            bits |= _same_letters(part, chinese)
            bits |= _without_prefix(part, chinese)
    return bits | (affix_bits(word, chinese) if bits else 0)


def _related(part: str, chinese: str) -> int:
    """Return what is rendered of a word that is derived or compounded: legal in legalism, home in homecoming."""
    by_meaning = renderings(chinese)
    root = stem(stem(part))
    if len(root) >= _LEAST_ROOT and root in by_meaning:
        return by_meaning[root]
    return reduce(or_, (by_meaning.get(stem(each), 0) for each in compounded(fold(part))), 0)


@lru_cache(maxsize=1 << 14)
def compounded(word: str) -> tuple[str, ...]:
    """Return the two known English words of which a word in lower case is compounded: home and coming."""
    for cut in range(_LEAST_PART, len(word) - _LEAST_PART + 1):
        first, second = word[:cut], word[cut:]
        if is_defining_word(first) and is_defining_word(second):
            return first, second
    return ()


def _without_prefix(part: str, chinese: str) -> int:
    """Return what a word renders without a prefix that the Chinese renders: 去中心化, decentralization."""
    by_meaning = renderings(chinese)
    return reduce(or_, (by_meaning.get(stem(rest), 0) for rest in without_prefixes(part, chinese)), 0)


def _same_letters(part: str, chinese: str) -> int:
    """Return the bits of a part that the Chinese has in the same letters: 5G, WiFi."""
    at = chinese.casefold().find(part.casefold())
    return ((1 << len(part)) - 1) << at if at >= 0 else 0


@lru_cache(maxsize=8192)
def _sound_bits(chinese: str) -> dict[str, int]:
    readings = syllables(chinese)
    found: dict[str, int] = {}
    for start in range(len(readings)):
        for end in range(start + 1, min(start + 4, len(readings)) + 1):
            found["".join(readings[start:end])] = ((1 << (end - start)) - 1) << start
    return found


def is_function_word(word: LatinWord, chinese: str) -> bool:
    """Return whether a word is a function word here. He is not in He Shiqi (何士祁), nor Being in metaphysics."""
    folded = fold(word.text)
    if folded not in function_words():
        return False
    return not (word.is_capital and (folded in _sound_bits(chinese) or stem(word.text) in renderings(chinese)))
