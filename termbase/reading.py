"""How Chinese is pronounced in Mandarin. pypinyin's one door; it is imported for the first reading."""

from __future__ import annotations

from functools import lru_cache

from termbase.script import simplify


@lru_cache(maxsize=16384)
def syllables(text: str) -> tuple[str, ...]:
    """The toneless pinyin of a text, one item for each character; other characters stand as they are.

    Read from the simplified form: pypinyin knows few traditional words (銀行 gives yin xing, 银行 yin hang).
    """
    from pypinyin import lazy_pinyin

    items = lazy_pinyin(simplify(text), errors="\0".join)
    return tuple(syllable for item in items for syllable in item.split("\0"))
