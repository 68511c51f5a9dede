"""The keys under which a term is found, from the narrowest to the widest way of comparing.

`term_forms` makes those of a term when an index is built; the modules that need them make those of a query.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import IntEnum, StrEnum
from typing import NamedTuple

from termbase.language import is_chinese
from termbase.text.initials import initials_of
from termbase.text.script import has_han


class Match(StrEnum):
    """How a query fits a term, the narrowest first."""

    EXACT = "exact"
    FOLDED = "folded"
    SCRIPT = "script"
    REGION = "region"
    READING = "reading"
    INITIALS = "initials"
    ABBREVIATION = "abbreviation"
    PARTIAL = "partial"
    FUZZY = "fuzzy"


class Way(IntEnum):
    """What a key was made from, by which a query's key may meet it."""

    WRITTEN = 0
    FOLDED = 1
    SCRIPT = 2
    REGION = 3
    READING = 4
    OTHER_READING = 5
    INITIALS = 6
    ABBREVIATION = 7
    WORD = 8
    """One word of an English term: tells whether letters are English or pinyin."""


class Form(NamedTuple):
    """One key of one term of a concept, both by number.

    `origin` is what the key was made from: the term as written, or its pinyin with tone marks; else empty.
    """

    key: str
    way: Way
    concept: int
    term: int
    origin: str = ""


class FoundTerm(NamedTuple):
    """A concept that a query finds through one of its terms, both by number. `score` is from 0 to 1.

    It `is_sounded` where the query was taken for pinyin or its initials.
    """

    concept: int
    term: int
    match: Match
    score: float
    is_sounded: bool = False


def written_key(text: str) -> str:
    """A term in small letters with single spaces, none beside Chinese: `数字 丝绸` and 数字丝绸 are one."""
    words = text.casefold().split()
    return "".join(words) if has_han(text) else " ".join(words)


def bare_key(text: str) -> str:
    """A Chinese written key without quotes and outer signs: `“一带一路”倡议。`, as in a text, is 一带一路倡议."""
    written = written_key(text).translate(_QUOTES)
    letters = [place for place, char in enumerate(written) if char.isalnum()]
    return written[letters[0] : letters[-1] + 1] if letters else written


def phrase(text: str) -> str:
    """A text as a phrase of a full-text query."""
    return '"' + text.replace('"', '""') + '"'


def any_of(texts: Iterable[str]) -> str:
    """A full-text query for any of these texts."""
    return " OR ".join(map(phrase, texts))


def term_forms(language: str, term: str) -> Iterator[tuple[str, Way, str]]:
    """Every key of a term with its way and origin, the narrowest first."""
    written = written_key(term)
    yield written, Way.WRITTEN, term
    yield from _chinese_forms(written) if is_chinese(language) else _english_forms(term)


def chinese_keys(written: str) -> tuple[str, str]:
    """The keys of one script and of one region for a Chinese term's written key."""
    from termbase.text.chinese_key import chinese_key, script_key

    return "".join(script_key(written).split()), "".join(chinese_key(written).split())


def abbreviations(term: str) -> Iterator[str]:
    """Abbreviations that a term suggests, in small letters: one in brackets, and the initials of its words."""
    yield from (bracket.casefold() for bracket in _BRACKETED.findall(term))
    yield from sorted(initials_of(_WORD.findall(_BRACKETED.sub("", term))))


_QUOTES = dict.fromkeys(map(ord, "\"'“”‘’「」『』《》〈〉"))
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_BRACKETED = re.compile(r"[(（]([A-Za-z][\w.&-]{1,9})[)）]")


def _chinese_forms(written: str) -> Iterator[tuple[str, Way, str]]:
    from termbase.text.pinyin import initials, reading_key, readings

    script, region = chinese_keys(written)
    yield script, Way.SCRIPT, ""
    yield region, Way.REGION, ""
    if not has_han(script):
        return
    for number, reading in enumerate(readings(script)):
        way = Way.OTHER_READING if number else Way.READING
        yield reading_key(reading), way, reading
        if not number:
            yield initials(reading), Way.INITIALS, reading


def _english_forms(term: str) -> Iterator[tuple[str, Way, str]]:
    from termbase.text.english import english_key

    folded = english_key(term)
    yield folded, Way.FOLDED, ""
    for abbreviation in abbreviations(term):
        yield abbreviation, Way.ABBREVIATION, ""
    for word in folded.split():
        yield word, Way.WORD, ""
