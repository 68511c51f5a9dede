"""The match keys of a pair: pairs with equal keys are one."""

from __future__ import annotations

from termbase.text.chinese_key import chinese_key
from termbase.text.english.folded_english import english_key

PairKey = tuple[str, str]
"""The match keys of a Chinese and an English term."""


def key_of(zh: str, en: str) -> PairKey:
    """Return the match keys of a pair."""
    return chinese_key(zh), english_key(en)
