"""Brings English words into a form for comparison: `policies` as `policy`, `organisation` as `organization`.

Start from `comparable`, which the lookup of terms uses. Its rules are the tables at the end of this module;
`english_forms.tsv` has the plurals that follow no rule. The result must not be shown, since some words lose letters
(`databases` and `database` become `databas`). `english_stems` compares more loosely.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache

from termbase.files.data_table import data_rows
from termbase.text.invisible import IGNORED

_APOSTROPHES = "'’＇ʼ"
APOSTROPHE = f"[{_APOSTROPHES}]"
_IGNORED = re.compile(f"[{IGNORED}]+")
_POSSESSIVE = re.compile(rf"(?:{APOSTROPHE}[sS]|(?<=[sS]){APOSTROPHE})\Z")  # PEOPLE’S too
_PLURAL_INITIALS = re.compile(r"(?<=[A-Z]{2})s\Z")  # AIs, CIIs


def without_ignored(text: str) -> str:
    """Return the text without invisible characters and emphasis signs (`IGNORED`)."""
    return _IGNORED.sub("", text)


def without_possessive(word: str) -> str:
    """Return the word without a possessive 's, or without the apostrophe of a plural (*ports'*)."""
    return _POSSESSIVE.sub("", word) if word[-1:] in _APOSTROPHES or word[-2:-1] in _APOSTROPHES else word


def has_in_order(word: str, letters: str) -> bool:
    """Return whether a word has some letters in their order, as abbreviations have them: *avg* in *average*."""
    rest = iter(word)
    return all(letter in rest for letter in letters)


@lru_cache(maxsize=1 << 16)
def comparable(word: str) -> str:
    """Return a form that is equal for words that differ only in case, width, number, possessive 's or spelling."""
    plain = plain_word(_PLURAL_INITIALS.sub("", word))
    plain = irregular_forms("plural").get(plain, plain)
    if len(plain) < 4:  # DNS, gas, its: too short to recognise a plural
        return plain
    plain = in_american_spelling(plain)
    return next((pattern.sub(form, plain) for pattern, form in _NUMBER if pattern.search(plain)), plain)


def in_american_spelling(word: str) -> str:
    """Return a word in lower case in the spelling of the United States: *anemia* for *anaemia*."""
    if _MAY_BE_BRITISH.search(word):
        for pattern, replacement in _SPELLING:
            word = pattern.sub(replacement, word)
    return word


def plain_word(word: str) -> str:
    """Return a word in lower case and half width, without possessive 's and invisible characters.

    Number and spelling are kept.
    """
    seen = without_ignored(without_possessive(word)).replace(".", "")
    return unicodedata.normalize("NFKC", seen).casefold()


@cache
def irregular_forms(kind: str) -> Mapping[str, str]:
    """Return the irregular forms of a kind in `english_forms.tsv`, each with its word, as the file has them."""
    rows = (row[1:] for row in data_rows("english_forms.tsv") if row[0] == kind)
    return {form: word for word, forms in rows for form in forms.split()}


_MAY_BE_BRITISH = re.compile("is|our|[tbv]re|ae|oe|mme|gue|ence|yz")
"""Matches all words that one of the patterns below changes, and few others."""

_UNCHANGED = "news|means|series|species|always|perhaps|politics|economics|mathematics|physics|ethics"
_SPELLING = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"(?<=\w\w)is(?=(?:e[sd]?|ing|ations?|ational)$)", "iz"),  # informatisation
        (r"(?<=\w{3})our(?=s?$|hood|ed$|ing$|able$|ful$|al$|is[tm]|ly$)", "or"),  # neighbourhood, not hour or four
        (r"(?<=\w\w)([tb]|(?<=eu)v)re(?=s?$)", r"\1er"),  # centre, fibre, manoeuvre
        (r"(?<!\bd)a(?=em[aio])|(?<=\bp)a(?=ed)|(?<=op)a(?=ed)|(?<=arch)a(?=eo)", ""),  # anaemia, not daemon
        (r"(?<=an)a(?=esth)|(?<=gyn)a(?=ec)", ""),  # anaesthesia
        (r"o(?=edema|estr)|(?<=\bf)o(?=et[aiu])|(?<=rrh)o(?=ea)|(?<=man)o(?=euv)", ""),  # oestrogen, foetus
        (r"(?<=\w[al])yz(?=e[sdr]?$|ing$)", "ys"),  # analyze as analysis
        (r"(?<=\wogram)me(?=s?$)", ""),  # programme
        (r"(?<=log)ue(?=s?$)", ""),  # dialogue
        (r"(?<=def|off|lic)ence(?=s?$)", "ense"),  # defence
    )
)
# The first pattern that matches is applied. If a plural may have two singulars (-es), both lose the same letters.
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
