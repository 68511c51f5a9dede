"""Counts how much of a job a memory translates, by bands of scores as agencies quote them. Start from `Leverage`.

A segment that the memory has (101 and 100) is counted as such. Of the others, one that repeats an earlier segment
of the job is a repetition, and one that is nearer to an earlier segment than to the memory is an internal match.
"""

from __future__ import annotations

from typing import NamedTuple

from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import extractOne

from tmx.memory.tokens import tokens

BANDS = ("101", "100", "repetitions", "95-99", "85-94", "75-84", "50-74", "internal", "new")
LEAST = 50
"""The least score that a band has."""

_LEAST_INTERNAL = 75
_FIRST = 0x40000


class Volume(NamedTuple):
    """A number of segments with their words and characters.

    Words are tokens (`tmx.memory.tokens`), so a Chinese character is one; characters are those that are not spaces.
    """

    segments: int = 0
    words: int = 0
    characters: int = 0

    def plus(self, text: str) -> Volume:
        """Return the volume with one more segment."""
        size = len("".join(text.split()))
        return Volume(self.segments + 1, self.words + len(tokens(text)), self.characters + size)


class Leverage:
    """The volume of each band of a job, and of all together (`total`)."""

    def __init__(self) -> None:
        self.bands = dict.fromkeys(BANDS, Volume())
        self.total = Volume()
        self._earlier: dict[str, str] = {}
        """The rows of tokens of the segments so far, by text."""
        self._characters: dict[str, str] = {}

    def add(self, text: str, score: int) -> str:
        """Count a segment whose best match has a score (0 if it has none), and return its band."""
        band = self._band(text, score)
        self.bands[band] = self.bands[band].plus(text)
        self.total = self.total.plus(text)
        return band

    def repeat(self, text: str) -> None:
        """Count a segment that repeats one which was translated before."""
        self.bands["repetitions"] = self.bands["repetitions"].plus(text)
        self.total = self.total.plus(text)

    def _band(self, text: str, score: int) -> str:
        known = self._characters
        row = "".join(known.setdefault(token, chr(_FIRST + len(known))) for token in tokens(text))
        is_repeated, internal = text in self._earlier, 0
        if score < 100 and not is_repeated:
            internal = self._nearest(row)
        self._earlier.setdefault(text, row)
        if score >= 100:
            return str(score)
        if is_repeated:
            return "repetitions"
        if internal > score:
            return "internal"
        return next((band for band in BANDS[3:7] if score >= int(band[:2])), "new")

    def _nearest(self, row: str) -> int:
        found = extractOne(
            row,
            self._earlier.values(),
            scorer=Levenshtein.normalized_similarity,
            processor=None,
            score_cutoff=_LEAST_INTERNAL / 100,
        )
        return int(100 * found[1] + 1e-9) if found else 0
