"""Evidence that what looks like a gloss is Japanese: romanised words, and words about Japan around it."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from termbase.renderings.cedict import is_defining_word, is_english_word
from termbase.renderings.rendered_characters import rendered_bits
from termbase.renderings.sound import similarity
from termbase.text.latin_words import LATIN_WORD
from termbase.text.word_classes import WordClass, pattern_of

_SYLLABLE = (
    r"(?:(?:(?:[kgnhbpmr]y|sh|ch|ts|[kgsztdnhbpmyrwjf])?[aiueoōūâêîôû]"
    r"|n(?![aiueoyōū])|(?:kk|ss|tt|pp|tch)(?=\w))['’]?)"
)
_ROMANISED = re.compile(rf"{_SYLLABLE}+", re.IGNORECASE)
_VOWEL = re.compile("[aiueoōūâêîôû]", re.IGNORECASE)
_LONG = re.compile("[ōūŌŪ]")
_LEAST_VOWELS = 3
_UNLIKE = 0.6
"""The similarity of sound (0 to 1) below which a word is no romanisation of the Chinese."""

_NEIGHBOURHOOD = re.compile(r"(?<!Sino-)(?<!Anti-)(?<!anti-)\bJapan(?:ese)?\b(?! [Ww]ar)")


def is_romanised_japanese(latin: str, chinese: str) -> bool:
    """Return whether a Latin string has a word in Japanese syllables and does not sound like the Chinese.

    Words that are common in English, and those that the Chinese means (Taiwan, 台灣), do not count.
    """
    if latin.isascii() and latin.islower():
        return False  # only names count, and words with long vowels
    romanised = [word for word in LATIN_WORD.findall(latin) if _is_romanised(word) and not _is_known(word, chinese)]
    return bool(romanised) and similarity(latin, chinese) < _UNLIKE


def is_japanese_reading(latin: str) -> bool:
    """Return whether a string in lower case spells Japanese syllables and no English word: toumeisei."""
    words = [part for word in LATIN_WORD.findall(latin) for part in word.split("-")]
    if not (latin.islower() and words) or len(_VOWEL.findall(latin)) < _LEAST_VOWELS:
        return False
    return all(_ROMANISED.fullmatch(word) and not is_english_word(word) for word in words)


def _is_known(word: str, chinese: str) -> bool:
    is_nationality = word.casefold() in WordClass.NATIONALITY.words
    return is_nationality or is_defining_word(word) or rendered_bits(word, chinese) != 0


@lru_cache(maxsize=8192)
def _is_romanised(word: str) -> bool:
    parts = word.split("-")
    if (word.islower() and not _LONG.search(word)) or not all(_ROMANISED.fullmatch(part) for part in parts):
        return False
    return _LONG.search(word) is not None or len(_VOWEL.findall(word)) >= _LEAST_VOWELS


@lru_cache(maxsize=64)  # what is near is the same for all places of a short text
def is_japanese_context(text: str) -> bool:
    """Return whether a text speaks of Japan. The Sino-Japanese War is a matter of China."""
    speaks_of_japan = "Japan" in text and _NEIGHBOURHOOD.search(text) is not None
    return speaks_of_japan or (_letters().search(text) is not None and _words().search(text) is not None)


@cache
def _letters() -> re.Pattern[str]:
    """Match the letters of the words, also inside of other words: that is faster to see."""
    return re.compile(pattern_of(WordClass.JAPANESE_WORD))


@cache
def _words() -> re.Pattern[str]:
    return re.compile(rf"\b{pattern_of(WordClass.JAPANESE_WORD)}\b")
