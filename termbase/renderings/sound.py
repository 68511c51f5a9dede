"""Compares the sounds of Latin text and Chinese: exactly (pinyin), or by consonants (Wade-Giles, Hokkien, loans).

Consonants are compared by class, because romanizations write one sound differently: 蔡 is cai, Tsai or Choi; 羅 is
luo, Lo or Law.
"""

from __future__ import annotations

import re
from functools import lru_cache

from termbase.text.latin_words import fold
from termbase.text.pinyin import syllables

_LONGEST = 16
"""Number of consonants compared; of a longer name only the end counts."""

_CLASSES = [
    (r"sch|tch|dge|zh|ch|sh|ts|tz|cz|hs|sz|dj", "s"),
    (r"ph", "f"), (r"th|dh", "t"), (r"gh|kh|ck|qu", "k"), (r"ng", "n"), (r"wh|hw", "w"), (r"x", "s"),
    (r"[jqzcs]", "s"), (r"[bp]", "p"), (r"[dt]", "t"), (r"[gk]", "k"), (r"[fv]", "f"), (r"[lr]", "l"),
    (r"h", "h"), (r"[yw]", ""), (r"[^a-z]", ""), (r"[aeiou]", ""),
]  # fmt: skip
_LOAN = [(r"c(?=[aourlt])", "k"), (r"er", "l"), (r"x", "ks")]
"""Extra rules for foreign names, in which c is k (Cohen, 科恩); in pinyin it is ts (蔡 cai)."""


@lru_cache(maxsize=8192)
def reads_as(latin: str, chinese: str) -> bool:
    """Return whether the Latin text is the pinyin of the Chinese, with or without tones and spaces."""
    return _letters(latin) == _letters("".join(syllables(chinese))) != ""


@lru_cache(maxsize=8192)
def similarity(latin: str, chinese: str) -> float:
    """Return how similar they sound, from 0 to 1: 1 if all consonants have the same classes in the same order."""
    if reads_as(latin, chinese):
        return 1.0
    theirs = consonants("".join(syllables(chinese)))
    return max((_alike(ours, theirs) for ours in {consonants(latin), _loan_consonants(latin)}), default=0.0)


@lru_cache(maxsize=8192)
def consonants(latin: str) -> str:
    """Return the classes of the consonants of a Latin text: `sph` for "Tsai Pei-huo"."""
    skeleton = fold(latin)
    for pattern, sign in _CLASSES:
        skeleton = re.sub(pattern, sign, skeleton)
    return re.sub(r"(.)\1+", r"\1", skeleton)[-_LONGEST:]


def _loan_consonants(latin: str) -> str:
    text = fold(latin)
    for pattern, sounds in _LOAN:
        text = re.sub(pattern, sounds, text)
    return consonants(text)


def _alike(ours: str, theirs: str) -> float:
    longer = max(len(ours), len(theirs))
    return 1 - _distance(ours, theirs) / longer if longer else 0.0


def _distance(ours: str, theirs: str) -> int:
    row = list(range(len(theirs) + 1))
    for place, sound in enumerate(ours, 1):
        previous, row[0] = row[0], place
        for column, other in enumerate(theirs, 1):
            previous, row[column] = (
                row[column],
                min(row[column] + 1, row[column - 1] + 1, previous + (sound != other)),
            )
    return row[-1]


@lru_cache(maxsize=16384)
def _letters(text: str) -> str:
    return re.sub(r"[^a-z]", "", fold(text).replace("ü", "v").replace("v", "u"))
