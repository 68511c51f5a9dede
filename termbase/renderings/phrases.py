"""Decides whether a text renders an English word as part of a longer phrase: *root* in *square root*, 平方根."""

from __future__ import annotations

import re
from itertools import pairwise

from termbase.renderings.cedict import is_gloss, meanings, plain
from termbase.text.chinese import fold_chinese
from termbase.text.english_stems import stem
from termbase.text.script import has_han
from termbase.text.small_words import SMALL_WORDS

_WORD_BEFORE = re.compile(r"([A-Za-z]+)[ -]\Z")
_WORD_AFTER = re.compile(r"[ -]([A-Za-z]+)")
_TWO = 2
_LINK = "[/、和与及或]?"
_LONGEST = 6
"""Maximum number of characters of a Chinese word."""


def renders_phrase(text: str, english: str, before: str, after: str) -> bool:
    """Return whether a text has a word that the dictionary gives for the English word together with the next one.

    `before` and `after` are the text around the English word. The Chinese word has two characters or more.
    """
    phrases = list(_phrases(english, before, after))
    if not phrases:
        return False
    folded = fold_chinese(text).text
    parts = (
        folded[start : start + length]
        for length in range(2, _LONGEST + 1)
        for start in range(len(folded) - length + 1)
    )
    return any(is_gloss(phrase, part) for part in parts for phrase in phrases)


def _phrases(english: str, before: str, after: str) -> list[str]:
    """Return the word with the one before, with the one behind, and with both. Function words make no phrase."""
    first, last = _WORD_BEFORE.search(before), _WORD_AFTER.match(after)
    lead = f"{first[1]} {english}" if first and first[1].casefold() not in SMALL_WORDS else ""
    tail = f" {last[1]}" if last and last[1].casefold() not in SMALL_WORDS else ""
    several = [lead, english + tail if tail else "", lead + tail if lead and tail else ""]
    alone = plain(english).split()
    return [each for each in several if alone and len(plain(each).split()) > len(alone)]


def renders_joined(text: str, english: str) -> bool:
    """Return whether a text has both words that a slash joins beside each other: 讀取/寫入 for *read/write*.

    One character may mean each word, and two may mean it together.
    """
    parts = english.casefold().split("/")
    if len(parts) != _TWO or not all(part.isalpha() for part in parts):
        return False
    first, second = ("|".join(sorted(_words_for(part, text), key=len, reverse=True)) for part in parts)
    pattern = f"(?:{first}){_LINK}(?:{second})"
    return bool(first and second) and re.search(pattern, fold_chinese(text).text) is not None


def _words_for(english: str, text: str) -> set[str]:
    """Return the characters of a text that mean an English word, alone or at the beginning of two: 写, 写入."""
    folded = fold_chinese(text).text
    alone = {each for each in set(folded) if has_han(each) and stem(english) in meanings(each)}
    return alone | {two for two in map("".join, pairwise(folded)) if two[0] in alone and has_han(two[1])}
