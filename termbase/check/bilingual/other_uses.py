"""Recognises English words that are spelt like a term and are none, by the words beside them.

They are part of a fixed phrase (*in order to*, *close to*) or of a name of code, or another part of speech than the
term (*a copy*).
"""

from __future__ import annotations

import re
from functools import cache

from termbase.check.subject import Subject, sides
from termbase.match.matcher import Hit
from termbase.model import PartOfSpeech
from termbase.text.word_classes import WordClass, pattern_of

_PHRASES = (
    "how to|as well as|at the end|no longer|in use|in force|in (?:any |that |this |the |which )?case|by hand"
    "|at hand|make sure|point of view|a set of|a number of|in place|in time|in turn|in addition|of course"
    "|up to date|take place|as a result|in general|in particular|as follows|in fact|at once|in effect|at a time"
    "|open[- ]source|as close as|general public|into account|in order not"
)
"""Fixed phrases that are no prepositions; those are words of a class."""

_REACH = 20
"""How many characters of a phrase may stand on each side of a term."""


def is_in_fixed_phrase(subject: Subject, hit: Hit) -> bool:
    """Whether a term is only a part of a fixed phrase, or is spelt like one: *how to* for the noun *how-to*."""
    before, after = (text[side] for text, side in zip(sides(subject, hit), _NEAR, strict=True))
    written = subject.text(hit)
    start, end = len(before), len(before) + len(written)
    is_hyphened = all("-" in one.term.term for one in hit.designations)
    return any(
        phrase.start() <= start and end <= phrase.end() and (is_hyphened or len(phrase[0]) > len(written))
        for phrase in _phrases().finditer(before + written + after)
    )


@cache
def _phrases() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_PHRASES}|{pattern_of(WordClass.COMPLEX_PREPOSITION)})\b", re.IGNORECASE)


def is_in_name_of_code(subject: Subject, hit: Hit) -> bool:
    """Whether a term is a part of three or more words that hyphens join: *policy* in *use-time-for-policy*."""
    before, after = sides(subject, hit)
    first, last = _JOINED_BEFORE.search(before), _JOINED_AFTER.match(after)
    return sum(side[0].count("-") for side in (first, last) if side) > 1


def is_beside_variable(subject: Subject, hit: Hit) -> bool:
    """Whether words of a term are in different cases, since one of them is a variable: *write to file NAME*."""
    words = re.findall("[A-Za-z]+", subject.text(hit))
    is_plain = any(word.islower() for word in words)
    return is_plain and any(word.isupper() and len(word) > 1 for word in words)


def is_other_part_of_speech(subject: Subject, hit: Hit) -> bool:
    """Whether a word is a noun where the termbase has a verb, or a verb where it has a noun: *a copy*.

    Only the words beside it tell that, so it is decided only beside a determiner, or behind a modal verb.
    """
    parts = {one.term.part_of_speech for one in hit.designations}
    before, after = sides(subject, hit)
    if parts == {PartOfSpeech.VERB}:
        return _DETERMINER.search(before) is not None
    is_verb = _MODAL.search(before) or (_TO.search(before) and _OBJECT.match(after))
    return parts == {PartOfSpeech.NOUN} and is_verb is not None


_JOINED_BEFORE, _JOINED_AFTER = re.compile(r"(?:[A-Za-z]+-)+\Z"), re.compile("(?:-[A-Za-z]+)+")
_DETERMINER = re.compile(r"\b(?:an?|the|this|that|each|every|another|its|your|my|their|of)\s+\Z", re.IGNORECASE)
_MODAL = re.compile(
    r"\b(?:can|could|will|would|may|might|must|should|cannot|do|please)(?:n['’]t|\s+not)?\s+\Z", re.IGNORECASE
)
_TO = re.compile(r"\bto\s+\Z", re.IGNORECASE)
_OBJECT = re.compile(r"\s+(?:an?|the|this|that|these|those|all|each|your|its|it|them|you|us)\b")
_NEAR = (slice(-_REACH, None), slice(_REACH))
