"""Recognises characters in the given name of a Chinese person: its owner may write it so in any region (李启安)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from termbase.text.chinese.dictionary import frequency
from termbase.text.chinese.words import OFTEN_NO_WORD, part_of_speech
from termbase.text.script import has_han, simplify
from termbase.text.word_classes import WordClass

_LONGEST = 3
"""Characters of a Chinese name: one for the family, one or two for the person."""

_LONG_SURNAME = 2

_SELDOM = 50
"""Two characters that are at most so frequent may be a given name: 宁宁, 志强."""

_KNOWN = 10
"""A word that is more frequent is not the beginning of a name: 时间 in 时间|内, 皮脂 in 皮脂|与."""

_OFTEN = 40_000
"""A character that is more frequent and is cut off is a word of its own, and no end of a name: 很, 在."""

_OFTENER = 60_000
"""A surname that is more frequent is mostly a word of its own: 和|词频, 向|同区."""

_CALLED = "阿小"
"""What begins a nickname: 阿强, 小苹."""

_SPEAKS = re.compile(
    "前?[院部市縣县校社][長长]|先生|女士|教授|議員|议员"
    "|表示|指出|[認认][為为]|[稱称]|說|说|[補补]充|[強强][調调]|透露|回[應应覆]"
)
"""What follows the name of a person who is quoted or has a title."""

_MOST_WORDS = 2
"""A name is cut into so many words at most: 苏|志强, but 时|却|一 is no name."""


def is_in_given_name(text: str, place: int, edges: Sequence[int]) -> bool:
    """Whether the character at an offset is in a given name; `edges` are the offsets where words begin or end."""
    simple = simplify(text)
    if _is_nickname(simple, place, edges) or _follows_long_surname(simple, place):
        return True
    word = bisect_right(edges, place)
    start, end = edges[word - 1], edges[word]
    return any(
        first in edges
        and (last in edges or (first == start and last == first + _LONGEST < end))
        and (sum(first < edge < last for edge in edges) < _MOST_WORDS or _is_alone(text, first, last))
        and not (last - 1 in edges and frequency(simple[last - 1]) > _OFTEN)
        and _is_name(simple[first:last])
        and _is_apart(text, first, last)
        for first in range(max(0, place - _LONGEST + 1), place)
        for last in range(place + 1, min(len(text), first + _LONGEST) + 1)
    )


def _follows_long_surname(simple: str, place: int) -> bool:
    """Whether a character that is no frequent word stands behind a surname of two characters: 慕容儁."""
    surnames = WordClass.COMPOUND_SURNAME.words
    is_behind = any(simple[max(0, end - _LONG_SURNAME) : end] in surnames for end in (place, place - 1))
    return is_behind and frequency(simple[place]) <= _OFTEN


def _is_nickname(simple: str, place: int, edges: Sequence[int]) -> bool:
    """Whether a character that ends a word is with 阿 or 小 before it a name and no word: 小亘, but not 小区."""
    pair = simple[max(0, place - 1) : place + 1]
    is_name = frequency(pair) <= OFTEN_NO_WORD or part_of_speech(pair).startswith("nr")
    return place > 0 and pair[0] in _CALLED and place + 1 in edges and is_name


def is_given_name(text: str, start: int, edges: Sequence[int]) -> bool:
    """Whether the two characters at an offset are a given name behind a surname that is no word itself: 陳維安."""
    first = start - 1
    name = simplify(text[max(0, first) : start + _LONGEST - 1])
    return first in edges and len(name) == _LONGEST and frequency(name[0]) <= _OFTEN and _is_name(name)


def _is_name(name: str) -> bool:
    """Whether simplified characters begin with a surname, and are no ordinary words."""
    if name[0] not in WordClass.SURNAME.words or not all(map(has_han, name)):
        return False
    if part_of_speech(name).startswith("nr"):
        return True
    is_word = frequency(name) > OFTEN_NO_WORD or frequency(name[:2]) > _KNOWN
    return not is_word and (len(name) < _LONGEST or frequency(name[1:]) <= _SELDOM)


def _is_apart(text: str, first: int, last: int) -> bool:
    """Whether a name is long enough to be told, stands between punctuation, or speaks: 、李强、, 经理李强表示."""
    name = simplify(text[first:last])
    is_surname = frequency(name[0]) <= _OFTENER or part_of_speech(name).startswith("nr")
    is_told = (len(name) == _LONGEST and is_surname) or _SPEAKS.match(text, last) is not None
    return is_told or _is_alone(text, first, last)


def _is_alone(text: str, first: int, last: int) -> bool:
    return not has_han(text[max(0, first - 1) : first]) and not has_han(text[last : last + 1])
