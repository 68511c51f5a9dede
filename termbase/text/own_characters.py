"""Reads the characters of the other script that text of a region has too: `own_characters.tsv`."""

from __future__ import annotations

from functools import cache

from termbase.files.data_table import data_rows
from termbase.language import Region


@cache
def own_characters(region: Region) -> frozenset[str]:
    """Return the characters of the other script that are no fault in text of a region: 户 in Hong Kong."""
    return frozenset(char for code, _, chars in data_rows("own_characters.tsv") if code == region for char in chars)


@cache
def standard_characters(region: Region) -> frozenset[str]:
    """Return those that are the region's own form whatever the word: 温, but not 种, which is a surname."""
    rows = data_rows("own_characters.tsv")
    return frozenset(char for code, kind, chars in rows if (code, kind) == (region, "standard") for char in chars)
