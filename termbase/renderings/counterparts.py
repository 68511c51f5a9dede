"""English counterparts of small Chinese words, which dictionaries of content words leave out.

A term may begin with such a word if the English has its counterpart: 由读者选择 (Chosen by Readers). Elsewhere it
stands before a term: 由|读者协会 (Readers' Society).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from termbase.files.data_table import data_rows
from termbase.text.latin_words import fold, latin_words
from termbase.text.script import simplify_term


@cache
def counterparts() -> Mapping[str, frozenset[str]]:
    """Return the English words, in small letters, for small Chinese words (`small_word_renderings.tsv`)."""
    rows = data_rows("small_word_renderings.tsv")
    return {word: frozenset(english.casefold().split()) for word, english in rows}


def renders_small_word(word: str, english: str) -> bool:
    """Return whether English has a counterpart of a small Chinese word, also as a part of a word: sugar-free."""
    found = counterparts().get(simplify_term(word))
    return found is not None and not found.isdisjoint(
        part for each in latin_words(english) for part in fold(each.text).split("-")
    )
