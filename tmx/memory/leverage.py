"""Counts how much of a job a memory translates, by bands of scores as agencies quote them. Start from `Leverage`.

A segment that the memory has, in the same context or not, is counted as such. Of the others, one that repeats an
earlier segment of the job is a repetition, and one that is nearer to an earlier segment than to the memory is an
internal match.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tmx.memory.repeats import Earlier
from tmx.memory.tokens import tokens

_BANDS = ("context", "100", "repetitions", "95-99", "85-94", "75-84", "50-74", "internal", "new")
LEAST = 50
"""The least score that a band has."""


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
        return self.joined(Volume(1, len(tokens(text)), size))

    def joined(self, other: Volume) -> Volume:
        """Return both together."""
        return Volume(*(one + more for one, more in zip(self, other, strict=True)))


class Leverage:
    """The volume of each band of a file, and of all together (`total`).

    `earlier` are the segments of the files before it, in which repetitions are looked for too.
    """

    def __init__(self, earlier: Earlier | None = None) -> None:
        self.bands = dict.fromkeys(_BANDS, Volume())
        self.total = Volume()
        self._earlier = Earlier() if earlier is None else earlier

    def add(self, text: str, score: int, is_in_context: bool = False) -> str:
        """Count a segment whose best match has a score (0 if it has none), and return its band."""
        band = self._band(text, score, is_in_context)
        self._count(band, text)
        return band

    def repeat(self, text: str) -> None:
        """Count a segment that repeats one which was translated before."""
        self._count("repetitions", text)

    def _count(self, band: str, text: str) -> None:
        self.bands[band] = self.bands[band].plus(text)
        self.total = self.total.plus(text)

    def _band(self, text: str, score: int, is_in_context: bool) -> str:
        is_repeated = text in self._earlier
        internal = self._earlier.add(text)
        if score == 100:
            return "context" if is_in_context else "100"
        if is_repeated:
            return "repetitions"
        if internal > score:
            return "internal"
        return next((band for band in _BANDS[3:7] if score >= int(band[:2])), "new")


def together(leverages: Iterable[Leverage]) -> Leverage:
    """Return the volumes of several files as those of one."""
    whole = Leverage()
    for each in leverages:
        whole.bands = {band: whole.bands[band].joined(volume) for band, volume in each.bands.items()}
        whole.total = whole.total.joined(each.total)
    return whole
