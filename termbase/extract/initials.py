"""Decides whether the letters of an abbreviation are the initials of what Chinese words mean: NER, 命名实体识别."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from termbase.renderings.cedict import definitions, meanings, renderings_in_terms
from termbase.renderings.full_forms import renders_full_form
from termbase.text.chinese.words import words
from termbase.text.english.initials import initials_of
from termbase.text.latin_words import latin_words
from termbase.text.script import simplify_term

_LIGHT = frozenset("的之与和及性化式型类")
"""Words that English often has no word for: 性 in 解离性身份障碍 (DID)."""


@lru_cache(maxsize=4096)
def spelled(abbreviation: str, chinese: str) -> float:
    """Return how well an abbreviation stands for some Chinese, from 0 to 1: the better of two shares.

    One is the share of the Chinese words whose initials the abbreviation has in order. A long word is several:
    图形用户界面 has the initials of GUI. It is 1 if the dictionary has such a translation. The other is that of its
    usual full form: *time to live* renders 生存时间 (TTL).
    """
    if _is_listed(abbreviation, chinese):
        return 1.0
    return max(_spelled_share(abbreviation, chinese), renders_full_form(abbreviation, chinese))


def _spelled_share(abbreviation: str, chinese: str) -> float:
    letters = [char.casefold() for char in abbreviation if char.isalpha()]
    parts = [
        part for word in words(simplify_term(chinese)) if word.strip() for part in [word] * max(1, len(word) // 2)
    ]
    if not letters or not parts:
        return 0.0
    heavy = sum(part not in _LIGHT for part in parts)
    return min(1.0, _longest_match(letters, [_initials(part) for part in parts]) / max(len(letters), heavy))


def _is_listed(abbreviation: str, chinese: str) -> bool:
    """Return whether the dictionary has an abbreviation in a translation, or its initials: CEO, 首席执行官."""
    short = abbreviation.casefold()
    for meaning in definitions(chinese):
        each = [word.text for word in latin_words(meaning)]
        if abbreviation in each or any(initials.startswith(short) for initials in initials_of(each)):
            return True
    return False


def begins_spelled(abbreviation: str, word: str) -> bool:
    """Return whether a Chinese word may stand for the first letter of an abbreviation: 解离 in DID."""
    return abbreviation[:1].casefold() in _initials(simplify_term(word))


def _longest_match(letters: Sequence[str], initials: Sequence[frozenset[str]]) -> int:
    """Return the length of the longest common subsequence of letters and sets of letters."""
    row = [0] * (len(initials) + 1)
    for letter in letters:
        before = 0
        for place, each in enumerate(initials, 1):
            before, row[place] = row[place], max(row[place], row[place - 1], before + (letter in each))
    return row[-1]


@lru_cache(maxsize=16384)
def _initials(word: str) -> frozenset[str]:
    if word.isascii():
        return frozenset(word[0].casefold())
    return frozenset(meaning[0] for meaning in meanings(word) | renderings_in_terms(word) if meaning)
