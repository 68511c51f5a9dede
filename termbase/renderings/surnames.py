"""Decides whether an English word is the surname of a Chinese person, also in spellings that are not pinyin."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from termbase.files.data_table import data_rows
from termbase.renderings.sound import count_of_syllables, similarity
from termbase.text.latin_words import fold
from termbase.text.script import simplify_term
from termbase.text.word_classes import WordClass


@lru_cache(maxsize=8192)
def is_surname_of(word: str, chinese: str) -> bool:
    """Return whether a word spells the surname with which a Chinese name begins: Ip or Yeh for 葉."""
    folded, plain = fold(word), simplify_term(chinese)
    surnames = {plain[:1], plain[:2]} if plain[:2] in WordClass.COMPOUND_SURNAME.words else {plain[:1]}
    return any(folded in _spellings().get(each, ()) or _is_said(word, each) for each in surnames)


def _is_said(word: str, surname: str) -> bool:
    """Return whether a word sounds like a surname, with a syllable for each character: Engine is not 文."""
    return count_of_syllables(word) <= len(surname) and similarity(word, surname) == 1


@cache
def _spellings() -> Mapping[str, frozenset[str]]:
    rows = data_rows("surname_spellings.tsv")
    return MappingProxyType({surname: frozenset(fold(each) for each in words.split()) for surname, words in rows})
