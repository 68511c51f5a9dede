"""Whether a text renders a term in another form than the listed one: inflected, parted, in another order.

Start from `renders`. It is asked only where the matcher found nothing: what is listed goes first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from termbase.language import is_chinese, is_english
from termbase.text.chinese import fold_chinese
from termbase.text.english_stems import base_forms
from termbase.text.latin_words import is_abbreviation
from termbase.text.offsets import MASK
from termbase.text.script import has_han
from termbase.text.small_words import SMALL_WORDS

_CLAUSE = re.compile(rf"[^.;:!?。；：！？，()（）\r\n{MASK}]+")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_PASSED_OVER = SMALL_WORDS | {"as"}
_LINKS = frozenset("的 之 与 和 及 或 以及 并 等".split())
_BETWEEN = 2
"""Content words that may stand between the parts of an English term: the settings of the *default* printer."""

_REACH = 8
"""Characters that may stand between the parts of a Chinese term: 打开 in 将要打开的文件."""


def renders(text: str, language: str, term: str) -> bool:
    """Whether a text (what is no prose masked) has a term's words in another form, or parted, within one clause.

    English words may be inflected, nouns of their verbs (*calculation* for *calculate*), in any order and with
    small words between: *inserted*, *settings of the printer*. The words of a Chinese term may be parted or
    turned: 文件…打开, 控件的属性; a single word may not.
    """
    if is_english(language):
        return not is_abbreviation(term) and _has_english(text, term)
    return is_chinese(language) and has_han(term) and _has_chinese(text, term)


def _has_english(text: str, term: str) -> bool:
    wanted = _content(term)
    for clause in _CLAUSE.finditer(text):
        words = _content(clause[0])
        places = [[place for place, forms in enumerate(words) if forms & each] for each in wanted]
        if _are_near(places, len(wanted) + _BETWEEN):
            return True
    return False


def _content(text: str) -> list[frozenset[str]]:
    return [base_forms(word) for word in _WORD.findall(text) if word.casefold() not in _PASSED_OVER]


def _has_chinese(text: str, term: str) -> bool:
    from termbase.text.words import dictionary_words

    parts = [word for word in dictionary_words(fold_chinese(term).text) if word not in _LINKS]
    if len(parts) < 2 or any(len(part) < 2 for part in parts):
        return False
    for clause in _CLAUSE.finditer(fold_chinese(text).text):
        places = [[match.start() for match in re.finditer(re.escape(part), clause[0])] for part in parts]
        if _are_near(places, len(term) + _REACH):
            return True
    return False


def _are_near(places: Sequence[Sequence[int]], reach: int) -> bool:
    """Whether there is a place of each part, all different and none farther than `reach` from another."""
    return any(_is_covered(places, first, first + reach) for part in places for first in part)


def _is_covered(places: Sequence[Sequence[int]], first: int, last: int) -> bool:
    """Whether each part has a place of its own from `first` on and before `last`."""
    free = [{place for place in part if first <= place < last} for part in places]
    return all(free) and len(set.union(*free)) >= len(places)
