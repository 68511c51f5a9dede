"""Makes the keys under which a term is found, from the narrowest to the widest way of comparing.

`term_forms` makes the keys of a term when an index is built. The modules that answer queries make the keys of a
query.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import IntEnum, StrEnum
from functools import cache
from typing import NamedTuple

from termbase.files.data_table import data_rows
from termbase.language import is_chinese, region_of_tag
from termbase.text.english.initials import initials_of
from termbase.text.script import has_han


class Match(StrEnum):
    """How a query matches a term, from the closest match to the loosest."""

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
    """How a key was made from a term; a smaller value is a narrower way of comparing."""

    WRITTEN = 0
    FOLDED = 1
    SCRIPT = 2
    REGION = 3
    READING = 4
    OTHER_READING = 5
    INITIALS = 6
    OTHER_INITIALS = 7
    ABBREVIATION = 8
    WORD = 9
    """One word of an English term. It shows whether a query in letters is English or pinyin."""

    IN_CONTEXT = 10
    """A wording of another region that stands for a Chinese term only in some sentences: 執行 for 运行."""


class Form(NamedTuple):
    """One key of a term. `concept` and `term` are the numbers of the concept and of the term in it, from 0.

    `origin` is the term as written, or its pinyin with tone marks if the key was made from that, otherwise "".
    """

    key: str
    way: Way
    concept: int
    term: int
    origin: str = ""


class FoundTerm(NamedTuple):
    """A concept that a query finds by one of its terms, both as numbers from 0. `score` is from 0 to 1.

    `is_pinyin` is true if the query was interpreted as pinyin or as the initials of pinyin.
    """

    concept: int
    term: int
    match: Match
    score: float
    is_pinyin: bool = False


def written_key(text: str) -> str:
    """Return a text in lower case with single spaces, or without spaces if it has Chinese (数字 丝绸: 数字丝绸)."""
    words = text.casefold().split()
    return "".join(words) if has_han(text) else " ".join(words)


def bare_key(text: str) -> str:
    """Return the written key without quotation marks and outer punctuation: 一带一路倡议 for `“一带一路”倡议。`."""
    written = written_key(text).translate(_QUOTES)
    letters = [place for place, char in enumerate(written) if char.isalnum()]
    return written[letters[0] : letters[-1] + 1] if letters else written


def phrase(text: str) -> str:
    """Quote a text as a phrase of an SQLite full-text query."""
    return '"' + text.replace('"', '""') + '"'


def any_of(texts: Iterable[str]) -> str:
    """Return a full-text query that finds any of the texts."""
    return " OR ".join(map(phrase, texts))


def term_forms(language: str, term: str) -> Iterator[tuple[str, Way, str]]:
    """Yield every key of a term with its way and its origin (see `Form`), the narrowest way first."""
    written = written_key(term)
    yield written, Way.WRITTEN, term
    yield from _chinese_forms(language, written) if is_chinese(language) else _english_forms(term)


def chinese_keys(written: str) -> tuple[str, str]:
    """Return two keys for the written key of a Chinese term: equal for both scripts, and for all regions too."""
    from termbase.text.chinese_key import chinese_key, script_key

    return "".join(script_key(written).split()), "".join(chinese_key(written).split())


def abbreviations(term: str) -> Iterator[str]:
    """Yield possible abbreviations of a term in lower case: in brackets, from the table, and from its initials."""
    yield from _known_abbreviations().get(_BRACKETED.sub("", term).casefold().removeprefix("the ").strip(), ())
    yield from (bracket.casefold() for bracket in _BRACKETED.findall(term))
    yield from sorted(initials_of(_WORD.findall(_BRACKETED.sub("", term))))


@cache
def _known_abbreviations() -> dict[str, list[str]]:
    """Return the names whose abbreviation is not made of their initials, each with its abbreviations."""
    rows = data_rows("abbreviations.tsv")
    return {name.casefold(): abbreviations.casefold().split() for name, abbreviations in rows}


_QUOTES = dict.fromkeys(map(ord, "\"'“”‘’「」『』《》〈〉"))
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_BRACKETED = re.compile(r"[(（]([A-Za-z][\w.&-]{1,9})[)）]")


def _chinese_forms(language: str, written: str) -> Iterator[tuple[str, Way, str]]:
    from termbase.text.chinese.pinyin import initials, long_initials, reading_key, readings
    from termbase.text.regions.contextual_wording import wordings_in_context

    script, region = chinese_keys(written)
    yield script, Way.SCRIPT, ""
    yield region, Way.REGION, ""
    if home := region_of_tag(language):
        yield from ((chinese_keys(other)[1], Way.IN_CONTEXT, "") for other in wordings_in_context(script, home))
    if not has_han(script):
        return
    for number, reading in enumerate(readings(script)):
        way = Way.OTHER_READING if number else Way.READING
        yield reading_key(reading), way, reading
        way = Way.OTHER_INITIALS if number else Way.INITIALS
        yield initials(reading), way, reading
        yield long_initials(reading), way, reading


def _english_forms(term: str) -> Iterator[tuple[str, Way, str]]:
    from termbase.text.english.folded_english import english_key

    folded = english_key(term)
    yield folded, Way.FOLDED, ""
    for abbreviation in abbreviations(term):
        yield abbreviation, Way.ABBREVIATION, ""
    for word in folded.split():
        yield word, Way.WORD, ""
