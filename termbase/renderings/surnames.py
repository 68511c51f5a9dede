"""Decides whether an English word is the surname of a Chinese person, also in spellings that are not pinyin."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from termbase.files.data_table import data_rows
from termbase.renderings.sound import similarity
from termbase.text.latin_words import fold
from termbase.text.script import simplify


@lru_cache(maxsize=8192)
def is_surname_of(word: str, chinese: str) -> bool:
    """Return whether a word spells the surname with which a Chinese name begins: Ip or Yeh for 葉."""
    folded, plain = fold(word), simplify(chinese)
    return any(
        folded in _spellings().get(plain[:length], ()) or similarity(word, plain[:length]) == 1 for length in (1, 2)
    )


@cache
def _spellings() -> Mapping[str, frozenset[str]]:
    rows = data_rows("surname_spellings.tsv")
    return MappingProxyType({surname: frozenset(fold(each) for each in words.split()) for surname, words in rows})
