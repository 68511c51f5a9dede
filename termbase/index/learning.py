"""What folding changes, learnt from `script_key` and `chinese_key` once, when an index is built."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from importlib.resources import files
from itertools import pairwise

from termbase.normalize import chinese_key, script_key
from termbase.region import REGIONS

_RANGES = ((0xA0, 0x100), (0x2000, 0x2070), (0x2E80, 0xA000), (0xF900, 0xFB00), (0xFE00, 0x10000))
"""Where characters stand that fold into a Han character, a sign or nothing: signs, radicals, Han, wide forms."""


def learn(keys: Iterable[str]) -> Iterator[tuple[str, str]]:
    """What folding changes into a part of some of these keys, as pairs: regional words, and single characters."""
    characters: set[str] = set()
    neighbours: set[tuple[str, str]] = set()
    for key in keys:
        characters.update(key)
        neighbours.update(pairwise(key))
    words = {word: plain for word, plain in _regional_words() if neighbours.issuperset(pairwise(plain))}
    characters.update(*words)
    for char in (chr(code) for first, last in _RANGES for code in range(first, last)):
        plain = script_key(char)
        if plain != char and characters.issuperset(plain):
            yield char, plain
    yield from words.items()


def _regional_words() -> Iterator[tuple[str, str]]:
    """Every word of the table with its mainland wording, alone and beside those that decide on its sense.

    One that stays as it is may hold another that does not, so it counts too.
    """
    table = files("termbase_data").joinpath("regional_words.tsv").read_text("utf-8")
    for row in csv.DictReader(table.splitlines(), delimiter="\t"):
        forms = {form.rstrip("?") for region in REGIONS for form in row[region].split()}
        for pattern in ("_", *(row.get("beside") or "").split()):
            for form in sorted(forms):
                word = script_key(pattern.replace("_", form))
                if len(word) > 1:  # 埠 (端口) alone is a word, in 蚌埠 it is none
                    yield word, chinese_key(word)
