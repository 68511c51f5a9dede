"""Recognises words that are part of another term, or of the name of a law or body that the termbase does not have.

*Multi-party* is part of a *multi-party system*, which the dictionary has as 多党制, and South Korea has an act with
the words of a Chinese one. Names around a term in English are the subject of `longer_names`.
"""

from __future__ import annotations

import re
from functools import cache

from termbase.check.chinese_names import is_in_body
from termbase.check.english_sentence import names_china, sentence_sides
from termbase.check.subject import Subject, sides
from termbase.language import is_chinese
from termbase.match.matcher import Hit
from termbase.renderings.cedict import words_for
from termbase.renderings.phrases import named_by_phrase
from termbase.text.chinese import fold_chinese
from termbase.text.script import has_han
from termbase.text.word_classes import WordClass, is_function_word, pattern_of

_WORD = re.compile(r"[A-Za-z]+")
_HYPHEN_BEFORE = re.compile(r"[^\W\d_][-\u2010\u2011\u2013]\s?\Z")
_WORD_BEFORE = re.compile(r"\b([A-Za-z]+)\s+\Z")
_ADJECTIVES = WordClass.MODIFIER
"""Words that stand before any noun, whatever the dictionary has: *national network*."""

_OWNER = re.compile(r"\b((?:[A-Z][A-Za-z]+\s)*[A-Z][A-Za-z]+)['’]s\s+\Z")
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
    """Whether the first word of an English term belongs to the word before it.

    A hyphen joins the two (*machine-generated AI*), or the dictionary has them as one term: *neural network* in
    *neural network security*.
    """
    written = subject.text(hit)
    first, _, rest = written.partition(" ")
    if not rest or not written.isascii():
        return False
    before, _ = sides(subject, hit)
    if _HYPHEN_BEFORE.search(before):
        return True
    lead = _WORD_BEFORE.search(before)
    is_content = lead is not None and not is_function_word(lead[1]) and lead[1].casefold() not in _ADJECTIVES.words
    return is_content and lead is not None and bool(words_for(f"{lead[1]} {first}"))


def is_theory(subject: Subject, hit: Hit) -> bool:
    """Whether an English term is in the name of a theory, which keeps its words: *theory of network governance*."""
    before, after = sides(subject, hit)
    return _theory_before().search(before) is not None or _theory_after().match(after) is not None


def is_of_other_country(subject: Subject, hit: Hit) -> bool:
    """Whether a name ends like that of a law or body, and belongs to another country: *South Korea's ... Act*."""
    if not all(one.term.is_proper_noun for one in hit.designations):
        return False
    head = _WORD.findall(subject.text(hit))[-1:]
    if not head or (
        head[0].lower() not in WordClass.LAW.words and head[0].title() not in WordClass.INSTITUTION.words
    ):
        return False
    before, after = sentence_sides(subject, hit)
    if _foreign_before().search(before):
        return True
    owners = [owner[1] for owner in (_OWNER.search(before), _OF.match(after)) if owner]
    if owners:
        return not any(map(names_china, owners))
    return not names_china(before + after) and _said_of_country().search(before) is not None


def is_of_china(before: str) -> bool:
    """Whether the owner that a text ends with is China or a region of it: *China's*."""
    owner = _OWNER.search(before)
    return owner is not None and names_china(owner[1])


def is_in_body_of(subject: Subject, hit: Hit) -> bool:
    """Whether a Chinese term is in the name of a body, which keeps its words: 中国因特网协会."""
    running = subject.running
    return has_han(subject.text(hit)) and is_in_body(running.text, running.place(hit))


@cache
def _theory_before() -> re.Pattern[str]:
    return re.compile(rf"\b{pattern_of(WordClass.THEORY)}\s+of\s+(?:the\s+)?\Z", re.IGNORECASE)


@cache
def _theory_after() -> re.Pattern[str]:
    return re.compile(rf"\s+{pattern_of(WordClass.THEORY)}\b", re.IGNORECASE)


@cache
def _foreign_before() -> re.Pattern[str]:
    own, any_nation = pattern_of(WordClass.OF_CHINA), pattern_of(WordClass.NATIONALITY, WordClass.OF_A_COUNTRY)
    return re.compile(rf"\b(?!{own}\b){any_nation}\s+\Z", re.IGNORECASE)


@cache
def _said_of_country() -> re.Pattern[str]:
    """Matches what shows whose law follows: *In Zambia, the*, *Vietnam amended the*, *Vietnam has its own*."""
    adjective = pattern_of(WordClass.NATIONALITY, WordClass.OF_A_COUNTRY)
    country = rf"\b(?=[A-Z])(?i:{pattern_of(WordClass.COUNTRY)}(?:['’]s\s+\w+)?|{adjective}\s+\w+)"
    verb, adverb = pattern_of(WordClass.ENACTING_VERB), r"(?:(?:has|have|had|will|may|\w+ly)\s+){0,2}"
    article = r"(?:the|its|an?)\s+"
    return re.compile(
        rf"(?:\A\W*In\s+(?:the\s+)?{country},\s+(?:the|an?)\s+|{country}\s+{adverb}{verb}\s+{article}"
        rf"|{country}\b[^,;:()]{{1,60}}\bits\s+)(?:own\s+|new\s+|first\s+)?\Z"
    )
