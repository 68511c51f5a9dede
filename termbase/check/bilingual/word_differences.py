"""Compares the words of two source texts: which one lacks, and which are the same in a shorter or longer form."""

from __future__ import annotations

from collections.abc import Mapping

from termbase.renderings.cedict import is_english_word
from termbase.renderings.usual import usual
from termbase.text.english.english_words import comparable, has_in_order

SYMBOL = 3
"""Maximum number of letters of the symbol of a unit."""

_COVERED = 0.6
"""The least share of messages with a word that have one of its renderings, so that a target without them tells."""

_LONG = 6
"""Minimum number of letters of a word that is recognised although a letter is missing."""


def additional(words: Mapping[str, str], others: Mapping[str, str]) -> list[str]:
    """Return the words that the others lack, also in a shorter or longer form: *coord.*, *coordinate*."""
    lacking = [word for stem, word in others.items() if stem not in words]
    return [
        word
        for stem, word in words.items()
        if stem not in others and not any(_is_cut(word, other) for other in lacking)
    ]


def _is_cut(one: str, two: str) -> bool:
    word, other = one.casefold(), two.casefold()
    is_begun = word.startswith(other) or other.startswith(word)
    return is_begun or _is_misspelt(word, other) or _is_clipped(one, two)


def _is_clipped(word: str, other: str) -> bool:
    """Whether one of two words is no English word nor initials, but letters of the other in its order: *avg*."""
    short, long = sorted((word, other), key=len)
    return (
        SYMBOL <= len(short) <= SYMBOL + 1 < len(long)
        and not short.isupper()
        and short[0].casefold() == long[0].casefold()
        and has_in_order(long.casefold(), short.casefold())
        and not is_english_word(short.casefold())
    )


def _is_misspelt(word: str, other: str) -> bool:
    """Whether one of two words is no English word, and lacks one letter of the other: *auhentication*."""
    short, long = sorted((word, other), key=len)
    is_near = len(long) - len(short) == 1 and len(short) >= _LONG
    return (
        is_near
        and not is_english_word(short)
        and any(long[:place] + long[place + 1 :] == short for place in range(len(long)))
    )


def is_telling(word: str) -> bool:
    """Whether it is known how a word is translated, so that a target without any translation tells.

    That is a word for which programs mostly have one of few words, an abbreviation, or a word of the dictionary.
    """
    if word.isupper() or len(word) <= SYMBOL:
        return True
    known = usual(comparable(word), "")
    return known.covered >= _COVERED if known else is_english_word(word)
