"""When two English words are one for comparing: `policies` and `policy`, `organisation` and `organization`.

Start from `comparable`, by which terms are looked up; the tables under it are its rules, and `english_forms.tsv`
has the plurals that no rule gives. What comes out is never shown: some words are cut short (`databases` and
`database` both as `databas`). `english_stems` compares more loosely.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache

from termbase.files.data_table import data_rows
from termbase.text.invisible import PASSED_OVER

APOSTROPHE = "['’＇ʼ]"
_PASSED_OVER = re.compile(f"[{PASSED_OVER}]+")
_POSSESSIVE = re.compile(rf"(?:{APOSTROPHE}[sS]|(?<=[sS]){APOSTROPHE})\Z")  # PEOPLE’S too
_POSSESSIVE_ENDS = "sS'’＇ʼ"
_PLURAL_INITIALS = re.compile(r"(?<=[A-Z]{2})s\Z")  # AIs, CIIs


def without_unseen(text: str) -> str:
    """The text without the characters that readers do not see, and without emphasis."""
    return _PASSED_OVER.sub("", text)


def without_possessive(word: str) -> str:
    """The word without 's, or the apostrophe of a plural."""
    return _POSSESSIVE.sub("", word) if word[-1:] in _POSSESSIVE_ENDS else word


@lru_cache(maxsize=1 << 16)
def comparable(word: str) -> str:
    """One form of all that differ in capitals, width, number, possessive 's and regional spelling."""
    plain = plain_word(_PLURAL_INITIALS.sub("", word))
    plain = irregular_forms("plural").get(plain, plain)
    if len(plain) < 4:  # DNS, gas, its: too short to have a plural that can be told
        return plain
    for pattern, replacement in _SPELLING:
        plain = pattern.sub(replacement, plain)
    return next((pattern.sub(form, plain) for pattern, form in _NUMBER if pattern.search(plain)), plain)


def plain_word(word: str) -> str:
    """A word without capitals, width, possessive 's and what is not seen; number and spelling are kept."""
    seen = without_unseen(without_possessive(word)).replace(".", "")
    return unicodedata.normalize("NFKC", seen).casefold()


@cache
def irregular_forms(kind: str) -> Mapping[str, str]:
    """The words of one kind in `english_forms.tsv` by their other forms, as they are written there."""
    rows = (row[1:] for row in data_rows("english_forms.tsv") if row[0] == kind)
    return {form: word for word, forms in rows for form in forms.split()}


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
