"""What folding changes, learnt from `script_key` and `chinese_key` once, when an index is built."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from importlib.resources import files
from itertools import pairwise
from string import punctuation

from termbase.normalize import chinese_key, script_key
from termbase.region import REGIONS
from termbase.script import simplify

_SIGNS = ((0xA0, 0x100), (0x2000, 0x2070), (0x2E80, 0x3400), (0xF900, 0xFB00), (0xFE00, 0x10000))
"""Where signs, radicals, and wide and compatible forms stand: some fold into a Han character, a sign or nothing."""
_HAN = (0x3400, 0xA000)


def learn(keys: Iterable[str]) -> Iterator[tuple[str, str]]:
    """What folding changes into a part of some of these keys, as pairs: regional words, and single characters."""
    characters: set[str] = set()
    neighbours: set[tuple[str, str]] = set()
    for key in keys:
        characters.update(key)
        neighbours.update(pairwise(key))
    words = dict(_regional_words(neighbours))
    characters.update(*words)
    for char in _foldable():
        plain = script_key(char)
        if plain != char and characters.issuperset(plain):
            yield char, plain
    yield from words.items()


def _foldable() -> Iterator[str]:
    for first, last in _SIGNS:
        yield from map(chr, range(first, last))
    han = "".join(map(chr, range(*_HAN)))
    yield from (char for char, simple in zip(han, simplify(han), strict=True) if char != simple)


def _regional_words(neighbours: set[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The words of the table with their mainland wording, alone and beside those that decide on their sense.

    Left out are those whose mainland wording has characters beside each other that are so in no key.
    """
    table = files("termbase_data").joinpath("regional_words.tsv").read_text("utf-8")
    for row in csv.DictReader(table.splitlines(), delimiter="\t"):
        forms = {region: [form.rstrip(punctuation) for form in row[region].split()] for region in REGIONS}
        for pattern in ("_", *(row.get("beside") or "").split()):
            phrases = {region: [pattern.replace("_", form) for form in forms[region]] for region in REGIONS}
            if any(neighbours.issuperset(pairwise(phrase)) for phrase in phrases["CN"]):
                for word in sorted({script_key(phrase) for several in phrases.values() for phrase in several}):
                    if len(word) > 1:  # 埠 (端口) alone is a word, in 蚌埠 it is none
                        yield word, chinese_key(word)
