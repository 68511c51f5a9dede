"""Tells which regions a sentence is about, by their names, places and institutions (`region_signs.tsv`)."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice

from termbase.files.data_table import data_rows
from termbase.language import Region
from termbase.text.script import simplify

_OFTEN = 3
"""A text with so many names of a region is about it."""


def names_region(text: str, region: Region) -> bool:
    """Return whether a text names a region, a place there or one of its institutions."""
    return _names()[region].search(simplify(text)) is not None


def is_about_region(text: str, region: Region) -> bool:
    """Return whether a text names a region, its places or institutions again and again."""
    return sum(1 for _ in islice(_names()[region].finditer(simplify(text)), _OFTEN)) == _OFTEN


@cache
def _names() -> dict[Region, re.Pattern[str]]:
    names: dict[Region, set[str]] = {region: set() for region in Region}
    for code, kind, words in data_rows("region_signs.tsv"):
        if kind in ("name", "topic"):
            names[Region[code]].update(simplify(words).split())
    return {region: re.compile("|".join(sorted(found))) for region, found in names.items()}
