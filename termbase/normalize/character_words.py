"""Reads the table of what simplified characters are alone, and of the words in which they are something else.

Start from `character_words`. What was read of `character_words.tsv` and `script_words.tsv` is kept in the cache
folder.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from termbase.cache.kept import kept
from termbase.files.data_table import data_file, data_rows
from termbase.language import Region
from termbase.text.regions.regional_rows import Sense
from termbase.text.regions.regional_words import forms
from termbase.text.word_finder import WordFinder


class CharacterWords(NamedTuple):
    """What characters are alone, and the words in which they are something else."""

    alone: _Alone
    words: Mapping[str, str]
    finder: WordFinder


class _Alone(dict[int, str]):
    """What characters are alone, for `str.translate`, which is slow for characters that are missing."""

    def __missing__(self, code: int) -> str:
        char = self[code] = chr(code)
        return char


@cache
def character_words(region: Region) -> CharacterWords:
    """Return the characters and words of a region, Taiwan or Hong Kong."""
    alone, words, made = kept(data_file("character_words.tsv"), f".{region}", lambda: _compiled(region))
    return CharacterWords(_Alone(alone), words, WordFinder(tuple(words), made))


def _compiled(region: Region) -> tuple[dict[int, str], dict[str, str], bytes]:
    column = 1 if region is Region.TW else 2
    rows = list(data_rows("character_words.tsv"))
    words = {cells[0]: cells[column] for cells in rows if len(cells[0]) > 1} | dict(_own_words(region))
    alone = {ord(cells[0]): cells[column] for cells in rows if len(cells[0]) == 1}
    return alone, words, WordFinder(tuple(words)).made()


def _own_words(region: Region) -> Iterator[tuple[str, str]]:
    """Yield the words of `script_words.tsv` that all regions have, with the characters of one region."""
    for form, words in forms():
        word = words[0]
        new = word.row.wordings[region][0]
        if (
            word.row.is_one_word
            and not word.row.owner
            and word.sense is Sense.CERTAIN
            and len(new) == len(form) > 1
        ):
            yield form, new
