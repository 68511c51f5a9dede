"""What every kind of file to translate offers: its segments, and a place for the translation of each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from tmx.model import Content


class Segment(NamedTuple):
    """A text to translate. `codes` are the names of its inline codes; `target` is its translation, "" if none."""

    number: int
    text: str
    id: str = ""
    codes: tuple[str, ...] = ()
    target: str = ""


class Filling(NamedTuple):
    """A translation for a segment, with the score of its match. `source` is the text that it translates.

    `content` is the translation with inline codes, and `order` says which code of the segment each of them stands
    for (by number); None if the segment has other codes.
    """

    text: str
    content: Content
    order: tuple[int, ...] | None
    source: str
    score: int

    @property
    def is_sure(self) -> bool:
        """Whether somebody has translated exactly this text."""
        return self.score >= 100


class Job(Protocol):
    """An open file to translate."""

    @property
    def languages(self) -> tuple[str, str]:
        """The source and target language (canonical tags)."""

    @property
    def segments(self) -> Sequence[Segment]:
        """All segments, translated ones too, in order."""

    def fill(self, segment: Segment, filling: Filling) -> None:
        """Put a translation into the file, marked as to be reviewed if it is not sure."""

    def data(self) -> bytes:
        """Return the file with all translations that were put into it."""
