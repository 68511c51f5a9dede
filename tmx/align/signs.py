"""Signs that translations keep: question marks, quotation marks, brackets, and how a sentence begins and ends."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

_QUOTES = "\"“”「」『』'‘’"
_KEPT = ("?？", "!！", "…", '"“”「」『』', ":：", "()（）")
_SAME = str.maketrans("。？！：；，、．", ".?!:;,,.")

KEPT_NAMES = ("question", "exclamation", "ellipsis", "quotation", "colon", "bracket")
"""The kinds of signs that are counted, in order."""


class Signs(NamedTuple):
    """The signs of a sentence.

    `counts` are those of each kind in `KEPT_NAMES`, and `end` is the last sign before any quotation mark.
    """

    counts: tuple[int, ...]
    begins_quoted: bool
    ends_quoted: bool
    end: str


@lru_cache(maxsize=1 << 16)
def signs_of(sentence: str) -> Signs:
    """Return the signs of a sentence in either language."""
    text = sentence.strip()
    counts = tuple(sum(map(text.count, kind)) for kind in _KEPT) if text else (0,) * len(_KEPT)
    last = text.rstrip(_QUOTES + " ")[-1:].translate(_SAME)
    return Signs(counts, text[:1] in _QUOTES, text[-1:] in _QUOTES, "" if last.isalnum() else last)
