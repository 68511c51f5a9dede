"""Finds words in Latin letters, with their offsets in a text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from itertools import filterfalse
from typing import NamedTuple, cast

LATIN = r"0-9A-Za-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u024F\u0300-\u036F\u1E00-\u1EFF"
"""Letters and digits of Latin words, with the tone marks of pinyin, as the inside of a regex character class."""

LATIN_WORD = re.compile(rf"[{LATIN}]+(?:['’ʼ‐‑·.&+\-–][{LATIN}]+)*")
_ABBREVIATION = re.compile(r"(?=[^A-Z]*[A-Z][^A-Z]*[A-Z])[A-Za-z][A-Za-z0-9&.+\-/]{1,9}s?")
_LONGEST_ABBREVIATION = 11
"""Characters of the longest string that the pattern matches."""

POSSESSIVE = ("'s", "’s")
"""The ending of a possessive, with either apostrophe."""

_CLIPPED = re.compile(r"[b-df-hj-np-tv-xz]{3,6}")


def fold(text: str) -> str:
    """Return a text in lower case without accents."""
    return text.lower() if text.isascii() else _without_accents(text)


@lru_cache(maxsize=1 << 14)
def _without_accents(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text.casefold())
    return "".join(filterfalse(unicodedata.combining, decomposed))


class LatinWord(NamedTuple):
    """A Latin word and its span in a text (0-based code points, end-exclusive)."""

    start: int
    end: int
    text: str

    @property
    def is_capital(self) -> bool:
        """Whether the word begins with a capital letter or a digit."""
        first = self[2][0]
        return first.isupper() or first.isdigit()


_new_word = cast("Callable[[tuple[int, int, str]], LatinWord]", partial(tuple.__new__, LatinWord))
"""Makes a word in a fourth of the time that its class takes."""


def words_in(flat: str, start: int, end: int) -> list[LatinWord]:
    """Return the Latin words between two offsets of a text."""
    found = LATIN_WORD.finditer(flat, start, end)
    return [_new_word((match.start(), match.end(), match[0])) for match in found]


def first_word(flat: str, start: int, end: int) -> LatinWord:
    """Return the first of the Latin words between two offsets of a text, where there is one."""
    word = LATIN_WORD.search(flat, start, end)
    if word is None:
        raise ValueError("no Latin word")
    return LatinWord(*word.span(), word[0])


@lru_cache(maxsize=256)
def latin_words(text: str) -> Sequence[LatinWord]:
    """Return the Latin words of a term; they are remembered, because several questions are asked of each term."""
    return tuple(words_in(text, 0, len(text)))


def is_abbreviation(text: str) -> bool:
    """Return whether a text is an abbreviation, with two capitals or more and no space: CAC, GenAI, R-CNN, IGFs."""
    may_be = len(text) <= _LONGEST_ABBREVIATION and not text[1:].islower()  # that is faster to see
    return may_be and _ABBREVIATION.fullmatch(text) is not None


def is_clipped(text: str) -> bool:
    """Return whether a text is an abbreviation in lower case, which has no vowel: cwnd, xml."""
    return _CLIPPED.fullmatch(text) is not None
