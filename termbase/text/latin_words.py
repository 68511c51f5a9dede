"""Words in Latin letters with their places in a text."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

LATIN = r"0-9A-Za-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u024F\u0300-\u036F\u1E00-\u1EFF"
"""Letters and digits of Latin words, pinyin's tone marks included, as the inside of a character class."""

_WORD = re.compile(rf"[{LATIN}]+(?:['’ʼ‐‑·.&+\-–][{LATIN}]+)*")
_ABBREVIATION = re.compile(r"(?=[^A-Z]*[A-Z][^A-Z]*[A-Z])[A-Za-z][A-Za-z0-9&.+\-/]{1,9}s?")


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """A word without accents and capitals."""
    decomposed = unicodedata.normalize("NFD", word.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


class LatinWord(NamedTuple):
    """A Latin word and its place."""

    start: int
    end: int
    text: str

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital or a digit."""
        return self.text[0].isupper() or self.text[0].isdigit()


def words_in(flat: str, start: int, end: int) -> list[LatinWord]:
    """The Latin words between two offsets."""
    return [LatinWord(match.start(), match.end(), match.group()) for match in _WORD.finditer(flat, start, end)]


class LatinWords:
    """The Latin words of a stretch of text, found once and asked for in parts."""

    def __init__(self, flat: str, start: int, end: int) -> None:
        """Find the words between two offsets."""
        self._words = words_in(flat, start, end)
        self._starts = [word.start for word in self._words]

    def between(self, start: int, end: int) -> list[LatinWord]:
        """The words that begin between two offsets; the last is cut where it goes on (Yanzhong | 's)."""
        found = self._words[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        if found and found[-1].end > end:
            last = found[-1]
            found[-1] = LatinWord(last.start, end, last.text[: end - last.start])
        return found


def is_abbreviation(text: str) -> bool:
    """Whether a text is one abbreviation, which has two capitals and no space: CAC, U.N., GenAI, R-CNN, IGFs."""
    return _ABBREVIATION.fullmatch(text) is not None
