"""Recognises texts that are spelt in a way of their own, whose characters today's rules do not change.

They are old texts and verse, where 却 and 旂 stand as in the source, Taiwanese and Hakka (阿爸个冊), and lists of
words as they occur somewhere (体会, 體會). Start from `is_spelt_otherwise`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from termbase.text.offsets import Placed
from termbase.text.script import HAN

_REACH = 80
"""How many characters on each side of a place are searched for verse."""

_CLAUSE = re.compile(rf"[{HAN}]+")
_BETWEEN = re.compile(r"\s*[，。；、？！,]\s*")
_LINES = 4
"""So many clauses side by side that have one of these lengths are verse."""

_LENGTHS = frozenset({4, 5, 7})
_SENTENCE = 60
_OLD = re.compile("[也矣乎焉哉耶兮曰汝吾乃豈岂夫]|云[，：。]")
_MANY_OLD = 2
_FORMAL = re.compile("[之者而其以為为所則则若於于何故此即亦無无未俱令彼]")
_MANY_FORMAL = 5
"""Old text has so many different ones of these words, which formal text of today has too."""

_MODERN = re.compile(
    "[的嗎吗這这們们麼么很呢吧她它您啊]|[是在有]了|什麼|什么|[一二三四五六七八九十兩两]個"
    "|所有|之[间間]|可以|[进進]行|如果|使用|以及|[A-Za-z]{2}"
)
"""What old texts and verse do not have."""

_ENTRY = re.compile(rf"^[^\S\n]*[\w{HAN}*'-]{{1,8}}[^\S\n]*$", re.MULTILINE)
_LEAST_ENTRIES, _SHARE_OF_ENTRIES = 100, 0.8
"""A text is a list of words if it has so many lines with one word, and they are such a share of all lines."""

_TAIWANESE = re.compile("[佮毋𠊎徛翕遐啉囝粿]|佇(?![列立足])")
_MANY_TAIWANESE = 3
_OF_TAIWANESE = "个"
"""The possessive particle of Taiwanese and Hakka, as their dictionaries write it."""


def is_spelt_otherwise(text: str, place: Placed) -> bool:
    """Whether characters of the other script at a place belong to the spelling of an old text or of Taiwanese."""
    return _is_old(text, place) or _is_verse(text, place) or _is_taiwanese(text, place)


@lru_cache(maxsize=1)
def is_list_of_words(text: str) -> bool:
    """Whether a text, with its line ends, is a list of words."""
    entries = sum(1 for _ in _ENTRY.finditer(text))
    return entries >= _LEAST_ENTRIES and entries >= _SHARE_OF_ENTRIES * (text.count("\n") + 1)


def _is_old(text: str, place: Placed) -> bool:
    around = text[max(0, place.start - _SENTENCE) : place.end + _SENTENCE]
    is_old = len({*_OLD.findall(around)}) >= _MANY_OLD or len({*_FORMAL.findall(around)}) >= _MANY_FORMAL
    return is_old and not _MODERN.search(around)


def _is_verse(text: str, place: Placed) -> bool:
    """Whether a place is in one of several clauses of one length: 諦知是者，比丘佛子，不樂利養，閑居却意."""
    first = max(0, place.start - _REACH)
    clauses = [found.span() for found in _CLAUSE.finditer(text, first, place.end + _REACH)]
    here = next((number for number, (_, end) in enumerate(clauses) if end >= place.end), None)
    if here is None or (length := _length(clauses[here])) not in _LENGTHS:
        return False
    low = high = here
    while low > 0 and _length(clauses[low - 1]) == length and _are_joined(text, *clauses[low - 1 : low + 1]):
        low -= 1
    while high + 1 < len(clauses) and _length(clauses[high + 1]) == length:
        if not _are_joined(text, *clauses[high : high + 2]):
            break
        high += 1
    return high - low + 1 >= _LINES and not _MODERN.search(text, clauses[low][0], clauses[high][1])


def _length(clause: tuple[int, int]) -> int:
    return clause[1] - clause[0]


def _are_joined(text: str, clause: tuple[int, int], following: tuple[int, int]) -> bool:
    """Whether only a sign stands between two clauses, as in a text, not only spaces, as in a list of labels."""
    return _BETWEEN.fullmatch(text, clause[1], following[0]) is not None


def _is_taiwanese(text: str, place: Placed) -> bool:
    return _OF_TAIWANESE in text[place.start : place.end] and len(_TAIWANESE.findall(text)) >= _MANY_TAIWANESE
