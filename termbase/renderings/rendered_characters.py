"""Which characters of a Chinese string an English word renders: by meaning, by sound, or written the same way."""

from __future__ import annotations

import re
from functools import lru_cache

from termbase.renderings.cedict import renderings
from termbase.text.english_stems import stem
from termbase.text.latin_words import LatinWord, fold
from termbase.text.pinyin import syllables
from termbase.text.word_classes import function_words


@lru_cache(maxsize=65536)
def rendered_bits(word: str, chinese: str) -> int:
    """The characters of the Chinese that an English word renders, by meaning or by sound, as bits."""
    bits, known = 0, renderings(chinese)
    for part in re.split(r"[^\w'’]+", word):
        if part and fold(part) not in function_words():
            bits |= known.get(stem(part), 0) | (_sound_bits(chinese).get(fold(part), 0) if part[0].isupper() else 0)
            bits |= _same_letters(part, chinese)
    return bits


def _same_letters(part: str, chinese: str) -> int:
    """5G and WiFi are written so in the Chinese too."""
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
    """Whether the word only binds others. The He of He Shiqi (何士祁) does not, nor the Being of metaphysics."""
    folded = fold(word.text)
    if folded not in function_words():
        return False
    return not (word.is_capital and (folded in _sound_bits(chinese) or stem(word.text) in renderings(chinese)))
