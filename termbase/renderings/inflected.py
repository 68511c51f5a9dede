"""Decides whether a text has a term in another form than the listed one: inflected, split, or in another order.

Start from `renders`. Use it only for terms that the matcher does not find, since the listed form has priority.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from termbase.language import is_chinese, is_english
from termbase.text.chinese.folded_chinese import fold_chinese
from termbase.text.chinese.words import dictionary_words
from termbase.text.english.english_stems import base_forms
from termbase.text.latin_words import is_abbreviation
from termbase.text.offsets import MASK, starts_of
from termbase.text.script import has_han
from termbase.text.small_words import SMALL_WORDS

_CLAUSE = re.compile(rf"[^.;:!?。；：！？，()（）\r\n{MASK}]+")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_IGNORED = SMALL_WORDS | {"as"}
_LINKS = frozenset("的 之 与 和 及 或 以及 并 等".split())
_BETWEEN = 2
"""Content words that may be between the parts of an English term: the settings of the *default* printer."""

_REACH = 8
"""Characters that may be between the parts of a Chinese term: 打开文件 is in 打开一个新文件."""


def renders(text: str, language: str, term: str) -> bool:
    """Return whether one clause of a text has the words of a term in another form, order or distance.

    In `text`, whatever is not prose must be masked. English words may be inflected or be nouns of the verb
    (*inserted*; *calculation* for *calculate*), in any order and with small words between (*settings of the
    printer*). The words of a Chinese term may be separated and change their order (文件…打开, 控件的属性), but a
    single word must not be split. A term of one character may be part of a word.
    """
    if is_english(language):
        return not is_abbreviation(term) and _has_english(text, term)
    return is_chinese(language) and has_han(term) and _has_chinese(text, term)


def _has_english(text: str, term: str) -> bool:
    term_words = _content(term)
    for clause in _CLAUSE.finditer(text):
        words = _content(clause[0])
        places = [[place for place, forms in enumerate(words) if forms & each] for each in term_words]
        if _are_near(places, len(term_words) + _BETWEEN):
            return True
    return False


def _content(text: str) -> list[frozenset[str]]:
    return [base_forms(word) for word in _WORD.findall(text) if word.casefold() not in _IGNORED]


def _has_chinese(text: str, term: str) -> bool:
    if len(term) == 1:  # 页 in 首页: the terms of a text are never single characters
        return fold_chinese(term).text in fold_chinese(text).text
    parts = [word for word in dictionary_words(fold_chinese(term).text) if word not in _LINKS]
    if len(parts) < 2 or any(len(part) < 2 for part in parts):
        return False
    for clause in _CLAUSE.finditer(fold_chinese(text).text):
        places = [[*starts_of(part, clause[0])] for part in parts]
        if _are_near(places, len(term) + _REACH):
            return True
    return False


def _are_near(places: Sequence[Sequence[int]], reach: int) -> bool:
    """Return whether each part has a place of its own, all of them within a distance of `reach`."""
    return any(_is_covered(places, first, first + reach) for part in places for first in part)


def _is_covered(places: Sequence[Sequence[int]], first: int, last: int) -> bool:
    """Return whether each part has a place of its own in the range from `first` to before `last`."""
    free = [{place for place in part if first <= place < last} for part in places]
    return all(free) and len(set.union(*free)) >= len(places)
