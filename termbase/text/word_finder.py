"""Finds the words of a table in a text, in one pass over the text however many words there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from daachorse import CharwiseDoubleArrayAhoCorasick


class WordFinder:
    """Words to search for. The words must differ and must not be empty."""

    def __init__(self, words: Sequence[str], made: bytes = b"") -> None:
        """Take the words, and what `made` returned for the same words, which is read faster than made again."""
        from daachorse import CharwiseDoubleArrayAhoCorasick

        self._words = words
        self._automaton: CharwiseDoubleArrayAhoCorasick = (
            CharwiseDoubleArrayAhoCorasick.deserialize(made)
            if made
            else CharwiseDoubleArrayAhoCorasick(list(words))
        )

    def made(self) -> bytes:
        """Return the automaton in a form that can be kept."""
        return bytes(self._automaton.serialize())

    def starts(self, text: str) -> list[tuple[int, list[tuple[int, str]]]]:
        """Return the offsets (code points) at which words begin, each with the end and the form of its words.

        Offsets ascend, and the longest word at an offset comes first. Words may overlap.
        """
        if not (places := self._automaton.find_overlapping(text)):
            return []
        found: defaultdict[int, list[tuple[int, str]]] = defaultdict(list)
        words = self._words
        for start, end, number in reversed(places):  # by their ends
            found[start].append((end, words[number]))
        return sorted(found.items())
