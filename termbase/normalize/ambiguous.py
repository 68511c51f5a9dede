"""Converts simplified characters to traditional ones: 发 is 發, but 髮 in 头发.

Start from `traditional`. What a character is alone, and the words in which it is another, are in
`character_words.tsv`. `character_rules.tsv` has the contexts that decide where no word does: 里 behind a number is
the unit (三十里), 不准 is "must not" unless it is the end of a clause (算得不準).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from termbase.files.data_table import data_rows
from termbase.language import Region
from termbase.text.regional_words import Sense, forms
from termbase.text.word_edges import Words
from termbase.text.word_finder import WordFinder

_BEFORE = 12
"""How many characters before a character a rule may look at."""

_CLASS = re.compile(r"\{[a-z]+\}")
"""The name of a class of characters in a pattern."""


def traditional(text: str, region: Region, words: Words) -> str:
    """Return a simplified text in the characters of Taiwan or Hong Kong; `words` are those of the text."""
    table, rules = _characters(region), _rules(region)
    places = [found.start() for found in rules.pattern.finditer(text)]
    always = rules.always
    decided = {place: form for place in places if text[place] in always and (form := _form(always, text, place))}
    characters = list(map(table.alone.get, text, text))
    for start, end in _words_in(text, table, words):
        form = table.words[text[start:end]]
        if all(decided.get(place, char) == char for place, char in enumerate(form, start)):
            characters[start:end] = form
            decided.update(enumerate(form, start))
    for place in places:
        if (new := decided.get(place) or _form(rules.alone, text, place)) is not None:
            characters[place] = new
    return "".join(characters)


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
    pattern: re.Pattern[str]
    """Matches the characters that have rules."""


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
    return _Rules(alone, always, re.compile(f"[{''.join({*alone, *always})}]"))
