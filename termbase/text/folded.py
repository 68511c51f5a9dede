"""What a folded text is, whatever language it was folded for."""

from __future__ import annotations

from typing import Protocol


class Folded(Protocol):
    """A text in comparable form, with the way back to the original."""

    @property
    def text(self) -> str:
        """The comparable form."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the original (code points, end-exclusive) for a stretch of `text` that is not empty."""
