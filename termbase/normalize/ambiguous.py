"""Converts simplified characters to traditional ones: 发 is 發, but 髮 in 头发.

Start from `traditional`. What a character is alone, and the words in which it is another, are in
`character_words.tsv`. `character_rules.tsv` has the contexts that decide where no word does: 里 behind a number is
the unit (三十里), 不准 is "must not" unless it is the end of a clause (算得不準). What is still open is decided by
the characters beside it, as in real text (`termbase.normalize.contexts`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from termbase.files.data_table import data_rows
from termbase.language import Region
from termbase.normalize.contexts import contexts, learned, window
from termbase.text.regional_words import Sense, forms
from termbase.text.word_edges import Words
from termbase.text.word_finder import WordFinder

_BEFORE = 12
"""How many characters before a character a rule may look at."""

_CLASS = re.compile(r"\{[a-z]+\}")
"""The name of a class of characters in a pattern."""


def traditional(text: str, region: Region, words: Words) -> str:
    """Return a simplified text in the characters of Taiwan or Hong Kong; `words` are those of the text."""
    characters, places = _by_words(text, region, words, _sought(region))
    by_context, rules = learned(region), _rules(region)
    for place in places:
        table = by_context.get(text[place])
        found = table and next((table[one] for one in contexts(*window(text, place)) if one in table), None)
        if (new := found or _form(rules.alone, text, place)) is not None:
            characters[place] = new
    return "".join(characters)


def undecided(text: str, region: Region, words: Words) -> tuple[str, list[int]]:
    """Return a simplified text converted without learned contexts, and the places that no word decides."""
    characters, places = _by_words(text, region, words, _ambiguous(region))
    rules = _rules(region)
    for place in places:
        characters[place] = _form(rules.alone, text, place) or characters[place]
    return "".join(characters), places


def _by_words(text: str, region: Region, words: Words, sought: re.Pattern[str]) -> tuple[list[str], list[int]]:
    """Return a text as words and the rules before them decide it, and the sought places that neither decides."""
    table, rules = _characters(region), _rules(region)
    places = [found.start() for found in sought.finditer(text)]
    decided = {place: form for place in places if (form := _form(rules.always, text, place))}
    characters = list(map(table.alone.get, text, text))
    for start, end in _words_in(text, table, words):
        form = table.words[text[start:end]]
        if all(decided.get(place, char) == char for place, char in enumerate(form, start)):
            characters[start:end] = form
            decided.update(enumerate(form, start))
    for place, form in decided.items():
        characters[place] = form
    return characters, [place for place in places if place not in decided]


class _Characters(NamedTuple):
    """What characters are alone, and the words in which they are something else."""

    alone: Mapping[str, str]
    words: Mapping[str, str]
    finder: WordFinder


@cache
def _characters(region: Region) -> _Characters:
    column = 1 if region is Region.TW else 2
    rows = list(data_rows("character_words.tsv"))
    words = {cells[0]: cells[column] for cells in rows if len(cells[0]) > 1} | dict(_own_words(region))
    alone = {cells[0]: cells[column] for cells in rows if len(cells[0]) == 1}
    return _Characters(alone, words, WordFinder(words))


@cache
def _sought(region: Region) -> re.Pattern[str]:
    """Match the characters that a rule or a context may make something else."""
    rules = _rules(region)
    return re.compile(f"[{''.join({*rules.alone, *rules.always, *learned(region)})}]")


@cache
def _ambiguous(region: Region) -> re.Pattern[str]:
    """Match these characters, and all that are something else in some word than alone."""
    table = _characters(region)
    pairs = {pair for word in table.words.items() for pair in zip(*word, strict=True)}
    found = {char for char, form in pairs if form != table.alone.get(char, char)}
    return re.compile(f"{_sought(region).pattern[:-1]}{''.join(found)}]")


def _own_words(region: Region) -> Iterator[tuple[str, str]]:
    """Yield the words of `script_words.tsv` that all regions have, with the characters of one region."""
    for form, words in forms():
        word = words[0]
        new = word.row.wordings[region][0]
        if (
            word.row.is_one_word
            and not word.row.owner
            and word.sense is Sense.CERTAIN
            and len(new) == len(form) > 1
        ):
            yield form, new


def _words_in(text: str, table: _Characters, words: Words) -> Iterator[tuple[int, int]]:
    """Yield the spans of the words of the table from left to right, the longest first, as far as they are whole."""
    done = 0
    for start, found in table.finder.starts(text):
        if start >= done:
            end = next((end for end, _ in found if words.is_whole(start, end)), start)
            if end > start:
                yield start, end
                done = end


class _Rule(NamedTuple):
    """What to write for a character between two patterns of simplified text; None is any text."""

    form: str
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None

    def fits(self, text: str, place: int) -> bool:
        if self.after is not None and self.after.match(text, place + 1) is None:
            return False
        return self.before is None or self.before.search(text, max(0, place - _BEFORE), place) is not None


class _Rules(NamedTuple):
    """The rules for each character: those for a character alone, and those that go before the words."""

    alone: Mapping[str, Sequence[_Rule]]
    always: Mapping[str, Sequence[_Rule]]


def _form(rules: Mapping[str, Sequence[_Rule]], text: str, place: int) -> str | None:
    """Return what the first rule that fits writes."""
    for rule in rules.get(text[place], ()):
        if rule.fits(text, place):
            return rule.form
    return None


@cache
def _rules(region: Region) -> _Rules:
    alone: dict[str, list[_Rule]] = {}
    always: dict[str, list[_Rule]] = {}
    classes: dict[str, str] = {}
    for chars, written, when, *patterns, _ in data_rows("character_rules.tsv"):
        before, after = (_CLASS.sub(lambda name: classes[name[0]], pattern) for pattern in patterns)
        if when == "class":
            classes[chars] = before
            continue
        taiwan, _, hong_kong = written.partition("/")
        for char, form in zip(chars, (region is Region.HK and hong_kong) or taiwan, strict=True):
            sides = (f"(?:{before})$" if before else "", after)
            rule = _Rule(form, *(re.compile(side) if side else None for side in sides))
            (always if when == "always" else alone).setdefault(char, []).append(rule)
    return _Rules(alone, always)
