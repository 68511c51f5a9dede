"""Recognises words that are part of another term, or of the name of a body or theory.

*Multi-party* is part of a *multi-party system*, which the dictionary has as 多党制. Names around a term in English
are the subject of `longer_names`, laws of other countries that of `other_countries`.
"""

from __future__ import annotations

import re
from functools import cache

from termbase.check.subject import Subject, sides
from termbase.check.uses.chinese_names import is_in_body
from termbase.language import is_chinese
from termbase.match.matcher import Hit
from termbase.renderings.phrase_words import words_for
from termbase.renderings.phrases import named_by_phrase
from termbase.text.chinese.folded_chinese import fold_chinese
from termbase.text.script import has_han, simplify
from termbase.text.small_words import SMALL_PREPOSITIONS
from termbase.text.word_classes import WordClass, is_function_word, pattern_of

_WORD = re.compile(r"[A-Za-z]+")
_HYPHEN_BEFORE = re.compile(r"[^\W\d_][-\u2010\u2011\u2013]\s?\Z")
_HYPHEN_AFTER = re.compile(
    r"[-\u2010\u2011](?!\w*(?:ed|ing|ive|ous|al|ic|free|aware|wide|like|type|level|style|minded|first|only)\b)[a-z]{2,}"
)
"""A hyphen before a word that makes no adjective of the whole term, as *network security-related* does."""

_IN_FIELD = re.compile(
    r"\bIn\s+(?:[\w-]+\s+){0,3}(?:theory|administration|economics|engineering|law|medicine|philosophy|psychology|"
    r"sciences?|sociology|statistics|studies|[a-z]+(?:ology|ics)),\s+(?:the\s+|an?\s+)?\Z"
)
_DEFINED = re.compile(
    r"\s+(?:describes|denotes|designates|means|refers\s+to|is\s+(?:defined|understood|used)\s+(?:as|for))\b"
)
"""What stands before and behind a term that a field defines for itself."""

_OF_THINKER, _IS = re.compile(r"\bFor\s+[A-Z]\w+,\s+\Z"), re.compile(r"\s+(?:is|was|means|denotes)\s")
_COURSE = re.compile(r"\b[A-Z]{2,5}[ -]?\d{2,4}[A-Z]?:?\s+\Z")
"""What stands before a term of one author, *For Foucault*, and before the title of a course, *ECON 3420*."""

_IN_CHINESE_THEORY = re.compile("在[^，。；]{1,10}(?:理论|博弈论|模型)[中里][^。；]*\\Z")
_SENTENCE = 60
"""Characters before a Chinese term that may name its theory."""

_WORD_BEFORE = re.compile(r"\b([A-Za-z]+)\s+\Z")
_WORD_AFTER = re.compile(r"\s+([^\W\d_]+)")


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

    *Platform economics* is also the name of a subject that is taught: *lectures on platform economics*. And a field
    has its own words: *in public administration, network governance describes ...*, 在拍卖理论中.
    """
    before, after = sides(subject, hit)
    if has_han(subject.text(hit)):
        return _IN_CHINESE_THEORY.search(simplify(subject.before(hit, _SENTENCE))) is not None
    if _IN_FIELD.search(before) and _DEFINED.match(after):
        return True
    if _OF_THINKER.search(before) and _IS.match(after):
        return True
    if subject.text(hit)[0].isupper() and _COURSE.search(before):
        return True
    if _theory_before().search(before) or _theory_after().match(after):
        return True
    return subject.text(hit).endswith("ics") and is_taught(before)


def is_taught(before: str) -> bool:
    """Whether the words before a term show that it is a subject of study: *a degree in cybersecurity law*."""
    return _taught_before().search(before) is not None


def is_in_body_of(subject: Subject, hit: Hit) -> bool:
    """Whether a Chinese term is in the name of a body, which keeps its words: 中国因特网协会."""
    running = subject.running
    return has_han(subject.text(hit)) and is_in_body(running.text, running.place(hit))


@cache
def _theory_before() -> re.Pattern[str]:
    return re.compile(rf"\b{pattern_of(WordClass.THEORY)}\s+of\s+(?:the\s+)?\Z", re.IGNORECASE)


@cache
def _taught_before() -> re.Pattern[str]:
    return re.compile(rf"\b{pattern_of(WordClass.TEACHING)}\s+(?:(?:on|in|of)\s+)?\Z", re.IGNORECASE)


@cache
def _theory_after() -> re.Pattern[str]:
    return re.compile(rf"\s+{pattern_of(WordClass.THEORY)}\b", re.IGNORECASE)
