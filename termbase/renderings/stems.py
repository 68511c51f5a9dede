"""English words brought to a stem, so that a dictionary's "economy" renders an author's "economic".

Coarser than a plural rule, and only for comparing a word with a dictionary's: two words with one stem are related.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_INFLECTION = re.compile(r"(?:(?<=..)ies|(?<=..)ied|(?<=...)ing|(?<=...)ed|(?<=[^s])es|(?<=[^s])s)$")
_DERIVATION = re.compile(
    r"(?<=...)(?:ically|ational|i[sz]ation|ations?|itions?|ments?|ness|ity|ism|ist|ance|ence|ical|atic|acy"
    r"|ion|ive|ally|ian|ese|or|er|ial|ics?|al|ly|ous|ful|i[sz]e|ate?|y|i|e)$"
)
_ALIKE = {
    "chinese": "china", "sino": "china", "prc": "china", "roc": "china", "taiwanese": "taiwan",
    "first": "one", "second": "two", "third": "three", "fourth": "four", "fifth": "five", "sixth": "six",
    "seventh": "seven", "eighth": "eight", "ninth": "nine", "tenth": "ten",
    "women": "woman", "men": "man", "children": "child", "defence": "defense",
    "centre": "center", "central": "center", "labour": "labor", "northern": "north", "southern": "south",
    "eastern": "east", "western": "west", "thought": "think", "military": "milit", "taught": "teach",
    "length": "long", "tv": "television", "uk": "britain", "british": "britain",
    "us": "america", "american": "america", "english": "england", "french": "france", "japanese": "japan",
}  # fmt: skip


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The stem of one English word: "Governance", "governing" and "govern" give the same."""
    plain = re.sub(r"['’]s?$", "", fold(word))
    if plain in _ALIKE:
        return _ALIKE[plain]
    short = _DERIVATION.sub("", _INFLECTION.sub("", plain))
    if len(short) > 3 and short[-1] == short[-2]:
        short = short[:-1]  # "planning" gives plann
    return short


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """A word without accents and capitals."""
    decomposed = unicodedata.normalize("NFD", word.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))
