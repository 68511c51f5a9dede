"""Decides whether the two strings of a term pair correspond in full. Pairs that do not are marked for review.

`White Terror era` has a noun more than 白色恐怖; `Bank of Qingdao` has one less than 青岛银行股份有限公司.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache, reduce
from operator import or_

from termbase.renderings.rendered_characters import is_function_word_beside, rendered_bits
from termbase.renderings.sound import similarity
from termbase.text.latin_words import is_abbreviation, latin_words
from termbase.text.script import count_han, simplify_term
from termbase.text.word_classes import WordClass

_GENERIC = re.compile(r"(?:股份)?有限公司$|(?<=.)[菜茶酒酱寺]$")
"""Nouns at the end of a Chinese name that English sometimes leaves out: Sichuan for 川菜."""

_LAST_OF_GENERIC = frozenset("司菜茶酒酱寺")
"""The last characters of what this matches: to look at a character is faster than to search."""

_COMPANY = ("limited", "company", "corporation")
_ALIKE = 0.6
_LONG = 6


@lru_cache(maxsize=1024)
def is_imperfect(chinese: str, english: str) -> bool:
    """Return whether one string has an element that the other lacks, as far as the dictionary shows it."""
    if is_abbreviation(english):
        return False
    words = [word.text for word in latin_words(english) if not is_function_word_beside(word, chinese)]
    differs = _lacks_generic(chinese, words) or _adds_noun(chinese, words) or _drops_half(chinese, words)
    return differs and similarity(english, chinese) <= _ALIKE


def _lacks_generic(chinese: str, words: Sequence[str]) -> bool:
    plain = simplify_term(chinese)
    if plain[-1:] not in _LAST_OF_GENERIC or not words or not _GENERIC.search(plain):
        return False
    last = 1 << (len(chinese) - 1)
    end = words[-1].casefold().rstrip(".")
    has_form = end in _COMPANY or end in WordClass.COMPANY_FORM.words
    return not has_form and not any(rendered_bits(word, chinese) & last for word in words[1:])


def _adds_noun(chinese: str, words: Sequence[str]) -> bool:
    """Return whether the English adds a noun in lower case after a full rendering, or a number before it."""
    if len(words) < 2:
        return False
    *others, last = words
    everything = (1 << len(chinese)) - 1
    if last.islower() and not rendered_bits(last, chinese) and _rendered(others, chinese) == everything:
        return True
    return words[0][0].isdigit() and not rendered_bits(words[0], chinese)


def _drops_half(chinese: str, words: Sequence[str]) -> bool:
    """Return whether every English word renders something, but more than half of a long Chinese string is left."""
    count = count_han(chinese)
    if count < _LONG or not words or not all(rendered_bits(word, chinese) for word in words):
        return False
    return 2 * _rendered(words, chinese).bit_count() < count


def _rendered(words: Sequence[str], chinese: str) -> int:
    return reduce(or_, (rendered_bits(word, chinese) for word in words), 0)
