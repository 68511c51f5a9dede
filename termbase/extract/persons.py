"""Whether a Chinese string looks like a personal name: a surname and one or two characters, or 庫爾特·哥德爾."""

from __future__ import annotations

import re
from functools import lru_cache

from termbase.text.script import HAN, simplify
from termbase.text.word_classes import COMPOUND_SURNAMES, SURNAMES

INTERPUNCT = "·‧．•・∙･"
_FOREIGN = re.compile(f"[{HAN}]{{1,7}}(?:[{INTERPUNCT}]\\s?[{HAN}]{{1,7}})+")


@lru_cache(maxsize=8192)
def is_personal_name(chinese: str) -> bool:
    """Whether it has the shape of a personal name; 高山 has it too, so that other clues must agree."""
    plain = simplify(chinese)
    if _FOREIGN.fullmatch(plain):
        return True
    surname = 2 if plain[:2] in COMPOUND_SURNAMES else 1 if plain[:1] in SURNAMES else 0
    return surname > 0 and 1 <= len(plain) - surname <= 2 and re.fullmatch(f"[{HAN}]+", plain) is not None
