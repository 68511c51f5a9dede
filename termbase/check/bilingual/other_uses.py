"""Recognises English words that are spelt like a term and are none, by the words beside them.

They are part of a fixed phrase (*in order to*, *close to*) or of a name of code, or another part of speech than the
term (*a copy*).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from termbase.check.bilingual.bitext_subject import BitextSubject
from termbase.check.bilingual.segment_terms import attested_terms, written_at
from termbase.check.subject import Subject, sides
from termbase.language import is_chinese, is_english
from termbase.match.matcher import Hit
from termbase.model import PartOfSpeech
from termbase.renderings.cedict import definitions
from termbase.renderings.usual import find_usual
from termbase.text.chinese.words import part_of_speech
from termbase.text.word_classes import WordClass, pattern_of

_PHRASES = (
    "how to|at the end|no longer|in use|in force|in (?:any |that |this |the |which )?case|by hand"
    "|at hand|make sure|point of view|a set of|a number of|in place|in time|in turn|in addition|of course"
    "|up to date|take place|as a result|in general|in particular|as follows|in fact|at once|in effect|at a time"
    "|bread and butter|open[- ]source|as close as|general public|into account|in order not"
    "|at (?:your|their|his|her|its|our) option"
    "|(?:quite a|a little|a tiny) bit"
    "|a bit (?:more|less|too|of a|like|different|(?:short|long|fast|slow|simpl|easi)er)"
    "|(?:many|several|multiple) times|(?:at the same|every|each) time"
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
    if parts == {None} and _are_no_verbs(hit, subject.text(hit)):
        parts = {PartOfSpeech.NOUN}
    before, after = sides(subject, hit)
    if parts == {PartOfSpeech.VERB}:
        return _DETERMINER.search(before) is not None
    is_verb = (
        _MODAL.search(before)
        or (_TO.search(before) and (_OBJECT.match(after) or _PLACE.match(after)))
        or (_SUBJECT.search(before) and (_OBJECT.match(after) or _CLAUSE_END.match(after)))
        or ((_AND.search(before) or _ADVERB.search(before)) and _NEW_OBJECT.match(after))
    )
    return parts == {PartOfSpeech.NOUN} and is_verb is not None


def is_translated_as_verb(subject: BitextSubject, number: int, hit: Hit) -> bool:
    """Whether the target has a usual verb for a word that the termbase lists as a noun: *View tags*, 查看标签.

    The word stands where a verb may stand, and the Chinese word is nothing but a verb.
    """
    pair, language = subject.bitext.pairs[number], subject.bitext.target_language
    if not (is_english(subject.bitext.source_language) and is_chinese(language)):
        return False
    english, terms = written_at(subject, hit), attested_terms(hit.concept, language)
    found = find_usual(english, pair.source, pair.target, language) if _are_nouns(terms) else None
    if found is None or len(found.words) > 1 or not part_of_speech(found.words[0]).startswith("v"):
        return False
    before, after = sides(subject.source.subject, hit)
    return _is_verb_place(before, english, after) and all(
        one.startswith("to ") for one in definitions(found.words[0])
    )


def _is_verb_place(before: str, english: str, after: str) -> bool:
    """Whether a word may be a verb by the words beside it: *View tags*, *View*, *Lists all tags*."""
    if _PLURAL.search(english):
        return _BEGINNING.search(before) is not None and _OBJECT.match(after) is not None
    is_all = not (before.strip() or after.strip())
    return is_all or (_BEFORE_VERB.search(before) and _AFTER_VERB.match(after)) is not None


def _are_nouns(terms: Sequence[str]) -> bool:
    """Whether all of some Chinese terms are nouns, by the dictionary."""
    return bool(terms) and all(part_of_speech(term).startswith("n") for term in terms)


def _are_no_verbs(hit: Hit, english: str) -> bool:
    """Whether the Chinese terms of an English word are nouns, and none of them means *to* do it."""
    terms = [term.term for tag, term in hit.concept.terms() if is_chinese(tag)]
    verb = f"to {english.casefold()}"
    return _are_nouns(terms) and not any(each.startswith(verb) for term in terms for each in definitions(term))


_JOINED_BEFORE, _JOINED_AFTER = re.compile(r"(?:[A-Za-z]+-)+\Z"), re.compile("(?:-[A-Za-z]+)+")
_DETERMINER = re.compile(r"\b(?:an?|the|this|that|each|every|another|its|your|my|their|of)\s+\Z", re.IGNORECASE)
_MODAL = re.compile(
    r"\b(?:can|could|will|would|may|might|must|should|cannot|do|please)(?:n['’]t|\s+not)?\s+\Z", re.IGNORECASE
)
_TO = re.compile(r"\bto\s+\Z", re.IGNORECASE)
_SUBJECT = re.compile(r"\b(?:I|you|we|they)\s+\Z", re.IGNORECASE)
_AND = re.compile(r"\b(?:and|or|then)\s+\Z", re.IGNORECASE)
_ADVERB = re.compile(r"\b(?:maybe|perhaps|simply|just|also|always|never)\s+\Z", re.IGNORECASE)
_NEW_OBJECT = re.compile(r"\s+(?:an?|your|these|those)\b")
_CLAUSE_END = re.compile(r"[,.;:!?]|\Z")
_PLACE = re.compile(r"\s+(?:here|there|now)\b")
_BEGINNING = re.compile(r"(?:\A|[.!?:;]|\b(?:[Tt]h(?:is|at)|[Ii]t|which))\s*\Z")
_BEFORE_VERB = re.compile(r"(?:\A|[.!?:;]\s+|\b(?:to|and|or|you|please|can|may|will)\s+)\Z", re.IGNORECASE)
_AFTER_VERB, _PLURAL = re.compile(r"\s+[^\W_]|\s+[“‘\"'{%<]|\s*\Z"), re.compile("(?<!s)s\\Z")
_OBJECT = re.compile(r"\s+(?:an?|the|this|that|these|those|all|each|your|its|it|them|you|us)\b")
_NEAR = (slice(-_REACH, None), slice(_REACH))
