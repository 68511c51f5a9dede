"""Recognises names of laws, bodies and projects that others have under the words of a Chinese one.

South Korea has a *Personal Information Protection Act*. Start from `is_of_other_country`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from termbase.check.subject import Subject
from termbase.check.uses.english_sentence import names_china, sentence_sides
from termbase.match.matcher import Hit
from termbase.text.word_classes import WordClass, is_function_word, pattern_of

_WORD = re.compile(r"[A-Za-z]+")
_EARLIER = 400
"""Code points before a name in which the sentence before it may tell of a country."""

_OWNER = re.compile(r"\b((?:[A-Z][A-Za-z.]+\s)*[A-Z][A-Za-z.]+)['’]s?\s+((?:[a-z-]+\s+){0,2})\Z")
_OF_NAME = re.compile(r"\s(?:of|for|on)\s.*")
_OF = re.compile(r"\s+of\s+(?:the\s+)?((?:[A-Z][A-Za-z’']+\s(?:of\s)?)*[A-Z][A-Za-z]+)")

_PROJECT = re.compile(r"\s+(?:project|product|cable|app|platform|venture|brand|network)\b")
"""What follows the name of one project of an owner; several projects may be those of the initiative."""


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


def is_project_of_other(subject: Subject, hit: Hit) -> bool:
    """Whether a name is that of a project or product of a named owner: *NTT's Digital Silk Way project*."""
    before, after = sentence_sides(subject, hit)
    is_name = all(one.term.is_proper_noun for one in hit.designations) and subject.text(hit)[0].isupper()
    if not is_name or not _PROJECT.match(after):
        return False
    if owners := list(_owner(before)):
        return not any(map(names_china, owners))
    return _in_country_before().search(before) is not None and not names_china(before + after)


def has_common_head(name: str) -> bool:
    """Whether the head of a name is that of names of laws, bodies or meetings that many countries have.

    It is the last word, or the one before *of*: *Department of Education*.
    """
    head = _WORD.findall(_OF_NAME.sub("", name.casefold()))[-1:]
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


@cache
def _law_on() -> re.Pattern[str]:
    law = rf"(?i:{pattern_of(WordClass.LAW)})"
    return re.compile(
        rf"\b((?:[A-Z][A-Za-z.]+\s)*[A-Z][A-Za-z.]+)['’]s?\s+(?=[A-Z]){law}\s+(?:on|of|for)\s+(?:the\s+)?\Z"
    )


@cache
def _foreign_before() -> re.Pattern[str]:
    """Matches what says before a name that it is of another country: *the British*, *the U.S.*."""
    own, any_nation = pattern_of(WordClass.OF_CHINA), pattern_of(WordClass.NATIONALITY, WordClass.OF_A_COUNTRY)
    country = pattern_of(WordClass.COUNTRY)
    return re.compile(rf"\b(?:(?!(?i:{own})\b)(?i:{any_nation})|(?=[A-Z])(?i:{country}))\s+\Z")


@cache
def _in_country() -> re.Pattern[str]:
    return re.compile(rf"\s+in\s+(?:the\s+)?(?=[A-Z])((?i:{pattern_of(WordClass.COUNTRY)}))\b")


@cache
def _in_country_before() -> re.Pattern[str]:
    return re.compile(rf"\A\W*In\s+(?:the\s+)?{_country()},\s")


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
