"""Keeps a text from having a part of a word twice after a replacement. Start from `stands_there`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from termbase.text.changes import Change
from termbase.text.script import simplify

_LETTERS = re.compile("[A-Z]+(?=.)")
_WORD = 2
"""Characters of the shortest word that is not written twice: 人人 and 天天 are words."""


def stands_there(simplified: str, start: int, end: int, new: str) -> bool:
    """Return whether a simplified text has a word already around the part to replace: 子宫颈 for 宫颈."""
    word, part = simplify(new), simplified[start:end]
    place = word.find(part)
    while place >= 0 and word != part:
        if place <= start and simplified.startswith(word, start - place):
            return True
        place = word.find(part, place + 1)
    return False


def without_repetition(text: str, start: int, new: str) -> str:
    """Return a word without letters that stand before it already: 手指, not USB手指, for 隨身碟 behind USB."""
    letters = _LETTERS.match(new)
    if letters is None:
        return new
    before = text[max(0, start - letters.end() - 1) : start].rstrip(" ")
    return new[letters.end() :] if before.endswith(letters[0]) else new


def without_doubles(simplified: str, changes: Sequence[Change]) -> list[Change]:
    """Leave out the regional words that would stand beside themselves: 模拟仿真 is 模擬仿真, not 模擬模擬.

    What a text has twice is written twice, and the terms of a termbase are written wherever they stand.
    """
    kept: list[Change] = []
    for change, after in zip_longest(changes, changes[1:]):
        before = kept[-1] if kept and kept[-1].end == change.start else None
        after = after if after and after.start == change.end else None
        if change.rule != "region" or not _is_double(simplified, before, change, after):
            kept.append(change)
    return kept


def _is_double(simplified: str, before: Change | None, change: Change, after: Change | None) -> bool:
    """Return whether the word of a change is also beside it: in the text, or written by the change there."""
    old, new = _old(simplified, change), simplify(change.new)
    if len(new) < _WORD or new == old:
        return False
    if before and simplify(before.new).endswith(new) and _old(simplified, before) != old:
        return True
    if after and simplify(after.new).startswith(new) and _old(simplified, after) != old:
        return True
    is_before = before is None and simplified.endswith(new, 0, change.start)
    return is_before or (after is None and simplified.startswith(new, change.end))


def _old(simplified: str, change: Change) -> str:
    return simplified[change.start : change.end]
