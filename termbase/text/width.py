"""How wide a text stands in a terminal: Chinese characters take two columns, accents none."""

from __future__ import annotations

import unicodedata


def columns(text: str) -> int:
    """How many terminal columns a text takes (Unicode annex 11: wide and full-width characters take two)."""
    return len(text) if text.isascii() else sum(map(_width, text))


def _width(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) == "Cf":
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
