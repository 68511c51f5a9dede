"""When two English words are one for comparing: `policies` and `policy`, `organisation` and `organization`.

Start from `comparable`; the tables under it are its rules. Some words come out maimed (`databases` and `database`
both as `databas`).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

UNSEEN = r"\u00ad\u200b-\u200d\u2060\ufeff*"
"""Soft hyphen, zero width, and Markdown's emphasis, as the inside of a character class."""

APOSTROPHE = "['’＇ʼ]"
_UNSEEN_RUN = re.compile(rf"[{UNSEEN}]+")
_POSSESSIVE = re.compile(rf"(?:{APOSTROPHE}[sS]|(?<=[sS]){APOSTROPHE})\Z")  # PEOPLE’S too
_POSSESSIVE_ENDS = "sS'’＇ʼ"
_PLURAL_INITIALS = re.compile(r"(?<=[A-Z]{2})s\Z")  # AIs, CIIs


def without_unseen(text: str) -> str:
    """The text without the characters that readers do not see."""
    return _UNSEEN_RUN.sub("", text)


def without_possessive(word: str) -> str:
    """The word without 's, or the apostrophe of a plural."""
    return _POSSESSIVE.sub("", word) if word[-1:] in _POSSESSIVE_ENDS else word


@lru_cache(maxsize=1 << 16)
def comparable(word: str) -> str:
    """One form of all that differ in capitals, width, number, possessive 's and regional spelling."""
    plain = plain_word(_PLURAL_INITIALS.sub("", word))
    if len(plain) < 4:  # DNS, gas, its: too short to have a plural that can be told
        return plain
    plain = _IRREGULAR.get(plain, plain)
    for pattern, replacement in _SPELLING:
        plain = pattern.sub(replacement, plain)
    return next((pattern.sub(form, plain) for pattern, form in _NUMBER if pattern.search(plain)), plain)


def plain_word(word: str) -> str:
    """A word without capitals, width, possessive 's and what is not seen; number and spelling are kept."""
    seen = without_unseen(without_possessive(word)).replace(".", "")
    return unicodedata.normalize("NFKC", seen).casefold()


_IRREGULAR = {
    "children": "child", "crises": "crisis", "criteria": "criterion", "feet": "foot", "indices": "index",
    "matrices": "matrix", "appendices": "appendix", "men": "man", "women": "woman", "phenomena": "phenomenon",
    "theses": "thesis", "lives": "life", "wives": "wife", "knives": "knife", "wolves": "wolf", "halves": "half",
    "shelves": "shelf", "thieves": "thief", "calves": "calf", "loaves": "loaf",
}  # fmt: skip
_UNCHANGED = "news|means|series|species|always|perhaps|politics|economics|mathematics|physics|ethics"
_SPELLING = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"(?<=\w\w)is(?=(?:e[sd]?|ing|ations?|ational)$)", "iz"),  # informatisation
        (r"(?<=\w{3})our(?=s?$|hood|ed$|ing$|able$|ful$|al$)", "or"),  # neighbourhood, not hour or four
        (r"(?<=\w\w)tre(?=s?$)", "ter"),  # centre
        (r"(?<=\wogram)me(?=s?$)", ""),  # programme
        (r"(?<=log)ue(?=s?$)", ""),  # dialogue
        (r"(?<=def|off|lic)ence(?=s?$)", "ense"),  # defence
    )
)
# The first that fits is taken. Where the plural does not tell its singular (-es), both lose the same letters.
_NUMBER = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (rf"^(?:{_UNCHANGED})$", r"\g<0>"),
        (r"(?<=\w\w)ies?$", "y"),  # economies; movie, movies
        (r"(?<=\w\w)s(?:es|is|e)$", "s"),  # processes, bases, analysis, analyses
        (r"(?<=\w\w)(x|z|ch|sh|o)es?$", r"\1"),  # branches, heroes, caches
        (r"(?<=\w\w[^sui])s$", ""),  # roads; not process, status, basis
    )
)
