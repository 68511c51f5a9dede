"""Reads the words that a region uses itself, although the converter replaces them for it: `own_words.tsv`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from termbase.files.data_table import data_rows
from termbase.language import Region

_ENTRY = re.compile(r"([^?@!]+)(\??)(?:@(\w+))?(?:!(\w+))?")


@cache
def own_words(region: Region) -> frozenset[str]:
    """Return the words that a region uses although the converter replaces them for it, in simplified characters."""
    return frozenset(entry.word for entry in _entries(region) if entry.is_own)


@cache
def subjects_of_foreign_senses(region: Region) -> dict[str, str]:
    """Return the words that a region uses in all subjects but one, each with that subject: 网络 and computing."""
    return {entry.word: entry.foreign_subject for entry in _entries(region) if entry.foreign_subject}


@cache
def subjects_of_own_senses(region: Region) -> dict[str, str]:
    """Return the words that a region uses in texts on one subject, each with that subject: 伺服器 and servos."""
    return {entry.word: entry.own_subject for entry in _entries(region) if entry.own_subject}


@cache
def kept_words(region: Region) -> frozenset[str]:
    """Return those of the own words of a region that stay in its text; the others may be foreign there."""
    return frozenset(entry.word for entry in _entries(region) if entry.is_own and not entry.is_replaced)


class _Entry(NamedTuple):
    """A word of the table with its marks."""

    word: str
    is_replaced: bool
    foreign_subject: str
    own_subject: str

    @property
    def is_own(self) -> bool:
        return not self.foreign_subject and not self.own_subject


def _entries(region: Region) -> Iterator[_Entry]:
    marked = (word for code, words in data_rows("own_words.tsv") if code == region for word in words.split())
    for found in filter(None, map(_ENTRY.fullmatch, marked)):
        word, is_replaced, foreign_subject, own_subject = found.groups("")
        yield _Entry(word, bool(is_replaced), foreign_subject, own_subject)
