"""Detects what kind of thing a term names (a person, a place, a title ...) from the form of its two strings."""

from __future__ import annotations

import re
from functools import lru_cache

from termbase.extract.model import TermKind
from termbase.text.latin_words import fold, words_in
from termbase.text.script import HAN, simplify
from termbase.text.word_classes import WordClass, function_words


def kind_of(chinese: str, english: str, is_enclosed: bool, is_work: bool) -> TermKind:
    """Return the kind of a pair.

    `is_enclosed` means that the English is in quotation marks or emphasised; `is_work` means that the Chinese is in
    title marks (《》).
    """
    plain = simplify(chinese)
    content = [word for word in words_in(english, 0, len(english)) if fold(word.text) not in function_words()]
    is_name = bool(content) and all(word.is_capital for word in content)
    if is_work:
        return TermKind.TITLE
    if is_name and not is_enclosed and _names_person(chinese, english, len(content)):
        return TermKind.PERSON
    if is_name and _is_title(plain):
        return TermKind.TITLE
    if is_name and plain.endswith(WordClass.ORGANISATION_ENDING.affixes):
        return TermKind.ORGANISATION
    if is_name and plain.endswith(WordClass.PLACE_ENDING.affixes):
        return TermKind.PLACE
    if is_enclosed and is_name and len(content) > 1:
        return TermKind.TITLE
    if is_enclosed and len(plain) >= 4 and len(content) >= 3:
        return TermKind.SLOGAN
    return TermKind.TERM


def _is_title(plain: str) -> bool:
    is_other = plain.endswith(WordClass.ENDING_OF_NO_TITLE.affixes)
    return plain.endswith(WordClass.TITLE_ENDING.affixes) and not is_other


def _names_person(chinese: str, english: str, words: int) -> bool:
    """Return whether the pair names a person.

    The name must have two or three English words and not end with a word such as `lake`: a name of one word (Dell,
    戴爾) may be a company. Rulers (康熙皇帝) and names with an interpunct (卡尔·马克思) are always accepted.
    """
    if _is_ruler(chinese) or re.search(f"[{INTERPUNCT}]", chinese):
        return True
    is_place = fold(english.split()[-1]) in WordClass.PLACE.words
    return is_personal_name(chinese) and not is_place and 2 <= words <= 3


def _is_ruler(chinese: str) -> bool:
    """Whether a title stands behind a name: 慈禧太后."""
    return any(
        chinese.endswith(title) and 1 <= len(chinese) - len(title) <= _LONGEST_RULER
        for title in WordClass.RULER_ENDING.words
    )


_LONGEST_RULER = 4
"""Characters of a ruler's name before the title."""

INTERPUNCT = "·‧．•・∙･"
_FOREIGN = re.compile(f"[{HAN}]{{1,7}}(?:[{INTERPUNCT}]\\s?[{HAN}]{{1,7}})+")


@lru_cache(maxsize=8192)
def is_personal_name(chinese: str) -> bool:
    """Return whether a Chinese string has the shape of a personal name.

    Common words such as 高山 have that shape as well, so other evidence has to agree.
    """
    plain = simplify(chinese)
    if _FOREIGN.fullmatch(plain):
        return True
    surname = _surname_length(plain)
    return surname > 0 and 1 <= len(plain) - surname <= 2 and re.fullmatch(f"[{HAN}]+", plain) is not None


def _surname_length(plain: str) -> int:
    if plain[:2] in WordClass.COMPOUND_SURNAME.words:
        return 2
    return 1 if plain[:1] in WordClass.SURNAME.words else 0
