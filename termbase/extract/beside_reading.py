"""Finds the translation of Chinese whose reading (pinyin) stands before it: *qian* (谦, modesty)."""

from __future__ import annotations

import re

from termbase.extract.kind import is_personal_name, kind_of
from termbase.extract.model import TermKind
from termbase.renderings.cedict import is_common_word
from termbase.renderings.rendered_characters import rendered_bits
from termbase.text.latin_words import fold, latin_words
from termbase.text.word_classes import WordClass, is_function_word

_DIGIT = re.compile(r"\d")
_MOST_WORDS = 6
"""The largest number of words of a translation; a longer text is a remark."""


def translates_reading(reading: str, chinese: str, english: str) -> bool:
    """Return whether English translates Chinese with this reading, and is no remark on a person or place.

    Chu Ci (楚辞, Songs of the South), but Suzhou (苏州, city of canals) and Du Fu (杜甫, friend of Li Bai).
    """
    words = [word.text for word in latin_words(english)]
    terms = words[1:] if words and words[0] in WordClass.ARTICLE.words else words
    if not 0 < len(terms) <= _MOST_WORDS or is_function_word(terms[0]) or is_function_word(terms[-1]):
        return False
    if _DIGIT.search(english):
        return False
    if reading[:1].islower() or len(chinese) == 1:
        return True
    if words[0] in ("a", "an"):
        return False
    if kind_of(chinese, reading) is TermKind.PLACE and not _means(chinese, words):
        return False
    if all(word[:1].isupper() or is_function_word(word) for word in words):  # Chu Ci (楚辞, Songs of Chu)
        return any(rendered_bits(word, chinese) for word in words)
    return is_common_word(chinese) and not (len(chinese) > 1 and is_personal_name(chinese))


def _means(chinese: str, words: list[str]) -> bool:
    """Return whether a word, and none for a kind of place, renders the Chinese: 内丹 (internal alchemy)."""
    is_place = any(fold(word) in WordClass.PLACE.words for word in words)
    return not is_place and any(rendered_bits(word, chinese) for word in words)
