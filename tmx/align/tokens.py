"""Splits a sentence into the tokens that show which sentences translate each other: words, numbers, names.

Chinese words are in the form of `chinese_key`, so that a traditional text has the tokens of a simplified one.
English words are stems. A number is a token of its value in both languages (`#12` for twelve and 十二).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from termbase.renderings.cedict import meanings
from termbase.text.chinese.words import words
from termbase.text.chinese_key import chinese_key
from termbase.text.english.english_stems import stem
from termbase.text.figures.figure import Claim
from termbase.text.figures.find import find_figures
from termbase.text.latin_words import fold, words_in
from termbase.text.script import has_han
from termbase.text.small_words import ARTICLES

NUMBER = "#"
"""The first character of the token of a number."""

_HAS_LETTER = re.compile(r"[^\W\d_]")
_APOSTROPHE = re.compile(r"['’ʼ]s?$")


def chinese_tokens(sentence: str) -> list[str]:
    """Return the words of a Chinese sentence in order.

    If the dictionary lacks a word, its characters are returned too.
    """
    return [*_chinese_words(chinese_key(sentence)), *_numbers(sentence)]


def english_tokens(sentence: str) -> list[str]:
    """Return the stems of the words of an English sentence in order, without articles."""
    return [*map(stem, english_words(sentence)), *_numbers(sentence)]


def capitalised(sentence: str) -> list[str]:
    """Return the capitalised words of an English sentence, folded: they may be names."""
    return [fold(word) for word in english_words(sentence) if word[0].isupper()]


def english_words(sentence: str) -> Iterator[str]:
    """Yield the words of an English sentence as written, without articles, numbers in digits and possessive 's."""
    for word in words_in(sentence, 0, len(sentence)):
        for part in re.split(r"[‐‑–-]", word.text):
            plain = _APOSTROPHE.sub("", part)
            if _HAS_LETTER.search(plain) and fold(plain) not in ARTICLES:
                yield plain


def _chinese_words(plain: str) -> Iterator[str]:
    for word in words(plain):
        if not has_han(word):
            if _HAS_LETTER.search(word):
                yield stem(word)
            continue
        yield word
        if len(word) > 1 and not meanings(word):
            yield from (char for char in word if meanings(char))


def _numbers(sentence: str) -> Iterator[str]:
    for figure in find_figures(sentence):
        if figure.values and figure.claim is not Claim.NONE:
            yield f"{NUMBER}{max(figure.values)}"
