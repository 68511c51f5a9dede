"""Finds the characters that transcribe a name before a term: 康威|定律 (Conway's law)."""

from __future__ import annotations

from termbase.renderings.sound import similarity
from termbase.text.english.english_words import without_possessive

SHORTEST, _LONGEST = 2, 6
"""Characters that transcribe a name before a term, at least and at most."""

_ALIKE = 0.75
"""How similar a name and the characters that transcribe it sound at least."""

_NEVER = "了"
"""No name is transcribed with this: 去了急诊 (Urgent Care)."""


def transcribed_bits(name: str, chinese: str, end: int) -> int:
    """Return the characters before an offset of a Chinese string that transcribe a name, as bits; 0 if none do."""
    if end < SHORTEST:
        return 0
    bare = without_possessive(name)
    starts = range(max(0, end - _LONGEST), end - SHORTEST + 1)
    alike, start = max((similarity(bare, chinese[start:end]), start) for start in starts)
    return (1 << end) - (1 << start) if alike >= _ALIKE and _NEVER not in chinese[start:end] else 0


def first_of(bits: int) -> int:
    """Return the number of the first bit that is set, -1 if none is."""
    return (bits & -bits).bit_length() - 1
