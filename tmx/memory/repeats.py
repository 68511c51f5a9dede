"""Finds the earlier segment of a job that is nearest to a segment. Start from `Earlier.add`.

A text that is at least `LEAST` percent like another one has three quarters of its tokens in common with it. So
one of its rarest tokens, a quarter of all and one more, is in that text: only texts that have one of them are
compared.
"""

from __future__ import annotations

from collections import defaultdict

from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import extractOne

from tmx.memory.tokens import tokens

LEAST = 75
"""The least similarity that is looked for."""

_FIRST = 0x40000


class Earlier:
    """The texts of a job so far, each as a row of characters that stand for its tokens."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._rows: list[str] = []
        self._characters: dict[str, str] = {}
        self._having: dict[str, list[int]] = defaultdict(list)

    def __contains__(self, text: str) -> bool:
        return text in self._numbers

    def add(self, text: str) -> int:
        """Add a text, and return how like the nearest one before it is, in percent; 0 if less than `LEAST`."""
        if text in self._numbers:
            return 100
        known = self._characters
        row = "".join(known.setdefault(token, chr(_FIRST + len(known))) for token in tokens(text))
        similarity = self._nearest(row)
        number = self._numbers[text] = len(self._rows)
        self._rows.append(row)
        for character in set(row):
            self._having[character].append(number)
        return similarity

    def _nearest(self, row: str) -> int:
        by_frequency = sorted(row, key=lambda character: len(self._having[character]))
        rarest = by_frequency[: len(row) - -(-len(row) * LEAST // 100) + 1]
        near = {number for character in set(rarest) for number in self._having[character]}
        found = extractOne(
            row,
            [self._rows[number] for number in near],
            scorer=Levenshtein.normalized_similarity,
            processor=None,
            score_cutoff=LEAST / 100,
        )
        return int(100 * found[1] + 1e-9) if found else 0
