"""Leaves out the foreign words that may be the writer's own. Start from `well_founded`."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from termbase.check.finding import Problem
from termbase.language import Region
from termbase.text.regions.native_use import NativeUse, native_use
from termbase.text.regions.region_topics import is_about_region
from termbase.text.script import count_han

_DOUBTFUL_OTHERS = 2
"""So many other doubtful words in a text make one probable."""

_LONG = 1000
"""A text with more Chinese characters would show other foreign words."""

_NEAR = 1000
"""Within so many characters other words count; a long page has several subjects and quotes several writers."""

_ONLY_THERE = frozenset({Region.HK})
"""Taiwan and the mainland seldom take words from here; what looks like one is mostly another word."""

_offset = attrgetter("offset")


class FoundWord(NamedTuple):
    """A problem with the foreign word that it is about, and the regions that have the word.

    The word is simplified and in lower case. It is "" for other characters. `is_at_home` says that its sentence is
    about a region that has the word: 在台灣的超商 in a text of Hong Kong. `of_characters` is the message on a word
    with characters of the other script, which are wrong even if the word is right. `offset` is the place in the
    running text, where markup is no distance.
    """

    problem: Problem
    word: str = ""
    regions: frozenset[Region] = frozenset()
    is_at_home: bool = False
    of_characters: str = ""
    offset: int = 0


def well_founded(found: Iterable[FoundWord], region: Region, text: str) -> Iterator[Problem]:
    """Yield the problems of a text, without those about words of its region.

    A doubtful word counts only near a word of the same region that is certainly foreign, or near several other
    doubtful ones that are no forms of it: who writes 二進制 in one text has taken more words from there. A word is
    also doubtful in sentences about its region, whose things may keep their names; in a text about Hong Kong, words
    that only it has are right. In a long text, all words are doubtful but those that are known to be taken: the
    more text without another, the less probable is one.
    """
    found, use = list(found), native_use(region)
    regions = {one.word: one.regions for one in found if one.word and use.get(one.word) is not NativeUse.OWN}
    if any(is_about_region(text, owner) for owner in _ONLY_THERE):
        regions = {word: owners for word, owners in regions.items() if owners != _ONLY_THERE}
    kinds = {NativeUse.DOUBTFUL, NativeUse.UNSEEN} if _is_long(text) else {NativeUse.DOUBTFUL}
    doubtful = {word for word in regions if use.get(word) in kinds or regions[word] == _ONLY_THERE}
    doubtful |= regions.keys() - {one.word for one in found if not one.is_at_home}
    words = sorted((one for one in found if one.word in regions), key=_offset)
    for one in found:
        is_certain = one.word in regions and one.word not in doubtful
        if not one.word or is_certain or (one.word in regions and _has_company(one, words, doubtful)):
            yield one.problem
        elif one.of_characters:
            yield replace(one.problem, message=one.of_characters)


def _is_long(text: str) -> bool:
    return len(text) > _LONG and count_han(text) > _LONG


def _has_company(one: FoundWord, words: Sequence[FoundWord], doubtful: Set[str]) -> bool:
    """Whether words of the same region are near one; `words` are in the order of their places."""
    first = bisect_left(words, one.offset - _NEAR, key=_offset)
    last = bisect_right(words, one.offset + _NEAR, key=_offset)
    others = {
        other.word
        for other in words[first:last]
        if other.word != one.word and not other.regions.isdisjoint(one.regions)
    }
    return not others <= doubtful or _independent(others, one.word) >= _DOUBTFUL_OTHERS


def _independent(words: Iterable[str], word: str) -> int:
    """Count the words that share no two characters with a word or each other: 监督式学习, 半监督式学习 are one."""
    told, count = {*map("".join, pairwise(word))}, 0
    for other in sorted(words):
        pairs = {*map("".join, pairwise(other))}
        if told.isdisjoint(pairs):
            count += 1
            told |= pairs
    return count
