"""Measures the width of text in a terminal: a Chinese character takes two columns, a combining accent none."""

from __future__ import annotations

import unicodedata


def columns(text: str) -> int:
    """Return the width of a text in terminal columns (Unicode Standard Annex 11: wide characters take two)."""
    return len(text) if text.isascii() else sum(map(_width, text))


def _width(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) == "Cf":
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
