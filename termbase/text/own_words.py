"""Reads the words that a region uses itself, although the converter replaces them for it: `own_words.tsv`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from termbase.files.data_table import data_rows
from termbase.language import Region

_OF_SUBJECT = re.compile("[@!]")


@cache
def own_words(region: Region) -> frozenset[str]:
    """Return the words that a region uses although the converter replaces them for it, in simplified characters."""
    return frozenset(word.removesuffix("?") for word in _own_words(region) if not _OF_SUBJECT.search(word))


@cache
def subjects_of_foreign_senses(region: Region) -> dict[str, str]:
    """Return the words that a region uses in all subjects but one, each with that subject: 网络 and computing."""
    return dict(word.split("@") for word in _own_words(region) if "@" in word)


@cache
def subjects_of_own_senses(region: Region) -> dict[str, str]:
    """Return the words that a region uses in one subject only, each with that subject: 伺服器 and servos."""
    return dict(word.split("!") for word in _own_words(region) if "!" in word)


@cache
def kept_words(region: Region) -> frozenset[str]:
    """Return those of the own words of a region that stay in its text; the others may be foreign there."""
    return frozenset(word for word in _own_words(region) if not word.endswith("?") and not _OF_SUBJECT.search(word))


def _own_words(region: Region) -> Iterator[str]:
    return (word for code, words in data_rows("own_words.tsv") if code == region for word in words.split())
