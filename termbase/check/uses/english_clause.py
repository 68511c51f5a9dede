"""Recognises English words that are spelt like a term and are a verb with its subject or object.

*The data exit the buffer* has no *data exit*, and *the team generated AI summaries* no *generated AI*. Start from
`is_clause`.
"""

from __future__ import annotations

import re
from functools import cache

from termbase.check.subject import Subject, sides
from termbase.match.matcher import Hit
from termbase.renderings.cedict import words_for
from termbase.text.english_words import comparable
from termbase.text.word_classes import WordClass, pattern_of

_WORD = re.compile("[A-Za-z]+")
_LATIN_PLURALS = frozenset("bacteria criteria data media phenomena".split())
_OBJECT = re.compile(r"\s+(?:the|an?|its|their|our|your|my|his)\s", re.IGNORECASE)
_OWNER = r"(?:the|its|their|our|your|my|his|\w+['’]s)"
_MANY = rf"(?:{_OWNER}|these|those|many|several|both|two|three)"
"""Words before a plural. *This* and *all* may be before a verb instead: *this promotes*."""

_PLURAL = "[A-Za-z]+[^suiSUI\\W]s"
_PRONOUN = r"\b(?:I|we|you|they|he|she|who)"
_ADVERB = r"(?:\s+(?:\w+ly|already|also|just|never|now|once|since|soon|then))?"
_ADJECTIVE = r"(?:[A-Za-z-]+\s+)?"
_CLAUSE_WORD = "(?:as|after|before|since|until)"
"""Prepositions that begin clauses too."""

_BEGINS_CLAUSE = re.compile(rf"\b{_CLAUSE_WORD}\s+\Z", re.IGNORECASE)
_BE = r"(?:\s+(?:am|are|is|was|were)|['’](?:m|re|s)|(?:\s+(?:have|has|had)|['’]ve)\s+been)"
_PERFECT = re.compile(r"\b(?:having|(?:have|has|had)\s+(?:already|just|never|recently|since))\s+\Z", re.IGNORECASE)


def is_clause(subject: Subject, hit: Hit) -> bool:
    """Whether the last word of an English term is a verb before an object, or its first one behind a subject."""
    written = subject.text(hit)
    words = [word.casefold() for word in _WORD.findall(written)]
    if len(words) < 2 or not written.isascii():
        return False
    before, after = sides(subject, hit)
    return _ends_with_verb(words[-2], words[-1], before, after) or _begins_with_verb(words[0], before)


def _ends_with_verb(noun: str, verb: str, before: str, after: str) -> bool:
    """Whether a noun and a verb that agree are before an object: *once the data exit the buffer*.

    Behind a preposition they are a noun (*for outbound data exit the rules are strict*), and they may be one behind
    *after* without an article.
    """
    is_agreed = noun in _LATIN_PLURALS or (comparable(noun) != noun) != (comparable(verb) != verb)
    if not is_agreed or not _OBJECT.match(after):
        return False
    if _behind_preposition(_ADJECTIVE).search(before) or _BEGINS_CLAUSE.search(before):
        return False
    return bool(words_for(f"to {verb}"))


def _begins_with_verb(word: str, before: str) -> bool:
    """Whether a participle is the verb of what is before it: *they generated AI*, *we are generating AI*.

    An *s* shows a plural only behind a word that no verb follows: *the plan promotes shared wealth*.
    """
    if word.endswith("ing"):
        return _progressive().search(before) is not None
    if not word.endswith("ed"):
        return False
    subject = _past().search(before)
    is_subject = subject is not None and not _behind_preposition().search(before[: subject.start()])
    return is_subject or _PERFECT.search(before) is not None


@cache
def _past() -> re.Pattern[str]:
    return re.compile(rf"(?:{_PRONOUN}|{_group()}|\b{_MANY}\s+{_PLURAL}){_ADVERB}\s+\Z", re.IGNORECASE)


@cache
def _progressive() -> re.Pattern[str]:
    return re.compile(rf"(?:{_PRONOUN}|{_group()}){_BE}{_ADVERB}\s+\Z", re.IGNORECASE)


def _group() -> str:
    return rf"\b{_OWNER}\s+{pattern_of(WordClass.INSTITUTION, WordClass.GROUP_OF_PERSONS)}"


@cache
def _behind_preposition(further: str = "") -> re.Pattern[str]:
    """Matches a preposition at the end, with or without a determiner, that begins no clause."""
    preposition, determiner = pattern_of(WordClass.PREPOSITION), pattern_of(WordClass.ARTICLE, WordClass.DETERMINER)
    return re.compile(rf"\b(?!{_CLAUSE_WORD}\b){preposition}\s+(?:{determiner}\s+)?{further}\Z", re.IGNORECASE)
