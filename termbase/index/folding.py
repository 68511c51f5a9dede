"""Chinese in another script or wording, folded by tables: `script_key` and `chinese_key` without what they import.

`learn` asks those two functions once, when an index is built; `ChineseFolding` then answers as they do for
everything that meets a term of the index.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from importlib.resources import files

_RANGES = ((0xA0, 0x100), (0x2000, 0x2070), (0x2E80, 0xA000), (0xF900, 0xFB00), (0xFE00, 0x10000))
"""Where characters stand that fold into a Han character, a sign or nothing: signs, radicals, Han, wide forms."""


class ChineseFolding:
    """Folds written keys of Chinese: `characters` one by one, then regional `words`, the longest first."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Take the pairs that `learn` gave."""
        both = dict(pairs)
        self._characters = str.maketrans({key: value for key, value in both.items() if len(key) == 1})
        self._words = {key: value for key, value in both.items() if len(key) > 1}
        self._longest = max(map(len, self._words), default=0)

    def script(self, written: str) -> str:
        """The key that is equal for both scripts."""
        return written.translate(self._characters)

    def region(self, script: str) -> str:
        """The key that is equal for all regions, from that of `script`."""
        parts, place = [], 0
        while place < len(script):
            end = self._word_end(script, place)
            parts.append(self._words.get(script[place:end], script[place:end]))
            place = end
        return "".join(parts)

    def _word_end(self, text: str, start: int) -> int:
        ends = range(min(start + self._longest, len(text)), start + 1, -1)
        return next((end for end in ends if text[start:end] in self._words), start + 1)


def learn(characters_in_use: frozenset[str]) -> Iterator[tuple[str, str]]:
    """What folding changes, as pairs: regional words, and the characters that become one of those in use."""
    from termbase.normalize import script_key

    words = dict(_regional_words())
    in_use = characters_in_use.union(*words)
    for char in (chr(code) for first, last in _RANGES for code in range(first, last)):
        plain = script_key(char)
        if plain != char and in_use.issuperset(plain):
            yield char, plain
    yield from words.items()


def _regional_words() -> Iterator[tuple[str, str]]:
    """Every word of the table of regional words whose mainland wording is another. A word kept as it is stays too:
    it may hold a shorter one that is not."""
    from termbase.normalize import chinese_key, script_key
    from termbase.region import REGIONS

    table = files("termbase_data").joinpath("regional_words.tsv").read_text("utf-8")
    for row in csv.DictReader(table.splitlines(), delimiter="\t"):
        for form in " ".join(row[region] for region in REGIONS).split():
            yield script_key(form), chinese_key(form)
