"""Decides whether two English terms for one thing are forms of one term, so that a text may have both."""

from __future__ import annotations

import re
from collections.abc import Sequence

from termbase.renderings.cedict import is_english_word
from termbase.text.english.english_stems import related_forms
from termbase.text.english.initials import initials_of

_LONGEST_ENDING, _LEAST_BEGINNING = 3, 3
"""How many letters an ending has at most, and the beginning that stands for a word at least."""

_SEVERAL = 2
"""The least number of words that one is short for, and of the letters that it has of each."""

_WORDS, _PARTS = re.compile(r"\w+"), re.compile("[ -]")
_NUMERONYM = re.compile(r"([a-z])(\d+)([a-z])")
"""Matches a word with the number of its letters between the first and the last: *l10n*, *localization*."""

_JOINED_BEFORE = re.compile(r"\w(?:-|\s?/\s?|\s(?:&|and|or)\s)\Z")


def are_forms(one: str, other: str) -> bool:
    """Return whether a term is a form of another one (*to invoke*, *invocation*), short for it, or inverted.

    An index has *errors, common*. A compound says more (*key-value*), as does a phrase of two (*lamp/desk tests*).
    Initials may be small, *sd* of *standard deviation*, or have a number, *l10n*.
    """
    short, long = sorted((one.lower(), other.lower()), key=len)
    if short in initials_of(_PARTS.split(long)) or _is_numeronym(short, long):
        return True
    if "," in long and sorted(_WORDS.findall(short)) == sorted(_WORDS.findall(long)):
        return True
    if long.endswith(short) and _JOINED_BEFORE.search(long.removesuffix(short)):
        return True
    parts, words = _PARTS.split(short), _PARTS.split(long)
    if parts[:-1] == words[:-1] and _is_form(parts[-1], words[-1]):
        return True
    several = long.split()  # a hyphen only spells the same words
    return len(several) >= _SEVERAL and _is_clipped(short, several)


def _is_numeronym(short: str, long: str) -> bool:
    letters = _NUMERONYM.fullmatch(short)
    return letters is not None and (long[0], int(letters[2]), long[-1]) == (letters[1], len(long) - 2, letters[3])


def _is_form(short: str, word: str) -> bool:
    """Whether a word comes from another one, or that one is its beginning: *enum* of *enumeration*.

    *Data* is no short form of *database*, whose rest is a word.
    """
    if not (short.isascii() and short.isalpha() and word.isalpha()):
        return False
    rest = word[len(short) :] if len(short) >= _LEAST_BEGINNING and word.startswith(short) else ""
    is_beginning = bool(rest) and (len(rest) <= _LONGEST_ENDING or not is_english_word(rest))
    return is_beginning or not related_forms(short).isdisjoint(related_forms(word))


def _is_clipped(short: str, words: Sequence[str]) -> bool:
    """Whether a word is made of the beginnings of several ones: *regexp* of *regular expressions*."""
    if not words:
        return not short
    return any(
        words[0].startswith(short[:length]) and _is_clipped(short[length:], words[1:])
        for length in range(_SEVERAL, len(short) + 1)
    )
