"""Keeps a text from having a part of a word twice after a replacement. Start from `stands_there`."""

from __future__ import annotations

import re
from collections.abc import Iterable

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


def without_doubles(simplified: str, changes: Iterable[Change]) -> list[Change]:
    """Leave out the changes after which a word would stand beside itself: 模拟仿真 is 模擬仿真, not 模擬模擬."""
    kept: list[Change] = []
    for change in changes:
        new, end = simplify(change.new), kept[-1].end if kept else -1
        follows_change = end == change.start and _source(simplified, kept[-1]) != _source(simplified, change)
        before = simplify(kept[-1].new) if follows_change else simplified[max(0, end) : change.start]
        is_double = before.endswith(new) or simplified.startswith(new, change.end)
        if len(new) < _WORD or not is_double or new == _source(simplified, change):
            kept.append(change)
    return kept


def _source(simplified: str, change: Change) -> str:
    return simplified[change.start : change.end]
