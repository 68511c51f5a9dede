"""Reduces English words to base forms and stems, to decide whether two words are forms of one verb, or related.

Both levels are looser than `comparable` of `english_words`, and take irregular forms from the same table:

- `base_form` removes the endings of verbs: *closes*, *closed* and *closing* have one base form. `base_forms` adds
  the words that another may be derived from (*calculation*: *calculate*, *fairness*: *fair*). They show whether a
  text has a term in another form.
- `stem` also removes derivation: *govern*, *governance* and *governor* have one stem. Two words with one stem are
  only related. It serves to look up in a dictionary whether *economic* renders what the dictionary calls *economy*.
  It cuts endings without looking at spelling, which is enough there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from termbase.text.english.english_words import (
    comparable,
    in_american_spelling,
    irregular_forms,
    without_possessive,
)
from termbase.text.latin_words import fold


@lru_cache(maxsize=1 << 14)
def base_form(word: str) -> str:
    """Return a word without number and verb endings: `clos` for *closed* and *closes*, `writ` for *written*."""
    form = comparable(word)
    return _bare(_without_verb_ending(_irregular_verbs().get(form, form)))


@lru_cache(maxsize=1 << 14)
def base_forms(word: str) -> frozenset[str]:
    """Return the base form of a word and those of the words that it may come from.

    They are verbs (*insertion*: *insert*), adjectives of qualities (*liquidity*: *liquid*) and nouns
    (*environmental*: *environment*).
    """
    form = comparable(word)
    origins = {ending.sub(rest, form) for ending, rest in _DERIVED}
    return frozenset(_bare(stem) for stem in (form, *origins) if _VOWEL.search(stem)) | {base_form(word)}


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """Return the stem that related words share: *Governance*, *governing* and *govern*; *first* and *one*."""
    plain = without_possessive(fold(word))
    plain = _related().get(plain, plain)
    plain = in_american_spelling(plain)
    if plain[-1:] in _LAST_OF_ENDING:
        plain = _ENDING.sub("", plain)
    return _single(_without_derivation(plain) if plain[-1:] in _LAST_OF_DERIVATION else plain)


def related_forms(word: str) -> frozenset[str]:
    """Return the base forms and the stem of a word; words that share one are related (*caching* and *cache*)."""
    return base_forms(word) | {stem(word)}


def _without_derivation(word: str) -> str:
    """Return a word without the longest of its endings, of which at least three letters are left."""
    for length in range(min(_LONGEST_DERIVATION, len(word) - 3), 0, -1):
        if word[-length:] in _DERIVATIONS:
            return word[:-length]
    return word


def _without_verb_ending(word: str) -> str:
    cut = next((ending.sub(rest, word) for ending, rest in _INFLECTIONS if ending.search(word)), word)
    return _DOUBLED.sub("", cut) if _VOWEL.search(cut) else word  # not spring


def _bare(verb: str) -> str:
    """Return a verb without the letter that its other forms may lose: `e` of *calculate*, one `s` of *access*."""
    return verb.removesuffix("e") if len(verb) > 3 and verb[-1] != verb[-2] else _single(verb)


def _single(stem: str) -> str:
    """Return the stem; of two equal letters at its end only one is kept."""
    return stem[:-1] if len(stem) > 3 and stem[-1] == stem[-2] else stem


@cache
def _related() -> Mapping[str, str]:
    """Return irregular plurals and words that are related in meaning, each with the word whose stem they have."""
    return {**irregular_forms("plural"), **irregular_forms("related")}


@cache
def _irregular_verbs() -> Mapping[str, str]:
    """Return the irregular forms of verbs, each with its verb; both are `comparable` forms."""
    return {comparable(form): comparable(word) for form, word in irregular_forms("verb").items()}


_INFLECTIONS = (
    (re.compile(r"(?<=\w{2})(?:ied|ying)$"), "y"),  # applied
    (re.compile(r"(?<=\w{2}ic)(?:ed|ing)$"), "e"),  # noticed: notice, not *notic*
    (re.compile(r"(?<=\w{3})ing$|(?<=\w\w[^\We])ed$"), ""),  # inserted; not proceed
)
_DOUBLED = re.compile(r"(?<=\w{3})([bdgmnprt])(?<=\1\1)$")  # planning
_DERIVED = (
    (re.compile(r"(?<=\w{5})ion$"), ""),  # insertion, calculation; not portion
    (re.compile(r"(?<=\w{5})ation$"), ""),  # configuration
    (re.compile(r"(?<=\w{4})ment$"), ""),  # alignment
    (re.compile(r"(?<=\w{2})ication$"), "y"),  # application
    (re.compile(r"(?<=\w{2}[ae]n)sion$"), "d"),  # extension
    (re.compile(r"(?<=\w{2})vocation$"), "voke"),  # invocation
    (re.compile(r"(?<=\w{2}mi)ssion$"), "t"),  # permission
    (re.compile(r"(?<=\w{2}lu)sion$|(?<=\w{3}i)sion$"), "de"),  # conclusion, decision
    (re.compile(r"(?<=\w{3}ri)ption$"), "be"),  # description
    (re.compile(r"(?<=\w{2}du)ction$"), "ce"),  # reduction
    (re.compile(r"(?<=\w{3})ision$"), "ize"),  # precision: *precise*, with z as `comparable` writes it
    (re.compile(r"(?<=\w{5})[ae]nce$"), ""),  # acceptance, existence
    (re.compile(r"(?<=\w{5})ive$"), ""),  # administrative: administration
    (re.compile(r"(?<=\w{4})(?<!or)ity$"), ""),  # liquidity; not authority
    (re.compile(r"(?<=\w)(?P<a>[ai])bility$"), r"\g<a>ble"),  # reliability
    (re.compile(r"(?<=\w{4})ness$"), ""),  # fairness
    (re.compile(r"(?<=\w{3})(?P<a>[ae])nc[ey]$"), r"\g<a>nt"),  # efficiency; not agency
    (re.compile(r"(?<=\w{3})acy$"), "ate"),  # accuracy
    (re.compile(r"(?<=\w{4})al$"), ""),  # environmental
    (re.compile(r"(?<=\w{4})ial$"), "y"),  # industrial
    (re.compile(r"(?<=\w{4})ic$"), "y"),  # economic
)
_ENDING = re.compile(r"(?:(?<=..)ies|(?<=..)ied|(?<=...)ing|(?<=...)ed|(?<=[^s])es|(?<=[^s])s)$")
_DERIVATIONS = frozenset(
    "ically ational isation ization ation ations ition itions ment ments ness ity ism ist anc ance enc ence ical"
    " atic acy ion iv ive ally ian es ese or er ial ic ics al ly ous ful is iz ise ize at ate y i e".split()
)
_LONGEST_DERIVATION = max(map(len, _DERIVATIONS))
_LAST_OF_ENDING, _LAST_OF_DERIVATION = frozenset("sgd"), frozenset(ending[-1] for ending in _DERIVATIONS)
"""The last letters of what these match: to look at a letter is faster than to search."""
_VOWEL = re.compile("[aeiouy]")
