"""Detects what kind of thing a term names (a person, a place, a title ...) from the form of its two strings."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from termbase.extract.model import TermKind
from termbase.extract.setting import Setting
from termbase.renderings.cedict import (
    definitions,
    is_common_word,
    is_defining_word,
    is_english_word,
    is_idiom,
    meaning_bits,
)
from termbase.renderings.sound import reads_as, similarity
from termbase.renderings.surnames import is_surname_of
from termbase.text.chinese.pinyin import reading
from termbase.text.chinese.words import part_of_speech
from termbase.text.english.english_stems import stem
from termbase.text.latin_words import LatinWord, fold, is_abbreviation, latin_words
from termbase.text.personal_names import surname_length
from termbase.text.script import HAN, simplify_term
from termbase.text.word_classes import WordClass, is_function_word


@lru_cache(maxsize=8192)
def kind_of(chinese: str, english: str, setting: Setting = Setting.NONE) -> TermKind:
    """Return the kind of a pair."""
    if is_abbreviation(english) and not _LOWER.search(english):
        return TermKind.ABBREVIATION
    plain = simplify_term(chinese)
    every = latin_words(english)
    content = [word for word in every if not is_function_word(word.text) and word.text not in _PARTICLES]
    is_name = bool(content) and all(word.is_capital for word in content)
    is_enclosed = setting is not Setting.NONE
    if not is_name and content and _is_proper(content[0]):
        if _is_organisation(plain):
            return TermKind.ORGANISATION
        if plain.endswith(WordClass.PLACE_ENDING.affixes):
            return TermKind.PLACE
    if setting is Setting.WORK:
        return TermKind.TITLE
    if is_name and (kind := _kind_of_name(chinese, english, setting)):
        return kind
    if _is_phrase(plain):
        return TermKind.SLOGAN
    if is_enclosed and len(plain) >= _IDIOM and _LONGEST_NAME <= len(content) < len(every):
        return TermKind.SLOGAN
    return TermKind.TERM


def _kind_of_name(chinese: str, english: str, setting: Setting) -> TermKind | None:
    """Return the kind of a pair whose English words that count are all capitalised.

    Return None if nothing but the capitals says that it is a name.
    """
    plain, every, is_enclosed = simplify_term(chinese), latin_words(english), setting is not Setting.NONE
    content = sum(not is_function_word(word.text) for word in every)
    is_title = _is_title(plain, english)
    if is_enclosed and (is_title or content > _LONGEST_NAME) and not _is_body(plain):
        return TermKind.TITLE
    if not is_enclosed and _is_common(english, plain):
        return TermKind.TERM
    if _is_body(plain):
        return TermKind.ORGANISATION
    if _names_person(chinese, english, len(english.split()), is_enclosed):
        return TermKind.PERSON
    if is_title or (setting is Setting.ITALIC and len(every) > 1):
        return TermKind.TITLE
    if _is_organisation(plain):
        return TermKind.ORGANISATION
    if _is_place(plain, english):
        return TermKind.PLACE
    return TermKind.TITLE if is_enclosed and content > 1 else None


def _is_common(english: str, plain: str) -> bool:
    """Return whether the dictionary has a pair in lower case: Game Theory, 博弈论."""
    return english.casefold() in definitions(plain)


def _is_proper(word: LatinWord) -> bool:
    """Return whether a word is a name, though the words behind it are not: Xiang army (湘军)."""
    return word.is_capital and not word.text[0].isdigit() and not is_defining_word(word.text)


def _is_phrase(plain: str) -> bool:
    """Return whether the dictionary calls a word an idiom, or jieba does and the dictionary does not have it."""
    if is_idiom(plain):
        return True
    return len(plain) >= _IDIOM and part_of_speech(plain) in _PHRASES and not definitions(plain)[0]


_IDIOM = 4
_PHRASES = frozenset("i")
"""What jieba calls idioms."""
_LONGEST_NAME = 3
"""Words of the longest English in quotation marks that may be a name and no title."""


def _is_organisation(plain: str) -> bool:
    endings, others = WordClass.ORGANISATION_ENDING.affixes, WordClass.ENDING_OF_NO_ORGANISATION.affixes
    return plain.endswith(endings) and not plain.endswith(others)


def _is_body(plain: str) -> bool:
    """Return whether a string ends with a word of two or more characters for an organisation: 观澜书院."""
    return plain.endswith(_words_for_bodies())


@cache
def _words_for_bodies() -> tuple[str, ...]:
    return tuple(ending for ending in WordClass.ORGANISATION_ENDING.affixes if len(ending) > 1)


def _is_place(plain: str, english: str) -> bool:
    """Return whether a capitalised pair names a place: by a word for one at its end, or as a known name."""
    if part_of_speech(plain) == "ns" and not is_common_word(plain):
        return True
    if plain.endswith(WordClass.ENDING_OF_NO_PLACE.affixes):
        return False
    endings = WordClass.PLACE_ENDING.affixes
    ending = max(filter(plain.endswith, endings), key=len) if plain.endswith(endings) else ""
    if len(ending) > 1 or (ending and _ends_as_place(english)):
        return True
    is_name = similarity(english, plain) > _ALIKE  # 路 alone ends words too: 反馈回路, Feedback Loop
    has_name = is_name or not all(map(_is_word, english.split()))
    return has_name and (bool(ending) or _ends_as_place(english))


def _ends_as_place(english: str) -> bool:
    return fold(english.split()[-1]) in WordClass.PLACE.words


def _is_title(plain: str, english: str) -> bool:
    """Return whether a string ends as titles do. 法 is a law only beside such a word, else a method (容错法)."""
    if plain.endswith("法") and not plain.endswith("兵法"):
        return not WordClass.LAW.words.isdisjoint(fold(english).split())
    return plain.endswith(WordClass.TITLE_ENDING.affixes) and not plain.endswith(
        WordClass.ENDING_OF_NO_TITLE.affixes
    )


def _names_person(chinese: str, english: str, words: int, is_enclosed: bool) -> bool:
    """Return whether the pair names a person.

    The name must have two to four English words and not end with a word such as `lake`: a name of one word (Dell,
    戴爾) may be a company. In quotation marks it must have the surname of the Chinese. Rulers (康熙皇帝) and names
    with an interpunct (卡尔·马克思) are always accepted.
    """
    if _is_ruler(simplify_term(chinese)) or has_interpunct(chinese) or _HYPHENED.fullmatch(chinese):
        return True
    if _ends_as_place(english) or simplify_term(chinese).endswith(WordClass.ENDING_OF_NO_PERSON.affixes):
        return False
    names = english.split()
    if (
        not is_enclosed
        and len(names) > 1
        and is_personal_name(chinese)
        and _is_known_person(simplify_term(chinese))
    ):
        return True
    if words == 1 and not is_enclosed and _is_known_person(simplify_term(chinese)):
        return similarity(english, chinese) > _ALIKE  # 阿波罗, Apollo
    if not 2 <= words <= _MOST_NAMES:
        return False
    ends_with_surname = is_surname_of(names[-1], chinese)
    if _is_rendered(names[-1], chinese) and not ends_with_surname:
        return False
    has_surname = ends_with_surname or is_surname_of(names[0], chinese)
    if is_enclosed or words == _MOST_NAMES or not is_personal_name(chinese):
        if not is_personal_name(chinese) and _may_be_place(simplify_term(chinese)):
            return False  # 长沙湾, Cheung Sha Wan: romanised names of places look like those of persons
        is_whole = has_surname and len(chinese) <= _LONGEST_PERSON and similarity(english, chinese) > _ALIKE
        return is_whole or (not is_enclosed and _is_transcribed(names, chinese))
    return has_surname or not all(map(_is_word, names))  # 南图, South-campus Library


def _may_be_place(plain: str) -> bool:
    return part_of_speech(plain) == "ns" or plain.endswith(WordClass.PLACE_ENDING.affixes)


def _is_known_person(plain: str) -> bool:
    """Return whether jieba knows a person of three characters: 李世民, Tang Taizong."""
    return len(plain) >= _SHORTEST_FOREIGN and part_of_speech(plain) in ("nr", "nrt")


def _is_transcribed(names: list[str], chinese: str) -> bool:
    """Return whether a string that names no known place sounds like a foreign name of several words.

    It may have the sounds of the surname alone: 沃德羅普, Mitchell Waldrop.
    """
    if len(chinese) < _SHORTEST_FOREIGN or part_of_speech(simplify_term(chinese)).startswith(_OTHER_NAMES):
        return False
    whole = " ".join(names)
    if reads_as(whole, chinese) or any(_is_word(name) or _is_rendered(name, chinese) for name in names):
        return False
    return max(similarity(whole, chinese), similarity(names[-1], chinese)) >= _ALIKE_TRANSCRIBED


def _is_word(name: str) -> bool:
    """Return whether the last part of a word is an ordinary one: Sample-Based."""
    return is_english_word(name.rsplit("-", 1)[-1])


def _is_rendered(name: str, chinese: str) -> bool:
    """Return whether the Chinese means a word and does not only sound like it: Medicine in Meng Medicine (蒙医)."""
    return meaning_bits(stem(name), chinese) != 0 and fold(name) not in reading(chinese)


def _is_ruler(chinese: str) -> bool:
    """Whether a title stands behind a name: 慈禧太后."""
    return chinese.endswith(WordClass.RULER_ENDING.affixes) and any(
        chinese.endswith(title) and 1 <= len(chinese) - len(title) <= _LONGEST_RULER
        for title in WordClass.RULER_ENDING.words
    )


_PARTICLES = frozenset("de von van der den du di la le da del".split())
"""Words in lower case inside names of persons: Simone de Beauvoir."""
_MOST_NAMES = 4
_LONGEST_PERSON = 4
_ALIKE, _ALIKE_TRANSCRIBED = 0.7, 0.6
_SHORTEST_FOREIGN = 3
_OTHER_NAMES = ("ns", "nt")
"""The classes of places and organisations."""

_LONGEST_RULER = 4
"""Characters of a ruler's name before the title."""

INTERPUNCT = "·‧．•・∙･⸱⋅"
_INTERPUNCTS = frozenset(INTERPUNCT)
_LOWER = re.compile("[a-z]{3}")
_ALL_HAN = re.compile(f"[{HAN}]+")
_HYPHENED = re.compile(f"[{HAN}]{{1,7}}[-－][{HAN}]{{1,7}}")
"""A transcribed name with a hyphen in the place of the dot: 查尔斯-希尔."""
_FOREIGN = re.compile(f"[{HAN}]{{1,7}}(?:[{INTERPUNCT}]\\s?[{HAN}]{{1,7}})+")


def has_interpunct(chinese: str) -> bool:
    """Return whether a string has a dot between the parts of a transcribed name: 卡尔·马克思."""
    return not _INTERPUNCTS.isdisjoint(chinese)


@lru_cache(maxsize=8192)
def is_personal_name(chinese: str) -> bool:
    """Return whether a Chinese string has the shape of a personal name.

    Common words such as 高山 have that shape as well, so other evidence has to agree.
    """
    plain = simplify_term(chinese)
    if _FOREIGN.fullmatch(plain):
        return True
    surname = surname_length(plain)
    return surname > 0 and 1 <= len(plain) - surname <= 2 and _ALL_HAN.fullmatch(plain) is not None
