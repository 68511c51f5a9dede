"""What to write for a word, and the terms that have priority over the tables of regional words."""

from __future__ import annotations

from typing import NamedTuple, Protocol


class Wording(NamedTuple):
    """What to write for a word or term (`new`, or None if it keeps its wording), and the reason."""

    new: str | None
    reason: str


class PriorTerms(Protocol):
    """Terms whose wording has priority over the tables of regional words."""

    def longest(self, simplified: str, start: int) -> tuple[int, Wording] | None:
        """Return the end and the wording of the longest term at `start` of a simplified text, or None."""
