"""Recognises English words that are spelt like a term and are a verb with its subject or object.

*The data exit the buffer* has no *data exit*, *the team generated AI summaries* no *generated AI*, and *kings who
rule by law* no *rule by law*. Start from `is_clause` and `is_predicate`.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from termbase.check.subject import Subject
from termbase.check.uses.english_sentence import sentence_sides
from termbase.match.matcher import Hit
from termbase.model import PartOfSpeech
from termbase.renderings.phrase_words import words_for
from termbase.text.english.english_words import comparable
from termbase.text.small_words import SMALL_PREPOSITIONS
from termbase.text.word_classes import WordClass, pattern_of

_WORD = re.compile("[A-Za-z]+")
_LATIN_PLURALS = frozenset("bacteria criteria data media phenomena".split())
_OBJECT = re.compile(r"\s+(?:the|an?|its|their|our|your|my|his)\s", re.IGNORECASE)
_ACTORS = (WordClass.INSTITUTION, WordClass.GROUP_OF_PERSONS, WordClass.ACTING_THING)
_ARTICLE_BEFORE = re.compile(r"\b(?:the|an?|its|their)\s+\Z", re.IGNORECASE)
_OWNER = r"(?:the|its|their|our|your|my|his|\w+['’]s)"
_MANY = rf"(?:{_OWNER}|these|those|many|several|both|two|three)"
"""Words before a plural. *This* and *all* may be before a verb instead: *this promotes*."""

_PLURAL = "[A-Za-z]+[^suiSUI\\W]s"
_PLURAL_SUBJECT = re.compile(
    rf"(?:\A\W*|\b{_MANY}\s+|\b(?:these|those|many|several|most)\s+[a-z-]+\s+){_PLURAL}\s+\Z", re.IGNORECASE
)
"""A plural that a verb may follow, since nouns before nouns are singular: *the dams store water*."""

_PRONOUN = r"\b(?:I|we|you|they|he|she|who)"
_ADVERB = r"(?:\s+(?:\w+ly|already|also|just|never|now|once|since|soon|then))?"
_ADJECTIVE = r"(?:[A-Za-z-]+\s+)?"
_CLAUSE_WORD = "(?:as|after|before|since|until)"
"""Prepositions that begin clauses too."""

_BEGINS_CLAUSE = re.compile(rf"\b{_CLAUSE_WORD}\s+\Z", re.IGNORECASE)
_SUBORDINATE = re.compile(
    r"\b(?:when|once|while|if|because|where|unless|whenever|wherever|although|though)\s+"
    rf"(?:(?:the|all|these|those|such|its|their)\s+)?{_ADJECTIVE}\Z",
    re.IGNORECASE,
)
_BE = r"(?:\s+(?:am|are|is|was|were)|['’](?:m|re|s)|(?:\s+(?:have|has|had)|['’]ve)\s+been)"
_PERFECT = re.compile(r"\b(?:having|(?:have|has|had)\s+(?:already|just|never|recently|since))\s+\Z", re.IGNORECASE)
_MODAL = re.compile(
    r"[a-z]\s+(?<!how )(?<!why )(?:can|could|will|would|may|might|must|should|did|do|does)(?:\s+not)?\s+\Z"
)
"""A modal verb that begins no question: *can rule by law last?*"""

_ASKED = re.compile(
    r"\b(?:did|do|does|can|could|will|would|may|might|must|should)\s+"
    rf"(?:{_OWNER}|an?|this|that|these|those)\s+{_ADJECTIVE}\Z",
    re.IGNORECASE,
)
_ASKED_OF = re.compile(
    r"\s+(?:the|an?|its|their|our|your|my|his|this|that|these|those|it|them|us|me|you|to|by|from|in|on|with|next|first|now|then)\b|\s*[?,.]"
)
"""What stands before a subject in a question, and behind its verb: *why did the algorithm recommend this?*"""

_OF_SUBJECT = re.compile(r"\A\W*(?:[\w-]+\s+){0,3}[a-z]+s\s+of\s+(?:the|its|their|our)\s+\Z", re.IGNORECASE)
"""The beginning of a sentence whose subject has the noun in it: *copies of the data exit the plant*."""

_NOUN_BEFORE_TO = re.compile(r"\b(?:power|right|duty|need|plan|promise|hope)s?\s+to\s+\Z", re.IGNORECASE)
_OF_RELATIVE = (
    rf"\b(?:(?:that|which|what|whatever|everything|all|[A-Za-z]+s)\s+(?:{_OWNER}|an?|this)\s+(?P<noun>[a-z]+)"
    rf"|(?:that|which|what|whatever|everything)\s+{_PLURAL})\s+\Z"
)
_POSTPOSED = re.compile(
    "(?:available|beneficial|critical|crucial|essential|indispensable|necessary|relevant|sufficient|useful|vital)\\Z"
)
"""Adjectives that stand behind their noun if a phrase follows them: *the data essential for the model*."""

_PURPOSE = re.compile(r"\s+(?:for|to)\b")
_ADJECTIVE_ENDING = re.compile(r"(?:al|ed|est|ful|ible|able|ic|ing|ish|ive|less|ly|ous|ary|ent|ant)\Z")


def is_clause(subject: Subject, hit: Hit) -> bool:
    """Whether the last word of an English term is a verb before an object, or its first one behind a subject."""
    words = _words(subject.text(hit))
    if len(words) < 2:
        return False
    before, after = sentence_sides(subject, hit)
    return _ends_with_verb(words[-2], words[-1], before, after) or _begins_with_participle(words[0], before)


def is_predicate(subject: Subject, hit: Hit) -> bool:
    """Whether a word of an English noun is a verb: *they rule by law*, *algorithms recommend songs*.

    Or its last one is an adjective with what follows it: *the only data essential for the model*.
    """
    words, terms = _words(subject.text(hit)), [_words(one.term.term) for one in hit.designations]
    are_nouns = all(one.term.part_of_speech == PartOfSpeech.NOUN for one in hit.designations)
    if len(words) < 2 or not are_nouns or any(len(term) != len(words) for term in terms):
        return False
    before, after = sentence_sides(subject, hit)
    if _POSTPOSED.match(words[-1]) and _PURPOSE.match(after):
        return True
    if words[-1].endswith("ing") and _OBJECT.match(after) and _ARTICLE_BEFORE.search(before):
        return True  # with the cloud calculating the route
    if words[1] not in SMALL_PREPOSITIONS and _NOUN_BEFORE_TO.search(before):
        return False  # a right to network sovereignty
    return any(_has_subject(words, term) or _begins_with_verb(words[0], term[0], before, after) for term in terms)


def _words(text: str) -> list[str]:
    """Return the words of an English text in small letters, none of another text."""
    return [word.casefold() for word in _WORD.findall(text)] if text.isascii() else []


def _ends_with_verb(noun: str, verb: str, before: str, after: str) -> bool:
    """Whether a noun and a verb that agree are before an object: *once the data exit the buffer*, or in a question.

    Behind a preposition they are a noun (*for outbound data exit the rules are strict*), and they may be one behind
    *after* without an article. A clause without another verb needs no object: *if the data exit by cable, ...*.
    """
    if _ASKED.search(before) and _ASKED_OF.match(after) and comparable(verb) == verb and _is_verb(verb):
        return True
    is_agreed = noun in _LATIN_PLURALS or (comparable(noun) != noun) != (comparable(verb) != verb)
    if not is_agreed or not _is_verb(verb):
        return False
    if _SUBORDINATE.search(before) and _ends_clause().match(after):
        return True
    if _OF_SUBJECT.search(before) and _OBJECT.match(after):
        return True
    is_behind_preposition = _behind_preposition(_ADJECTIVE).search(before) or _BEGINS_CLAUSE.search(before)
    return _OBJECT.match(after) is not None and not is_behind_preposition


def _has_subject(words: list[str], term: list[str]) -> bool:
    """Whether a noun that is singular in the term is plural before its verb: *algorithms recommend songs*."""
    noun, verb = words[-2:]
    is_plural = noun != term[-2] and comparable(noun) != noun
    return is_plural and comparable(verb) == verb and _is_verb(verb)


def _begins_with_verb(word: str, own: str, before: str, after: str) -> bool:
    """Whether the first word is the verb of what is before it: *kings who rule by law*, *he rules by law*."""
    if word != own:
        return word == f"{own}s" and _is_verb(own) and _third_person().search(before) is not None
    is_behind_subject = _present().search(before) or _MODAL.search(before) or _infinitive().search(before)
    is_before_object = _ends_clause().match(after) or _OBJECT.match(after)
    is_behind_plural = _PLURAL_SUBJECT.search(before) and is_before_object
    return (is_behind_subject or is_behind_plural) is not None and _is_verb(own)


@lru_cache(maxsize=1024)
def _is_verb(word: str) -> bool:
    return bool(words_for(f"to {word}"))


def _begins_with_participle(word: str, before: str) -> bool:
    """Whether a participle is the verb of what is before it: *they generated AI*, *we are generating AI*.

    An *s* shows a plural only behind a word that no verb follows: *the plan promotes shared wealth*. In *texts that
    the lab generated AI can read*, the verb is that of a relative clause.
    """
    if word.endswith("ing"):
        return _progressive().search(before) is not None
    if not word.endswith("ed"):
        return False
    subject = _past().search(before)
    is_subject = subject is not None and not _behind_preposition().search(before[: subject.start()])
    return is_subject or _PERFECT.search(before) is not None or _is_in_relative_clause(before)


def _is_in_relative_clause(before: str) -> bool:
    found = _relative().search(before)
    if found is None:
        return False
    noun = found["noun"] or ""
    return noun not in WordClass.MODIFIER.words and not _ADJECTIVE_ENDING.search(noun)


@cache
def _ends_clause() -> re.Pattern[str]:
    """Matches the end of a clause, or a preposition or adverb and no further verb up to there."""
    verb = rf"(?:{pattern_of(WordClass.VERB)}|\w\w+(?:[^\W\dsu]s|ed))"
    lead = rf"(?:{pattern_of(WordClass.PREPOSITION)}|[a-z]+ly|here|there|through|again|out)"
    return re.compile(rf"(?:\s+{lead}\b(?:\s+(?!{verb}\b)[\w'’-]+){{0,8}})?\s*[,.;:!?]", re.IGNORECASE)


@cache
def _relative() -> re.Pattern[str]:
    return re.compile(_OF_RELATIVE, re.IGNORECASE)


@cache
def _past() -> re.Pattern[str]:
    return re.compile(rf"(?:{_PRONOUN}|\bit|{_group()}|\b{_MANY}\s+{_PLURAL}){_ADVERB}\s+\Z", re.IGNORECASE)


@cache
def _present() -> re.Pattern[str]:
    return re.compile(rf"\b(?:I|we|you|they|who){_ADVERB}\s+\Z", re.IGNORECASE)


@cache
def _third_person() -> re.Pattern[str]:
    return re.compile(rf"\b(?:he|she|who){_ADVERB}\s+\Z", re.IGNORECASE)


@cache
def _infinitive() -> re.Pattern[str]:
    """Matches *to* before a verb, not before a noun: *they promised to*, *To ...*, but not *the turn to*.

    So it is behind *not* and *how*, and behind those who are told: *they told us to*.
    """
    verb, telling = pattern_of(WordClass.BEFORE_INFINITIVE), pattern_of(WordClass.VERB_OF_TELLING)
    told = rf"{telling}\s+(?:[\w’'-]+\s+){{0,4}}"
    return re.compile(rf"(?:\b(?:{verb}\s+|how\s+|not\s+|{told})|\A\W*)to\s+\Z", re.IGNORECASE)


@cache
def _progressive() -> re.Pattern[str]:
    return re.compile(rf"(?:{_PRONOUN}|{_group()}){_BE}{_ADVERB}\s+\Z", re.IGNORECASE)


def _group() -> str:
    return rf"\b{_OWNER}\s+{pattern_of(*_ACTORS)}"


@cache
def _behind_preposition(further: str = "") -> re.Pattern[str]:
    """Matches a preposition at the end, with or without a determiner, that begins no clause."""
    preposition, determiner = pattern_of(WordClass.PREPOSITION), pattern_of(WordClass.ARTICLE, WordClass.DETERMINER)
    return re.compile(rf"\b(?!{_CLAUSE_WORD}\b){preposition}\s+(?:{determiner}\s+)?{further}\Z", re.IGNORECASE)
