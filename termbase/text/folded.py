"""Describes folded text: the interface that the folded forms of English and Chinese share."""

from __future__ import annotations

from typing import Protocol


class Folded(Protocol):
    """A text in the form in which texts are compared, with the offsets that lead back to the original."""

    @property
    def text(self) -> str:
        """The folded text; it is for comparison only."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span in the original (code points, end-exclusive) of `text[start:end]`, which is not empty."""
