"""How offsets of the original text are kept: stretches, characters that keep its length, and folded texts."""

from __future__ import annotations

from typing import NamedTuple, Protocol

MASK = "\ufffc"
"""U+FFFC stands for each character that is not prose (code, URL, tag): lengths stay, words end."""

FILL = "\u2060"
"""U+2060 WORD JOINER stands for the rest of a character reference within a word: lengths stay, words go on."""


def unmasked(text: str) -> str:
    """The text without the characters that only keep its length."""
    return text.replace(MASK, "").replace(FILL, "")


class Span(NamedTuple):
    """A stretch of a text: code points, 0-based, end-exclusive."""

    start: int
    end: int


class Folded(Protocol):
    """A text in comparable form, with the way back to the original, whatever language it was folded for."""

    @property
    def text(self) -> str:
        """The comparable form."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the original (code points, end-exclusive) for a stretch of `text` that is not empty."""
