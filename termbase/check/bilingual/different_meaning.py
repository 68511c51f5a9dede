"""Tells whether two sources with one target certainly mean different things: other figures, or opposites.

Start from `differ`. It looks at the pair alone; `distinct_sources` looks at the rest of the file.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import product

from termbase.check.bilingual.same_meaning import other_words
from termbase.files.data_table import data_rows
from termbase.renderings.cedict import definitions
from termbase.text.changes import common_ends
from termbase.text.chinese.words import dictionary_words
from termbase.text.english.english_stems import base_form
from termbase.text.figures.agreement import unstated
from termbase.text.figures.find import find_figures
from termbase.text.script import has_han
from termbase.text.small_words import SMALL_WORDS

_PREFIX = re.compile("(?:un|dis|de|in|im|ir|il|non|mis)-?")
"""Prefixes that make the opposite of a word: *lock*, *unlock*."""

_NOT = re.compile("[不未没沒无無勿]|不要|不能|沒有|没有")
_LATIN, _REMARK = re.compile("[A-Za-z]+"), re.compile(r"\([^()]*\)")
_SHORT = 6
"""The most words of a definition that is a translation and no explanation."""


def differ(one: str, other: str, target: str) -> bool:
    """Whether a target can be right for only one of two sources."""
    if _has_figures_of_one(one, other, target):
        return True
    if has_han(one) and has_han(other):
        return _mean_opposites(one, other)
    words, others = other_words(one, other, target)
    if [word.casefold() for word in (*words, *others)] == ["not"]:
        return True
    return _are_pair(words, others) or _are_pair(*_at_one_place(one, other))


def _are_pair(words: Sequence[str], others: Sequence[str]) -> bool:
    return (len(words), len(others)) == (1, 1) and _are_opposites(words[0], others[0])


def _at_one_place(one: str, other: str) -> tuple[Sequence[str], Sequence[str]]:
    """Return the words, small ones too, in which two texts with equally many words differ."""
    words, others = _LATIN.findall(one), _LATIN.findall(other)
    pairs = [pair for pair in zip(words, others, strict=False) if pair[0] != pair[1]]
    return ([one for one, _ in pairs], [two for _, two in pairs]) if len(words) == len(others) else ((), ())


def _has_figures_of_one(one: str, other: str, target: str) -> bool:
    """Whether a target has all figures of one source, and instead of one of the other's another."""
    translated = find_figures(target)
    (lacking, more), (lacking_too, more_too) = (unstated(find_figures(each), translated) for each in (one, other))
    return (not lacking and not more and bool(lacking_too and more_too)) or (
        not lacking_too and not more_too and bool(lacking and more)
    )


def _are_opposites(word: str, other: str) -> bool:
    bases = base_form(word), base_form(other)
    if bases in _opposites():
        return True
    short, long = sorted((word.casefold(), other.casefold()), key=len)
    prefix = _PREFIX.match(long)
    return prefix is not None and base_form(long[prefix.end() :]) == base_form(short)


@cache
def _opposites() -> frozenset[tuple[str, str]]:
    """Return the pairs of `opposites.tsv` in both orders, as base forms."""
    rows = ([side.split() for side in row.split(";")] for (row,) in data_rows("opposites.tsv"))
    pairs = ((base_form(one), base_form(two)) for sides in rows for one, two in product(*sides))
    return frozenset(pair for one, two in pairs for pair in ((one, two), (two, one)))


def _mean_opposites(one: str, other: str) -> bool:
    """Whether two Chinese sources differ in one word or part of a word each, which have opposite meanings."""
    parts = _differing_parts(one, other)
    if _NOT.fullmatch("".join(parts)) and not all(parts):
        return True
    for words in (_differing_words(one, other), parts):
        english, of_other = (_english(word) if len(word) > 1 else set() for word in words)
        pairs = product(english - of_other, of_other - english)
        if any((base_form(word), base_form(another)) in _opposites() for word, another in pairs):
            return True
    return False


def _differing_words(one: str, other: str) -> tuple[str, str]:
    """Return the single word in which each of two texts differs from the other, "" for several."""
    words, others = (Counter(dictionary_words(text)) for text in (one, other))
    own, of_other = (words - others).keys(), (others - words).keys()
    return ("".join(own), "".join(of_other)) if len(own) == len(of_other) == 1 else ("", "")


def _differing_parts(one: str, other: str) -> tuple[str, str]:
    """Return what is left of two texts without what they begin and end with in common."""
    first, last = common_ends(one, other)
    return one[first : len(one) - last], other[first : len(other) - last]


def _english(word: str) -> set[str]:
    """Return the words of the short definitions of a Chinese word."""
    plain = (_LATIN.findall(_REMARK.sub("", definition)) for definition in definitions(word))
    return {each for short in plain if len(short) <= _SHORT for each in short if each not in SMALL_WORDS}
