"""Clues about names: persons, owners, abbreviations, and whether the English sounds like the Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from termbase.extract.english.english_length import is_ordinary
from termbase.extract.english.english_view import EnglishView, SeenWord
from termbase.extract.initials import spelled
from termbase.extract.japanese import is_romanised_japanese
from termbase.extract.model import Clue, new_clue, noted
from termbase.extract.roles import has_tones
from termbase.renderings.cedict import is_common_word, is_defining_word, is_english_word
from termbase.renderings.sound import count_of_syllables, reads_as, similarity
from termbase.renderings.surnames import is_surname_of
from termbase.text.chinese.words import part_of_speech
from termbase.text.latin_words import POSSESSIVE
from termbase.text.word_classes import WordClass, words_of

_OFFICE = re.compile("[a-z]{3}(?:tions?|ments?|fairs|[uv]ices|ships|ology|[mt]ics)$|^Dynasty$")
"""The end of a word for what an office is about, and no person's name: Minister of Communications Li Wen."""

_LEAST_ALIKE = 0.5
_LONGEST_SYLLABLE, _MOST_SYLLABLES = 6, 5
_LEAST_SPELLED = 0.34
"""The share of an abbreviation's letters that Chinese words mean below which it may be by chance: HTTP, 视频."""


def _sound(view: EnglishView) -> Iterator[Clue]:
    """Yield a clue if the two sound alike, as names do: Hsieh Ho-lin and 謝和霖."""
    if len(view.words) > 4 or view.han_count > 12 or view.words[0].is_function or _is_translated(view):
        return
    text = view.text
    alike = similarity(text, view.chinese)
    if view.may_be_person and alike < 1:  # a Western given name may stand before: Justin Yifu Lin, 林毅夫
        alike = max([alike, *(similarity(_from(view, word), view.chinese) for word in view.words[1:])])
    if alike > _LEAST_ALIKE and not _is_chance(view):
        is_name = view.content and all(word.is_capital for word in view.content)
        yield Clue("sounds_alike" if is_name else "sounds_alike_lower", 2 * alike - 1)
    elif alike <= _LEAST_ALIKE and is_romanised_japanese(text, view.chinese):
        yield new_clue(("japanese_sound", 1.0, text))


def _syllables(view: EnglishView) -> Iterator[Clue]:
    """Yield a clue if a name has a word for each character, as names in other spellings: Hung Sing, 鴻勝."""
    if view.han_count != len(view.words) or view.han_count == 1 or not view.words[0].is_capital:
        return
    if all(word.is_capital and _is_syllable(word.text) for word in view.words):
        yield noted("word_for_character", min(len(view.words), _MOST_SYLLABLES) - 1)


@lru_cache(maxsize=8192)
def _is_syllable(word: str) -> bool:
    return len(word) <= _LONGEST_SYLLABLE and word.isalpha() and count_of_syllables(word) == 1


def _is_translated(view: EnglishView) -> bool:
    """Return whether the Chinese means each word, and all are in lower case: then the span is no name."""
    return bool(view.content) and all(word.bits and not word.is_capital for word in view.content)


def _is_chance(view: EnglishView) -> bool:
    """Return whether a common word that means something else only happens to sound alike: 介紹, Issue."""
    if view.covered or not (is_defining_word(view.text) and is_common_word(view.chinese)):
        return False
    return not reads_as(view.text, view.chinese)


def _from(view: EnglishView, word: SeenWord) -> str:
    return view.flat[word.start : view.span.end]


def _person(view: EnglishView) -> Iterator[Clue]:
    if not view.may_be_person:
        return
    is_name = all(word.is_capital and not _OFFICE.search(word.text) for word in view.words)
    if len(view.words) in (2, 3) and is_name and not _is_other_word(view):
        yield noted("name_of_person")
    if is_surname_of(view.words[-1].text, view.chinese):
        yield new_clue(("ends_with_surname", 1.0, view.words[-1].text))
    elif is_surname_of(view.words[0].text, view.chinese):
        yield new_clue(("begins_with_surname", 1.0, view.words[0].text))
    before = view.neighbour
    if before and view.words[0].is_capital and _may_be_of_name(before) and not view.is_reading:
        yield new_clue(("cuts_name_of_person", 1.0, before.text))
    if view.words[0].folded in WordClass.NATIONALITY.words:
        yield new_clue(("nationality_before_person", 1.0, view.words[0].text))


def _is_other_word(view: EnglishView) -> bool:
    """Return whether the Chinese is a word or place, and the English has not its surname: 文档 is no Mr Wen."""
    names = view.words[0].text, view.words[-1].text
    is_word = is_common_word(view.chinese) or part_of_speech(view.chinese) == "ns"
    return is_word and not any(is_surname_of(name, view.chinese) for name in names)


def _may_be_of_name(word: SeenWord) -> bool:
    """Return whether a word before a person's name may be its first part."""
    folded = word.folded
    if _OFFICE.search(word.text):
        return False
    return word.text[0].isupper() and folded not in _no_names() and not word.text.endswith(POSSESSIVE)


@cache
def _no_names() -> frozenset[str]:
    return words_of(WordClass.JOB_TITLE, WordClass.NATIONALITY, WordClass.MODIFIER, WordClass.PLACE)


def _reading(view: EnglishView) -> Iterator[Clue]:
    """Yield a clue if the last words alone are the reading of the Chinese: the Taiwanese | Qiong Yao, 瓊瑤."""
    if view.is_longer_than_reading:
        yield noted("longer_than_reading")
    if has_tones(view.text):
        yield noted("holds_tones")


def _abbreviation(view: EnglishView) -> Iterator[Clue]:
    """Yield whether the letters of an abbreviation begin words that the Chinese means: NER, 命名实体识别."""
    if view.is_abbreviation:
        yield noted("abbreviation")
        share = spelled(view.text, view.chinese)
        if share:
            yield Clue("abbreviation_spelled", share)
        if share < _LEAST_SPELLED and is_ordinary(view.chinese) and not is_english_word(view.text):
            yield noted("unspelled_for_words")


def possessor(view: EnglishView) -> Iterator[Clue]:
    """Yield a clue if the possessive of a longer name is not rendered: State Council's | Data Administration.

    Nor is one that renders only what the words behind it render too: Liberation Army's | Support Force, 支援部队.
    A single name may be part of a term: Bayes' theorem.
    """
    behind = 0
    for word in reversed(view.words):
        is_inside = word is not view.words[0] and word is not view.words[-1]
        if is_inside and word.is_capital and word.text.endswith(POSSESSIVE) and not view.needs(word, behind):
            yield new_clue(("holds_possessor", 1.0, word.text))
            return
        behind |= word.bits


def is_name(article: str, chinese: str) -> bool:
    """Return whether what looks like an article is the first part of a name: An Lushan, 安祿山; A Cheng, 阿城."""
    return article[0].isupper() and reads_as(article, chinese[:1])


NAME_CLUES = (_sound, _syllables, _person, _reading, _abbreviation)
