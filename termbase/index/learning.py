"""What folding changes, learnt from `script_key` and `chinese_key` once, when an index is built."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from importlib.resources import files

from termbase.normalize import chinese_key, script_key
from termbase.region import REGIONS

_RANGES = ((0xA0, 0x100), (0x2000, 0x2070), (0x2E80, 0xA000), (0xF900, 0xFB00), (0xFE00, 0x10000))
"""Where characters stand that fold into a Han character, a sign or nothing: signs, radicals, Han, wide forms."""


def learn(characters_in_use: frozenset[str]) -> Iterator[tuple[str, str]]:
    """What folding changes, as pairs: regional words, and the characters that become one of those in use."""
    words = dict(_regional_words())
    in_use = characters_in_use.union(*words)
    for char in (chr(code) for first, last in _RANGES for code in range(first, last)):
        plain = script_key(char)
        if plain != char and in_use.issuperset(plain):
            yield char, plain
    yield from words.items()


def _regional_words() -> Iterator[tuple[str, str]]:
    """Every word of the table with its mainland wording. One that stays as it is may hold another that does not."""
    table = files("termbase_data").joinpath("regional_words.tsv").read_text("utf-8")
    for row in csv.DictReader(table.splitlines(), delimiter="\t"):
        for form in " ".join(row[region] for region in REGIONS).split():
            yield script_key(form), chinese_key(form)
