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
from termbase.text.word_edges import Words
from termbase.text.word_finder import WordFinder

_BEFORE = 12
"""How many characters before a character a rule may look at."""


def traditional(text: str, region: Region, words: Words) -> str:
    """Return a simplified text in the characters of Taiwan or Hong Kong, one for one; `words` are those of the text."""
    table, rules = _characters(region), _rules()
    characters = list(text.translate(table.alone))
    decided: set[int] = set()
    for start, end in _words_in(text, table, words):
        characters[start:end] = table.words[text[start:end]]
        decided.update(range(start, end))
    for found in rules.pattern.finditer(text):
        place = found.start()
        for rule in rules.of[found[0]]:
            if (rule.is_always or place not in decided) and rule.fits(text, place):
                characters[place] = rule.form
                break
    return "".join(characters)


class _Characters(NamedTuple):
    """What characters are alone, and the words in which they are something else."""

    alone: Mapping[int, str]
    words: Mapping[str, str]
    finder: WordFinder


@cache
def _characters(region: Region) -> _Characters:
    column = 1 if region is Region.TW else 2
    rows = list(data_rows("character_words.tsv"))
    words = {cells[0]: cells[column] for cells in rows if len(cells[0]) > 1}
    return _Characters(
        {ord(cells[0]): cells[column] for cells in rows if len(cells[0]) == 1}, words, WordFinder(words)
    )


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
    """What to write for a character between two patterns of simplified text.

    `is_always` is true if the rule goes before the words of the table.
    """

    form: str
    is_always: bool
    before: re.Pattern[str]
    after: re.Pattern[str]

    def fits(self, text: str, place: int) -> bool:
        return (
            self.after.match(text, place + 1) is not None
            and self.before.search(text[max(0, place - _BEFORE) : place]) is not None
        )


class _Rules(NamedTuple):
    pattern: re.Pattern[str]
    of: Mapping[str, Sequence[_Rule]]


@cache
def _rules() -> _Rules:
    of: dict[str, list[_Rule]] = {}
    for char, form, when, before, after, _ in data_rows("character_rules.tsv"):
        rule = _Rule(form, when == "always", re.compile(f"(?:{before})$"), re.compile(after))
        of.setdefault(char, []).append(rule)
    return _Rules(re.compile(f"[{''.join(of)}]"), of)
