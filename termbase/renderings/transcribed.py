"""Finds the characters that transcribe a name before a term: 康威|定律 (Conway's law)."""

from __future__ import annotations

from functools import lru_cache

from termbase.renderings.sound import similarity
from termbase.text.chinese.pinyin import syllables
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


@lru_cache(maxsize=8192)
def read_bits(word: str, chinese: str) -> int:
    """Return the characters of Chinese but the last of which a word is the pinyin, as bits: qi in 气虚."""
    sounds = syllables(chinese)
    if not word.startswith(tuple(sounds[:-1])):  # as mostly
        return 0
    for start in range(len(sounds) - 1):
        for end in range(start + 1, len(sounds)):
            if "".join(sounds[start:end]) == word:
                return (1 << end) - (1 << start)
    return 0


def first_of(bits: int) -> int:
    """Return the number of the first bit that is set, -1 if none is."""
    return (bits & -bits).bit_length() - 1
