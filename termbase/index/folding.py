"""Chinese in another script or wording, folded by tables: `script_key` and `chinese_key` without what they import.

`termbase.index.folding_tables` makes the tables when an index is built.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from termbase.index.forms import bare_key

Table = Callable[[Collection[str]], Mapping[str, str]]
"""Gives the rows for the characters asked about: of these themselves, or of words that begin with one."""


class ChineseFolding:
    """Folds written keys of Chinese: `characters` one by one, then regional `words`, the longest first."""

    def __init__(self, characters: Table, words: Table) -> None:
        """Take the tables that `folding_tables` gave."""
        self._characters = characters
        self._words = words

    def keys(self, text: str) -> tuple[str, str]:
        """The keys of a text without outer signs: equal for both scripts, and for all regions too."""
        script = self.script(bare_key(text))
        return script, self.region(script)

    def key(self, text: str) -> str:
        """That of these that is equal for all regions."""
        return self.keys(text)[1]

    def script(self, written: str) -> str:
        """The key that is equal for both scripts."""
        plain = self._characters(set(written))
        return "".join([plain.get(char, char) for char in written])

    def region(self, script: str) -> str:
        """The key that is equal for all regions, from that of `script`."""
        reworded = _reworded(script, self._words(set(script)))
        return script if reworded == script else self.region(reworded)


def _reworded(text: str, words: Mapping[str, str]) -> str:
    longest = max(map(len, words), default=0)
    parts, place = [], 0
    while place < len(text):
        ends = range(min(place + longest, len(text)), place, -1)
        end = next((end for end in ends if text[place:end] in words), place + 1)
        parts.append(words.get(text[place:end], text[place:end]))
        place = end
    return "".join(parts)
