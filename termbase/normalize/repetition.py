"""Keeps a text from having a part of a word twice after a replacement. Start from `stands_there`."""

from __future__ import annotations

import re

from termbase.text.script import simplify

_LETTERS = re.compile("[A-Z]+(?=.)")


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
