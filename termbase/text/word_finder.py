"""Finds the words of a table in a text, in one pass over the text however many words there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from daachorse import CharwiseDoubleArrayAhoCorasick


class WordFinder:
    """Words to search for. The words must differ and must not be empty."""

    def __init__(self, words: Iterable[str]) -> None:
        from daachorse import CharwiseDoubleArrayAhoCorasick

        self._words = tuple(words)
        self._automaton: CharwiseDoubleArrayAhoCorasick = CharwiseDoubleArrayAhoCorasick(list(self._words))

    def starts(self, text: str) -> Iterator[tuple[int, Sequence[tuple[int, str]]]]:
        """Yield each offset (code points) at which words begin, with the end and the form of each, the longest first.

        Offsets ascend. Words may overlap.
        """
        found = sorted((start, -end, number) for start, end, number in self._automaton.find_overlapping(text))
        for start, words in groupby(found, key=_start):
            yield start, [(-end, self._words[number]) for _, end, number in words]


def _start(found: tuple[int, int, int]) -> int:
    return found[0]
