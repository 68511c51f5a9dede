"""Reads the name of one column: the language and the data category that it means, in English or Chinese.

Start from `read_name`. A name is a sequence of known words in any order: `def_zh`, `Definition [en]`,
`Chinese_PRC_Def`, 中文术语, `source (en)`. The words are in the table `column_names.tsv`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from termbase.errors import TermbaseError
from termbase.files.data_table import data_rows
from termbase.language import (
    canonical,
    is_same_language,
    leaves_region_open,
    leaves_script_open,
    region_style,
    subtags,
)
from termbase.text.script import HAN, simplify

CHINESE = "zh"
"""The language of a column with the name Chinese (`zh`, 中文), until its text shows the script."""
SIDES = ("source", "target", "term")
DEPRECATED = "deprecatedTerm"
"""The field of a column of terms that must not be used (禁用译法, `Non-preferred terms`)."""
OF_TERMS = frozenset(["abbreviation", "acronym", "shortForm", "fullForm", "synonym", DEPRECATED])
"""The fields of columns with further terms."""
_LONGEST_NAME = 60
"""A longer cell is text, not the name of a column."""

_UNIT = re.compile(rf"[{HAN}]|[^\W\d_{HAN}]+|\d+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_TAG = re.compile(r"(zh[-_][A-Za-z]{3}|[a-z]{2,3})([-_][A-Za-z]{4})?([-_]([A-Za-z]{2}|\d{3}))?", re.I)
_EXTENDED = re.compile(r"[a-z]{2,3}-[a-z]{3}(?:-|\Z)")
_MOST_UNITS = 8
"""The number of characters or Latin words in the longest known word."""
_SCRIPTS = frozenset(["", "Hans", "Hant", "Latn"])
_REGIONS = frozenset(["", *"CN TW HK SG MO MY US GB UK AU CA NZ IE IN ZA FR DE ES BR PT MX JP KR".split()])
"""Scripts and regions that are accepted without the library langcodes, which is slow to import."""


@dataclass(frozen=True, slots=True)
class Column:
    """The meaning of a column.

    `language` is the canonical tag of the terms it belongs to, or "". While columns are being read it may also
    be one of `SIDES`, whose language the text shows. `field` is "" for the terms themselves, otherwise a data
    category such as `definition`. A category of terms without a language (`status`) applies to all terms of a row.
    """

    language: str
    field: str

    def __str__(self) -> str:
        return " ".join(part for part in (self.language and region_style(self.language), self.field) if part)

    @property
    def has_terms(self) -> bool:
        """Whether the cells are terms, or segments, of a language."""
        return bool(self.language) and not self.field


class _Word(NamedTuple):
    """A known word. `spelt` is the tag of a language as the name has it."""

    kind: str
    meaning: str
    spelt: str = ""


def read_name(name: str) -> Column | None:
    """Return the column that a name means, or None if it is not understood completely."""
    name = name.strip().strip("*:：")
    if not name or len(name) > _LONGEST_NAME:
        return None
    if words := _segmented(_units(name)):
        return _combined(words)
    tag = _longer_tag(name)
    return Column(tag, "") if tag else None


def names_concepts(name: str) -> bool:
    """Whether a name is only a word for concepts (`Concept`, 概念): beside columns of languages it is their id."""
    return [word.kind for word in _segmented(_units(name)) or ()] == ["level"]


def names_no_region(name: str) -> bool:
    """Whether a name means Traditional Chinese without a region (`zh-CHT`, 繁体中文): Taiwan's is only assumed."""
    tags = [word.spelt for word in _segmented(_units(name)) or () if word.kind == "language"]
    return any(map(leaves_region_open, tags)) and all(leaves_region_open(tag) or tag == CHINESE for tag in tags)


def is_same_on_both_sides(first: str, second: str) -> bool:
    """Whether two names say the same in Chinese and in English: `Term` and 术语, `English` and 英文.

    These are more likely a pair of terms than the names of two columns.
    """
    one, other = read_name(first), read_name(second)
    if one is None or other is None or bool(re.search(f"[{HAN}]", first)) == bool(re.search(f"[{HAN}]", second)):
        return False
    return one.field == other.field and is_same_language(one.language, other.language)


def language_named(cell: str) -> str:
    """Return the language that a cell names (`EN`, `zh_CN`, 英文), CHINESE if its script is open, or ""."""
    column = read_name(cell)
    return column.language if column and column.has_terms and column.language not in SIDES else ""


def _units(name: str) -> list[str]:
    """Return the Latin words and Chinese characters of a name: `partOfSpeech_zh` has four, 中文定义 has four."""
    return _UNIT.findall(simplify(_CAMEL.sub(" ", name)))


def _segmented(units: Sequence[str]) -> list[_Word] | None:
    """Return the fewest known words that a name consists of, None if a part of it is unknown."""
    best: list[list[_Word] | None] = [[]]
    for end in range(1, len(units) + 1):
        found = None
        for start in range(max(0, end - _MOST_UNITS), end):
            before, word = best[start], _word(units[start:end])
            if before is not None and word and (found is None or len(before) < len(found) - 1):
                found = [*before, word]
        best.append(found)
    return best[-1]


def _word(units: Sequence[str]) -> _Word | None:
    known = _words().get("".join(units).lower())
    if known:
        return known._replace(spelt=known.meaning)
    spelt = "-".join(units)
    tag = _plain_tag(spelt)
    return _Word("language", tag, spelt) if tag else None


def _combined(words: Sequence[_Word]) -> Column | None:
    """Return the column that some words mean together, None if they contradict each other."""
    languages = _most_precise([word.meaning for word in words if word.kind == "language"])
    fields = {word.meaning for word in words if word.kind == "field" or (word.kind == "mark" and languages)}
    sides = {word.meaning for word in words if word.kind == "side"}
    sides -= {"term"} if len(sides) > 1 or fields else set()
    if languages is None or len(fields) > 1 or len(sides) > 1 or (not languages and _has_mark(words)):
        return None
    field, side = "".join(fields), "".join(sides)
    languages = canonical(languages) if languages not in ("", CHINESE) else languages
    if languages and side == "source" and not field:  # `zh-CN source`: where the term is from
        return Column(languages, "source")
    if field or languages or side:
        return Column(languages or side, field)
    return None


def _has_mark(words: Sequence[_Word]) -> bool:
    return any(word.kind == "mark" for word in words)


def _most_precise(languages: Sequence[str]) -> str | None:
    """Return the most precise of languages that are the same: zh-Hans-CN of zh and zh-Hans-CN. None if not."""
    longest = max(languages, key=len, default="")
    return longest if all(longest.startswith(each) for each in languages) else None


def _plain_tag(text: str) -> str:
    """A tag of language, script and region that are all registered; zh if its script is open; "" for other text."""
    match = _TAG.fullmatch(text)
    if match is None or not {*re.split("[-_]", match[1].lower())} <= _codes():
        return ""
    region = _words().get((match[4] or "").lower())
    return "" if region and region.kind != "language" else _registered(text)


def _longer_tag(name: str) -> str:
    """A tag with more than language, script and region: zh-min-nan, zh_CN.UTF-8, de-DE-1996; "" for other text."""
    is_possible = re.fullmatch(r"[\w.@-]+", name, re.ASCII) and re.split("[-_]", name.lower())[0] in _codes()
    return _registered(name) if is_possible else ""


def _registered(text: str) -> str:
    """The canonical form of a tag, "" if a part of it is in no register.

    Three letters after a language other than Chinese (`en-ref`) are more likely a word than another language.
    """
    try:
        tag = CHINESE if leaves_script_open(text) else canonical(text)
    except TermbaseError:
        return ""
    _, script, region, rest = subtags(tag)
    if _EXTENDED.match(tag):
        return ""
    if script in _SCRIPTS and region in _REGIONS and not rest:
        return tag
    from langcodes import tag_is_valid

    return tag if tag_is_valid(tag) else ""


@cache
def _words() -> dict[str, _Word]:
    """Return the known words, without the codes of languages; those of the first lines win."""
    words: dict[str, _Word] = {}
    for kind, meaning, names in data_rows("column_names.tsv"):
        for name in names.split(" ") if kind != "code" else ():
            words.setdefault(name, _Word(kind, meaning))
    return words


@cache
def _codes() -> frozenset[str]:
    return frozenset(
        code for kind, _, names in data_rows("column_names.tsv") if kind == "code" for code in names.split(" ")
    )
