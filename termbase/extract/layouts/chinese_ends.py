"""Finds where Chinese ends before a bracket with English: its last part may be Latin letters or a number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from termbase.text.english.initials import initials_of
from termbase.text.latin_words import latin_words
from termbase.text.script import HAN

_LONGEST_LATIN_END = 16
"""Characters at the end of a Chinese term that end it in Latin letters, at most: 索引 API."""

_INITIALS_AT_END = re.compile(
    rf"(?<=[{HAN} ])(?:的?(?:英文)?(?:[簡简][称稱]|[缩縮][写寫])[为為是叫]? ?)?"
    r"([A-Z][A-Za-z]{1,7}|[a-z]{3,8}) ?$"
)
_NUMBER_AT_END = re.compile(rf"[{HAN}] ?(\d{{1,4}})$")
_ENDS_CHINESE = re.compile(f"[{HAN}](?: ?[A-Z][A-Za-z0-9]{{0,13}})?$")


def is_chinese_end(flat: str, end: int, inside: str) -> bool:
    """Return whether Chinese ends at an offset, before a bracket with the text `inside`.

    A word in Latin letters may be its last part, 索引 API, and so may letters of the words inside: 窗口 rwnd, or
    a number that is inside, too: 灯塔 2（Lighthouse 2）.
    """
    start = max(0, end - _LONGEST_LATIN_END)
    number = _NUMBER_AT_END.search(flat, start, end) if flat[end - 1 : end].isdigit() else None
    if number and re.search(rf"(?<!\d){number[1]}(?!\d)", inside):
        return True
    return _ENDS_CHINESE.search(flat, start, end) is not None or initials_at_end(flat, end, inside) is not None


def initials_at_end(flat: str, place: int, english: str) -> re.Match[str] | None:
    """Match the initials of English behind Chinese: 图形处理器 GPU, 处理器简称 GPU（Graphics Processing Unit）."""
    match = _INITIALS_AT_END.search(flat, max(0, place - _LONGEST_LATIN_END), place)
    if match is None:
        return None
    words = [word.text for word in latin_words(english)]
    if match[1].casefold() in initials_of(words) or (match[1].islower() and _clips(match[1], words)):
        return match
    return None


def _clips(short: str, words: Sequence[str]) -> bool:
    """Return whether a name in programs has letters of each word, in order: rwnd for receiver window."""
    rest = iter(short)
    letter = next(rest)
    for word in words:
        if word[:1].casefold() != letter:
            return False
        for each in word.casefold():
            if each == letter:
                letter = next(rest, "")
    return letter == ""
