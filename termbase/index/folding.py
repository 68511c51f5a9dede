"""Chinese in another script or wording, folded by tables: `script_key` and `chinese_key` without what they import.

The tables are those that `termbase.index.learning` made when the index was built. They fold right what is to meet a
term of the index.
"""

from __future__ import annotations

from collections.abc import Iterable


class ChineseFolding:
    """Folds written keys of Chinese: `characters` one by one, then regional `words`, the longest first."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Take the pairs that `learning` gave."""
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
