"""Finds the characters of a Chinese string that an English word renders: by meaning, sound or equal letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache, partial
from typing import NamedTuple, cast

from termbase.renderings.affixes import affix_bits, has_prefix, without_prefixes
from termbase.renderings.cedict import defining_words, meaning_bits
from termbase.text.chinese.pinyin import reading, syllables
from termbase.text.chinese.spaced import is_spaced
from termbase.text.english.english_stems import stem
from termbase.text.latin_words import LatinWord, fold
from termbase.text.word_classes import is_function_word

GREEK = "αβγδεζηθικλμνξοπρστυφχψω"
"""Greek letters, which stand in Chinese terms: α粒子."""
_GREEK = {unicodedata.name(letter).rsplit(" ", 1)[1].casefold(): letter for letter in GREEK}
_LEAST_ROOT = 3
_LEAST_PART = 4


class _Part(NamedTuple):
    """What is compared of one part of a word; `sound` is "" for a part in lower case, which is no name."""

    text: str
    stem: str
    sound: str
    folded: str
    has_prefix: bool


_new_part = cast("Callable[[tuple[str, str, str, str, bool]], _Part]", partial(tuple.__new__, _Part))
"""Makes a part in a fourth of the time that its class takes."""


@lru_cache(maxsize=65536)
def rendered_bits(word: str, chinese: str, in_terms: bool = True) -> int:
    """Return the characters of a Chinese string that an English word renders, as bits (bit 0 is the first).

    Without `in_terms` only meanings count. Whether two terms may be a pair is asked with it, whether a word has
    been translated without it.
    """
    if " " in chinese and is_spaced(chinese):
        return _spread(rendered_bits(word, chinese.replace(" ", ""), in_terms))
    bits, by_letters = 0, chinese.casefold()
    for part in _parts(word):
        bits |= meaning_bits(part.stem, chinese, in_terms) or _bits_of_kin(part.text, chinese, in_terms)
        if part.sound:
            bits |= _sound_bits(part.sound, chinese)
        if part.folded in by_letters:  # 5G, WiFi
            bits |= ((1 << len(part.folded)) - 1) << by_letters.index(part.folded)
        elif (letter := _GREEK.get(part.folded)) and letter in by_letters:  # α粒子, alpha particle
            bits |= 1 << by_letters.index(letter)
        if part.has_prefix:  # 去中心化, decentralization
            for rest in without_prefixes(part.folded, chinese):
                bits |= meaning_bits(stem(rest), chinese, in_terms)
    return bits | (affix_bits(word, chinese, (bits & -bits).bit_length() - 1) if bits else 0)


def _spread(bits: int) -> int:
    """Return the bits of characters as those of the same with blanks between, which belong to both beside them."""
    found = sum(1 << 2 * place for place in range(bits.bit_length()) if bits >> place & 1)
    return found | found << 1 & found >> 1


@lru_cache(maxsize=1 << 16)
def _parts(word: str) -> tuple[_Part, ...]:
    if not word[1:].islower() and _CAMEL.search(word):  # ReadWriteSet, 读写集
        return tuple(map(_part, _HUMP.findall(word)))
    if word.isalnum():
        return () if is_function_word(word) else (_part(word),)
    parts = [part for part in _BETWEEN_PARTS.split(word) if part and not is_function_word(part)]
    return tuple(map(_part, parts))


def _part(part: str) -> _Part:
    folded = fold(part)
    sound = folded if part[0].isupper() else ""
    return _new_part((part, stem(part), sound, part.casefold(), has_prefix(folded)))


def _bits_of_kin(word: str, chinese: str, in_terms: bool) -> int:
    """Return the characters that the root of a word renders, or else those that its parts do, as bits."""
    root, parts = _kin(word)
    bits = meaning_bits(root, chinese, in_terms) if root else 0
    if not bits:
        for part in parts:
            bits |= meaning_bits(part, chinese, in_terms)
    return bits


@lru_cache(maxsize=1 << 16)
def _kin(word: str) -> tuple[str, tuple[str, ...]]:
    """Return the stem of what a word is derived from (legal: legalism), "" if of nothing, and those of its parts.

    The parts are the words of which it is compounded: home and coming of homecoming.
    """
    own = stem(word)
    root = stem(own)
    parts = *map(stem, compounded(fold(word))), *_stems_of_quality(fold(word))
    return root if root != own and len(root) >= _LEAST_ROOT else "", parts


def _stems_of_quality(word: str) -> tuple[str, ...]:
    """Return the stem of the adjective of a quality: of generous for generosity, of anonymous for anonymity."""
    return tuple(f"{word.removesuffix(ending)}ou" for ending in ("osity", "ity") if word.endswith(ending))[:1]


def compounded(word: str) -> tuple[str, ...]:
    """Return the two known English words of which a word in lower case is compounded: home and coming."""
    known = defining_words()
    for cut in range(_LEAST_PART, len(word) - _LEAST_PART + 1):
        if word[:cut] in known and word[cut:] in known:
            return word[:cut], word[cut:]
    return ()


_MOST_READ = 4
_CAMEL = re.compile(r"[a-z][A-Z][a-z]")
_HUMP = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
_BETWEEN_PARTS = re.compile(r"[^\w'’]+")


def _sound_bits(sound: str, chinese: str) -> int:
    """Return the last characters, four at most, that are read as a sound."""
    if sound not in reading(chinese):
        return 0
    readings = syllables(chinese)
    for start in range(len(readings) - 1, -1, -1):
        for end in range(min(start + _MOST_READ, len(readings)), start, -1):
            if "".join(readings[start:end]) == sound:
                return ((1 << (end - start)) - 1) << start
    return 0


def is_function_word_beside(word: LatinWord, chinese: str) -> bool:
    """Return whether a word is a function word here. He is not in He Shiqi (何士祁), nor Being in metaphysics."""
    if not is_function_word(word.text):
        return False
    return not (
        word.is_capital and (_sound_bits(fold(word.text), chinese) or meaning_bits(stem(word.text), chinese))
    )
