"""Says where words of a large table may begin in Chinese text: at a character before one of its second characters.

What a table knows of a character is in one place of memory. To ask of each pair of characters whether it begins a
word takes several times as long: most begin none, and are looked for in vain all over the memory.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

Beginning = tuple[str, bytes]
"""The second characters of the words that a character begins, and for each the length of the longest word."""

NOTHING: Beginning = "", b""


def beginnings(words: Iterable[str], longest: int) -> Mapping[str, Beginning]:
    """Return which words of two characters or more, up to a length, each character begins."""
    lengths: dict[str, dict[str, int]] = defaultdict(dict)
    for word in words:
        if 1 < len(word) <= longest:
            seconds = lengths[word[0]]
            seconds[word[1]] = max(seconds.get(word[1], 0), len(word))
    return {first: ("".join(seconds), bytes(seconds.values())) for first, seconds in lengths.items()}
