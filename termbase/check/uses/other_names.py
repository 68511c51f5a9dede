"""Recognises words that are part of another term, or of the name of a law or body that the termbase does not have.

*Multi-party* is part of a *multi-party system*, which the dictionary has as 多党制, and South Korea has an act with
the words of a Chinese one. Names around a term in English are the subject of `longer_names`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from termbase.check.subject import Subject, sides
from termbase.check.uses.chinese_names import is_in_body
from termbase.check.uses.english_sentence import names_china, sentence_sides
from termbase.language import is_chinese
from termbase.match.matcher import Hit
from termbase.renderings.cedict import words_for
from termbase.renderings.phrases import named_by_phrase
from termbase.text.chinese import fold_chinese
from termbase.text.script import has_han
from termbase.text.small_words import SMALL_PREPOSITIONS
from termbase.text.word_classes import WordClass, is_function_word, pattern_of

_WORD = re.compile(r"[A-Za-z]+")
_HYPHEN_BEFORE = re.compile(r"[^\W\d_][-\u2010\u2011\u2013]\s?\Z")
_HYPHEN_AFTER = re.compile(
    r"[-\u2010\u2011](?!\w*(?:ed|ing|ive|ous|al|ic|free|aware|wide|like|type|level|style|minded|first|only)\b)[a-z]{2,}"
)
"""A hyphen before a word that makes no adjective of the whole term, as *network security-related* does."""

_WORD_BEFORE = re.compile(r"\b([A-Za-z]+)\s+\Z")
_WORD_AFTER = re.compile(r"\s+([^\W\d_]+)")
_EARLIER = 400
"""Code points before a name in which the sentence before it may tell of a country."""

_OWNER = re.compile(r"\b((?:[A-Z][A-Za-z.]+\s)*[A-Z][A-Za-z.]+)['’]s?\s+((?:[a-z-]+\s+){0,2})\Z")
_OF = re.compile(r"\s+of\s+(?:the\s+)?((?:[A-Z][A-Za-z’']+\s(?:of\s)?)*[A-Z][A-Za-z]+)")


def is_in_other_phrase(subject: Subject, hit: Hit) -> bool:
    """Whether the dictionary has an English term with the word beside it for something else in Chinese."""
    before, after = sides(subject, hit)
    written = subject.text(hit)
    if not written.isascii():
        return False
    own = [fold_chinese(term.term).text for tag, term in hit.concept.terms() if is_chinese(tag)]
    named = named_by_phrase(written, before, after)
    return bool(own and named) and not any(term in word or word in term for term in own for word in named)


def is_cut_from_compound(subject: Subject, hit: Hit) -> bool:
    """Whether the first or last word of an English term belongs to the word beside it.

    A hyphen joins the two (*machine-generated AI*, *digital gap-year trips*), or the dictionary has them as one
    term: *neural network* in *neural network security*, or *law enforcement* in *rule by law enforcement*. Without
    a preposition inside the term, what follows it is rather made of the whole: *network security guard*.
    """
    first, *others = subject.text(hit).split()
    if not others or not subject.text(hit).isascii():
        return False
    before, after = sides(subject, hit)
    if _HYPHEN_BEFORE.search(before) or _HYPHEN_AFTER.match(after):
        return True
    lead, tail = _WORD_BEFORE.search(before), _WORD_AFTER.match(after)
    has_preposition = any(word in SMALL_PREPOSITIONS for word in others)
    return (lead is not None and _is_compound(lead[1], first)) or (
        has_preposition and tail is not None and _is_compound(others[-1], tail[1])
    )


def _is_compound(first: str, second: str) -> bool:
    """Whether the dictionary has two words as one term. Words such as *national* are before any noun."""
    is_content = (
        not any(map(is_function_word, (first, second))) and first.casefold() not in WordClass.MODIFIER.words
    )
    return is_content and bool(words_for(f"{first} {second}"))


def is_theory(subject: Subject, hit: Hit) -> bool:
    """Whether an English term is in the name of a theory, which keeps its words: *theory of network governance*.

    *Platform economics* is also the name of a subject that is taught: *lectures on platform economics*.
    """
    before, after = sides(subject, hit)
    if _theory_before().search(before) or _theory_after().match(after):
        return True
    return subject.text(hit).endswith("ics") and _taught_before().search(before) is not None


def is_of_other_country(subject: Subject, hit: Hit) -> bool:
    """Whether a name ends like that of a law or body, and belongs to another country: *South Korea's ... Act*.

    So does any term in the name of its law: *Vietnam's Law on Cyber Security*.
    """
    before, after = sentence_sides(subject, hit)
    if (law := _law_on().search(before)) and subject.text(hit)[0].isupper():
        return not names_china(law[1])
    if not all(one.term.is_proper_noun for one in hit.designations) or not has_common_head(subject.text(hit)):
        return False
    if _foreign_before().search(before):
        return True
    places = [place[1] for place in (_OF.match(after), _in_country().match(after)) if place]
    if owners := [*places, *_owner(before)]:
        return not any(map(names_china, owners))
    if names_china(before + after):
        return False
    if _said_of_country().search(before) or _passed_by().match(after):
        return True
    earlier = subject.before(hit, _EARLIER).removesuffix(before)
    return _is_about_country().search(earlier) is not None and not names_china(earlier)


def has_common_head(name: str) -> bool:
    """Whether the last word of a name ends names of laws, bodies or meetings that many countries have."""
    head = _WORD.findall(name.casefold())[-1:]
    common = (
        WordClass.LAW.words
        | WordClass.COMMON_HEAD.words
        | {word.casefold() for word in WordClass.INSTITUTION.words}
    )
    return bool(head) and head[0] in common


def is_of_china(before: str) -> bool:
    """Whether the owner that a text ends with is China or a region of it: *China's*."""
    return any(map(names_china, _owner(before)))


def _owner(before: str) -> Iterator[str]:
    """Yield the owner that a text ends with, before adjectives or none: *Thailand's older*."""
    owner = _OWNER.search(before)
    if owner and not any(map(is_function_word, owner[2].split())):
        yield owner[1]


def is_in_body_of(subject: Subject, hit: Hit) -> bool:
    """Whether a Chinese term is in the name of a body, which keeps its words: 中国因特网协会."""
    running = subject.running
    return has_han(subject.text(hit)) and is_in_body(running.text, running.place(hit))


@cache
def _law_on() -> re.Pattern[str]:
    law = rf"(?i:{pattern_of(WordClass.LAW)})"
    return re.compile(
        rf"\b((?:[A-Z][A-Za-z.]+\s)*[A-Z][A-Za-z.]+)['’]s?\s+(?=[A-Z]){law}\s+(?:on|of|for)\s+(?:the\s+)?\Z"
    )


@cache
def _theory_before() -> re.Pattern[str]:
    return re.compile(rf"\b{pattern_of(WordClass.THEORY)}\s+of\s+(?:the\s+)?\Z", re.IGNORECASE)


@cache
def _taught_before() -> re.Pattern[str]:
    return re.compile(rf"\b{pattern_of(WordClass.TEACHING)}\s+(?:(?:on|in|of)\s+)?\Z", re.IGNORECASE)


@cache
def _theory_after() -> re.Pattern[str]:
    return re.compile(rf"\s+{pattern_of(WordClass.THEORY)}\b", re.IGNORECASE)


@cache
def _foreign_before() -> re.Pattern[str]:
    own, any_nation = pattern_of(WordClass.OF_CHINA), pattern_of(WordClass.NATIONALITY, WordClass.OF_A_COUNTRY)
    return re.compile(rf"\b(?!{own}\b){any_nation}\s+\Z", re.IGNORECASE)


@cache
def _in_country() -> re.Pattern[str]:
    return re.compile(rf"\s+in\s+(?:the\s+)?(?=[A-Z])((?i:{pattern_of(WordClass.COUNTRY)}))\b")


@cache
def _said_of_country() -> re.Pattern[str]:
    """Matches what shows whose law follows: *In Zambia, the*, *Vietnam amended the*, *Vietnam has its own*."""
    verb, adverb = pattern_of(WordClass.ENACTING_VERB), r"(?:(?:has|have|had|will|may|must|\w+ly)\s+){0,2}"
    article, adjectives = r"(?:the|its|their|an?)\s+", r"(?:[a-z-]+\s+){0,2}"
    return re.compile(
        rf"(?:\A\W*(?:In|Under)\s+(?:the\s+)?{_country()},\s+(?:the|an?)\s+|{_country()}\s+{adverb}{verb}\s+{article}"
        rf"|{_country()}\b[^,;:()]{{1,60}}\bits\s+|\bin\s+{_country()}\s[^.;]{{0,80}}{article}){adjectives}\Z"
    )


@cache
def _passed_by() -> re.Pattern[str]:
    """Matches the country that passed the law before: *..., which Indonesia passed*."""
    return re.compile(
        rf",?\s+(?:which|that)\s+{_country()}\s+(?:has\s+|had\s+)?{pattern_of(WordClass.ENACTING_VERB)}\b"
    )


@cache
def _is_about_country() -> re.Pattern[str]:
    """Matches a sentence that begins with a country, at the end of a text: *Vietnam tightened its rules.*"""
    return re.compile(rf"(?:\A|[.!?\n]\s+)(?:In\s+\d{{4}},?\s+)?{_country()}\s[^.!?\n]*[.!?]\s+\Z")


@cache
def _country() -> str:
    adjective = pattern_of(WordClass.NATIONALITY, WordClass.OF_A_COUNTRY)
    return rf"\b(?=[A-Z])(?i:{pattern_of(WordClass.COUNTRY)}(?:['’]s\s+\w+)?|{adjective}\s+\w+)"
