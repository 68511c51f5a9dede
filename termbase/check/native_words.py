"""Leaves out the foreign words that may be the writer's own. Start from `well_founded`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from termbase.check.finding import Problem
from termbase.language import Region
from termbase.text.native_use import NativeUse, native_use

_DOUBTFUL_OTHERS = 2
"""So many other doubtful words in a text make one probable."""


class FoundWord(NamedTuple):
    """A problem with the foreign word that it is about, simplified and in lower case; "" for other characters."""

    problem: Problem
    word: str


def well_founded(found: Iterable[FoundWord], region: Region) -> Iterator[Problem]:
    """Yield the problems of a text, without those about words of its region.

    A doubtful word counts only in a text that has a word that is certainly foreign, or several other doubtful ones:
    who writes 二進制 in one text has taken more words from there.
    """
    found, use = list(found), native_use(region)
    words = {one.word for one in found if one.word and use.get(one.word) is not NativeUse.OWN}
    doubtful = {word for word in words if word in use}
    is_foreign = len(doubtful) < len(words) or len(doubtful) > _DOUBTFUL_OTHERS
    for problem, word in found:
        kind = use.get(word)
        if kind is None or (kind is NativeUse.DOUBTFUL and is_foreign):
            yield problem
