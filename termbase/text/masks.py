"""Defines the characters that replace what is not prose in a text, so that its offsets do not change."""

from __future__ import annotations

MASK = "\ufffc"
"""U+FFFC replaces each character that is not prose (code, URL, tag). It ends a word."""

FILL = "\u2060"
"""U+2060 WORD JOINER fills the length of a character reference (`&eacute;`). It does not end a word."""


def unmasked(text: str) -> str:
    """Return the text without these characters. Its offsets are then no longer those of the original."""
    return text.replace(MASK, "").replace(FILL, "")
