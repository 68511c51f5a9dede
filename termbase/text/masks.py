"""Characters that stand in a text for what is not prose, so that its offsets are those of the original."""

from __future__ import annotations

MASK = "\ufffc"
"""U+FFFC stands for each character that is not prose (code, URL, tag): lengths stay, words end."""

FILL = "\u2060"
"""U+2060 WORD JOINER stands for the rest of a character reference within a word: lengths stay, words go on."""


def unmasked(text: str) -> str:
    """The text without the characters that only keep its length."""
    return text.replace(MASK, "").replace(FILL, "")
