"""Finds words in Latin letters, with their offsets in a text."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

LATIN = r"0-9A-Za-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u024F\u0300-\u036F\u1E00-\u1EFF"
"""Letters and digits of Latin words, with the tone marks of pinyin, as the inside of a regex character class."""

_WORD = re.compile(rf"[{LATIN}]+(?:['’ʼ‐‑·.&+\-–][{LATIN}]+)*")
_ABBREVIATION = re.compile(r"(?=[^A-Z]*[A-Z][^A-Z]*[A-Z])[A-Za-z][A-Za-z0-9&.+\-/]{1,9}s?")


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """Return a word in lower case without accents."""
    decomposed = unicodedata.normalize("NFD", word.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


class LatinWord(NamedTuple):
    """A Latin word and its span in a text (0-based code points, end-exclusive)."""

    start: int
    end: int
    text: str

    @property
    def is_capital(self) -> bool:
        """Whether the word begins with a capital letter or a digit."""
        return self.text[0].isupper() or self.text[0].isdigit()


def words_in(flat: str, start: int, end: int) -> list[LatinWord]:
    """Return the Latin words between two offsets of a text."""
    return [LatinWord(match.start(), match.end(), match.group()) for match in _WORD.finditer(flat, start, end)]


class LatinWords:
    """The Latin words of a stretch of text, found once, so that parts of the stretch can be queried fast."""

    def __init__(self, flat: str, start: int, end: int) -> None:
        """Find the words between two offsets."""
        self._words = words_in(flat, start, end)
        self._starts = [word.start for word in self._words]

    def between(self, start: int, end: int) -> list[LatinWord]:
        """Return the words that begin between two offsets; a word that goes beyond `end` is cut (Yanzhong | 's)."""
        found = self._words[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        if found and found[-1].end > end:
            last = found[-1]
            found[-1] = LatinWord(last.start, end, last.text[: end - last.start])
        return found


def is_abbreviation(text: str) -> bool:
    """Return whether a text is an abbreviation, with two capitals or more and no space: CAC, GenAI, R-CNN, IGFs."""
    return _ABBREVIATION.fullmatch(text) is not None
