"""Decides whether the two strings of a term pair correspond in full. Pairs that do not are marked for review.

`White Terror era` has a noun more than 白色恐怖; `Bank of Qingdao` has one less than 青岛银行股份有限公司.
"""

from __future__ import annotations

import re
from functools import lru_cache

from termbase.renderings.rendered_characters import is_function_word, rendered_bits
from termbase.renderings.sound import similarity
from termbase.text.latin_words import LatinWord, is_abbreviation, latin_words
from termbase.text.script import HAN, simplify
from termbase.text.word_classes import WordClass

_GENERIC = re.compile(r"(?:股份)?有限公司$|(?<=.)[菜茶酒酱寺]$")
"""Nouns at the end of a Chinese name that English sometimes leaves out: Sichuan for 川菜."""

_HAN = re.compile(f"[{HAN}]")
_ALIKE = 0.6
_LONG = 6


@lru_cache(maxsize=1024)
def is_imperfect(chinese: str, english: str) -> bool:
    """Return whether one string has an element that the other lacks, as far as the dictionary shows it."""
    if is_abbreviation(english):
        return False
    words = [word for word in latin_words(english) if not is_function_word(word, chinese)]
    bits = [rendered_bits(word.text, chinese) for word in words]
    differs = _lacks_generic(chinese, words, bits) or _adds_noun(chinese, words, bits) or _drops_half(chinese, bits)
    return differs and similarity(english, chinese) <= _ALIKE


def _lacks_generic(chinese: str, words: list[LatinWord], bits: list[int]) -> bool:
    generic = _GENERIC.search(simplify(chinese))
    if generic is None or not words:
        return False
    last = 1 << (len(chinese) - 1)
    last_word = words[-1].text.casefold().rstrip(".")
    has_form = last_word in WordClass.COMPANY_FORM.words | {"limited", "company", "corporation"}
    return not has_form and not any(each & last for each in bits[1:] or [0])


def _adds_noun(chinese: str, words: list[LatinWord], bits: list[int]) -> bool:
    """Return whether the English adds a noun in lower case after a full rendering, or a number before it."""
    everything = (1 << len(chinese)) - 1
    if len(words) < 2:
        return False
    is_extra = not bits[-1] and words[-1].text.islower() and _union(bits[:-1]) == everything
    return is_extra or (not bits[0] and words[0].text[0].isdigit())


def _drops_half(chinese: str, bits: list[int]) -> bool:
    """Return whether every English word renders something, but more than half of a long Chinese string is left."""
    count = len(_HAN.findall(chinese))
    return bool(bits) and all(bits) and count >= _LONG and 2 * _union(bits).bit_count() < count


def _union(bits: list[int]) -> int:
    together = 0
    for each in bits:
        together |= each
    return together
