"""Reads the surname at the beginning of a Chinese personal name."""

from __future__ import annotations

from termbase.text.word_classes import WordClass


def surname_length(plain: str) -> int:
    """Return the length of the surname with which a simplified string begins (司马 and 王), 0 if it has none."""
    if plain[:2] in WordClass.COMPOUND_SURNAME.words:
        return 2
    return 1 if plain[:1] in WordClass.SURNAME.words else 0
