"""Finds the characters of a Chinese string that an English word renders: by meaning, sound or equal letters."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from termbase.renderings.affixes import affix_bits, without_prefixes
from termbase.renderings.cedict import renderings
from termbase.text.english_stems import stem
from termbase.text.latin_words import LatinWord, fold
from termbase.text.pinyin import syllables
from termbase.text.word_classes import function_words


class _Part(NamedTuple):
    """What is compared of one part of a word; `sound` is "" for a part in lower case, which is no name."""

    stem: str
    sound: str
    folded: str


@lru_cache(maxsize=65536)
def rendered_bits(word: str, chinese: str) -> int:
    """Return the characters of a Chinese string that an English word renders, as bits (bit 0 is the first)."""
    bits, by_meaning, by_letters = 0, renderings(chinese), chinese.casefold()
    for part in _parts(word):
        bits |= by_meaning.get(part.stem, 0)
        if part.sound:
            bits |= _sound_bits(chinese).get(part.sound, 0)
        if part.folded in by_letters:  # 5G, WiFi
            bits |= ((1 << len(part.folded)) - 1) << by_letters.index(part.folded)
        for rest in without_prefixes(part.folded, chinese):  # 去中心化, decentralization
            bits |= by_meaning.get(stem(rest), 0)
    return bits | (affix_bits(word, chinese) if bits else 0)


@lru_cache(maxsize=1 << 16)
def _parts(word: str) -> tuple[_Part, ...]:
    parts = [part for part in _BETWEEN_PARTS.split(word) if part and fold(part) not in function_words()]
    return tuple(_Part(stem(part), fold(part) if part[0].isupper() else "", part.casefold()) for part in parts)


_BETWEEN_PARTS = re.compile(r"[^\w'’]+")


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
