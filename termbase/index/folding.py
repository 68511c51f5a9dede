"""Folds Chinese queries by tables: gives the same keys as `script_key` and `chinese_key` without their imports.

A lookup must start fast. `termbase.index.folding_tables` makes the tables when an index is built.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from termbase.index.forms import bare_key

Table = Callable[[Collection[str]], Mapping[str, str]]
"""Returns the rows for given characters, or for the words that begin with one of them."""


class ChineseFolding:
    """Folds Chinese keys: first each of the `characters`, then regional `words`, at each place the longest."""

    def __init__(self, characters: Table, words: Table) -> None:
        """Use tables that `folding_tables` has made."""
        self._characters = characters
        self._words = words

    def keys(self, text: str) -> tuple[str, str]:
        """Return two keys of a text: one equal for both scripts, and one equal for all regions too.

        Quotation marks, and punctuation at both ends, are ignored.
        """
        script = self.script(bare_key(text))
        return script, self.region(script)

    def key(self, text: str) -> str:
        """Return the second of these keys, which is equal for all regions."""
        return self.keys(text)[1]

    def script(self, written: str) -> str:
        """Return the key that is equal for both scripts, from a written key."""
        plain = self._characters(set(written))
        return "".join([plain.get(char, char) for char in written])

    def region(self, script: str) -> str:
        """Return the key that is equal for all regions, from a key that `script` returned."""
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
