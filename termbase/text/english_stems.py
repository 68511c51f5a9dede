"""When two English words are forms of one verb, or related: looser than `comparable`, on which both levels build.

- `base_form`: the endings of verbs make no difference: *closes*, *closed*, *closing*. `base_forms` adds the verbs
  that a noun may be made of: *calculation*, *calculate*. They show whether a text has a term in another form.
- `stem`: derivation makes none either: *govern*, *governance*, *governor*. Two words with one stem are related, and
  nothing more; it is for asking a dictionary whether *economic* renders what it calls *economy*.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from termbase.text.english_words import comparable, irregular_forms
from termbase.text.latin_words import fold


@lru_cache(maxsize=1 << 14)
def base_form(word: str) -> str:
    """A word without number and the endings of verbs: `clos` of *closed* and *closes*, `writ` of *written*."""
    known = comparable(word)
    return _bare(_without_verb_ending(_known("verb").get(known, known)))


@lru_cache(maxsize=1 << 14)
def base_forms(word: str) -> frozenset[str]:
    """The base form and, of a noun, those of the verbs that it may be made of: *insertion* is one of *insert*."""
    known = comparable(word)
    verbs = {ending.sub(rest, known) for ending, rest in _NOUNS}
    return frozenset(_bare(stem) for stem in (known, *verbs) if _VOWEL.search(stem)) | {base_form(word)}


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """What related words share: *Governance*, *governing*, *govern*; *first* and *one*, *Chinese* and *China*."""
    known = comparable(fold(word))
    plain = _known("related").get(known) or _known("verb").get(known, known)
    return _single(_DERIVATION.sub("", _without_verb_ending(plain)))


def _without_verb_ending(word: str) -> str:
    cut = next((ending.sub(rest, word) for ending, rest in _INFLECTIONS if ending.search(word)), word)
    return _DOUBLED.sub("", cut) if _VOWEL.search(cut) else word  # not spring


def _bare(verb: str) -> str:
    """A verb without what its endings take: the `e` of *calculate*, one `s` of *access*."""
    return verb.removesuffix("e") if len(verb) > 3 and verb[-1] != verb[-2] else _single(verb)


def _single(stem: str) -> str:
    """A stem without the second of two equal letters at its end."""
    return stem[:-1] if len(stem) > 3 and stem[-1] == stem[-2] else stem


@cache
def _known(kind: str) -> Mapping[str, str]:
    """The irregular forms of a kind, all comparable."""
    return {comparable(form): comparable(word) for form, word in irregular_forms(kind).items()}


_INFLECTIONS = (
    (re.compile(r"(?<=\w{2})(?:ied|ying)$"), "y"),  # applied
    (re.compile(r"(?<=\w{2}ic)(?:ed|ing)$"), "e"),  # noticed, which is no form of *notic*
    (re.compile(r"(?<=\w{3})ing$|(?<=\w\w[^\We])ed$"), ""),  # inserted; not proceed
)
_DOUBLED = re.compile(r"(?<=\w{3})([bdgmnprt])(?<=\1\1)$")  # planning
_NOUNS = (
    (re.compile(r"(?<=\w{5})ion$"), ""),  # insertion, calculation; not portion
    (re.compile(r"(?<=\w{5})ation$"), ""),  # configuration
    (re.compile(r"(?<=\w{4})ment$"), ""),  # alignment
    (re.compile(r"(?<=\w{2})ication$"), "y"),  # application
)
_DERIVATION = re.compile(
    r"(?<=...)(?:ically|ational|i[sz]ation|ations?|itions?|ments?|ness|ity|ism|ist|ance?|ence?|ical|atic|acy"
    r"|ion|ive?|ally|ian|ese?|or|er|ial|ics?|al|ly|ous|ful|i[sz]e?|ate?|y|i|e)$"  # organiz of organized too
)
_VOWEL = re.compile("[aeiouy]")
