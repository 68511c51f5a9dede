"""Finds the words of a table in a text, in one pass over the text however many words there are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from daachorse import CharwiseDoubleArrayAhoCorasick


class WordFinder:
    """Words to search for. The words must differ and must not be empty."""

    def __init__(self, words: Iterable[str]) -> None:
        from daachorse import CharwiseDoubleArrayAhoCorasick

        self._words = tuple(words)
        self._automaton: CharwiseDoubleArrayAhoCorasick = CharwiseDoubleArrayAhoCorasick(list(self._words))

    def starts(self, text: str) -> list[tuple[int, list[tuple[int, str]]]]:
        """Return the offsets (code points) at which words begin, each with the end and the form of its words.

        Offsets ascend, and the longest word at an offset comes first. Words may overlap.
        """
        starts: list[tuple[int, list[tuple[int, str]]]] = []
        last, words = -1, self._words
        for start, end, number in sorted(self._automaton.find_overlapping(text)):
            if start == last:
                starts[-1][1].insert(0, (end, words[number]))
            else:
                starts.append((start, [(end, words[number])]))
                last = start
        return starts
