"""Converts simplified characters to traditional ones: 发 is 發, but 髮 in 头发.

Start from `traditional`. What a character is alone, and the words in which it is another, are in
`character_words.tsv`. `character_rules.tsv` has the contexts that decide where no word does: 里 behind a number is
the unit (三十里), 不准 is "must not" unless it is the end of a clause (算得不準). A word of four characters decides
before the rules, as it is not found by chance: 断发文身 has hair in it, although 发文 is to publish.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cache, cached_property
from typing import NamedTuple

from termbase.files.data_table import data_rows
from termbase.language import Region
from termbase.normalize.nearest import nearest_after, nearest_before
from termbase.text.dictionary import has_word_across
from termbase.text.regional_rows import Sense
from termbase.text.regional_words import forms
from termbase.text.word_edges import CERTAIN_WORD, Words
from termbase.text.word_finder import WordFinder

_BEFORE = 12
"""How many characters before a character a rule may look at."""

_QUANTIFIER = re.compile(r"(?<!\()\?|[*+]|\{\d")
"""Matches what gives a pattern several widths, so that it is not compiled in vain for one width."""

_ONE_CHARACTER = re.compile(r"(\(\?=)?(\[[^]\\^]+\]|[^][()\\|?*+.^$])(?(1)\))")
"""A pattern for a single character, which is known without it."""

_CLASS = re.compile(r"\{[a-z]+\}")
"""The name of a class of characters in a pattern."""


def traditional(text: str, region: Region, words: Words) -> str:
    """Return a simplified text in the characters of Taiwan or Hong Kong; `words` are those of the text."""
    table, rules = _characters(region), _rules(region)
    written = text.translate(table.alone)
    places = list(_places(rules, text))
    beside = text.replace("著", "着") if "著" in text else text  # the rules have 划着船, Taiwan writes 划著船
    found = list(_words_in(text, table, words))
    decided = {
        place: char
        for start, end in found
        if end - start >= CERTAIN_WORD
        for place, char in enumerate(table.words[text[start:end]], start)
    }
    _decide(decided, rules.always, beside, places)
    for start, end in found:
        form = table.words[text[start:end]]
        if all(decided.get(place, char) == char for place, char in enumerate(form, start)):
            decided.update(enumerate(form, start))
    _decide(decided, rules.alone, beside, places)
    _decide(decided, rules.lone, beside, [place for place in places if _is_lone(place, text, decided, rules)])
    if not decided:
        return written
    characters = list(written)
    for place, char in decided.items():
        characters[place] = char
    return "".join(characters)


def _decide(decided: dict[int, str], choices: Mapping[str, _Choice], text: str, places: Sequence[int]) -> None:
    """Add what the rules write at those of the places that are not decided yet."""
    for place in places:
        choice = choices.get(text[place])
        if choice is not None and place not in decided and (form := choice.form(text, place)) is not None:
            decided[place] = form


def _is_lone(place: int, text: str, decided: Mapping[int, str], rules: _Rules) -> bool:
    """Return whether a character that nothing has decided is in no word of the dictionary: 面 in 冰箱里有面."""
    return place not in decided and text[place] in rules.lone and not has_word_across(text, (place, place + 1))


class _Characters(NamedTuple):
    """What characters are alone, and the words in which they are something else."""

    alone: _Alone
    words: Mapping[str, str]
    finder: WordFinder


class _Alone(dict[int, str]):
    """What characters are alone, for `str.translate`, which is slow for characters that are missing."""

    def __missing__(self, code: int) -> str:
        char = self[code] = chr(code)
        return char


@cache
def _characters(region: Region) -> _Characters:
    column = 1 if region is Region.TW else 2
    rows = list(data_rows("character_words.tsv"))
    words = {cells[0]: cells[column] for cells in rows if len(cells[0]) > 1} | dict(_own_words(region))
    alone = {ord(cells[0]): cells[column] for cells in rows if len(cells[0]) == 1}
    return _Characters(_Alone(alone), words, WordFinder(words))


def written_alone(region: Region) -> Mapping[int, str]:
    """What the code point of a character is written as if no word or rule decides."""
    return _characters(region).alone


@cache
def written_in_words(region: Region) -> frozenset[tuple[str, str]]:
    """Return each character of a word or a rule with the character that is written for it there."""
    table, rules = _characters(region), _rules(region)
    in_words = (pair for word, form in table.words.items() for pair in zip(word, form, strict=True))
    kinds = (rules.always, rules.alone, rules.lone)
    in_rules = ((char, form) for kind in kinds for char in kind for form in kind[char].forms)
    return frozenset((*in_words, *in_rules))


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


class _Rule:
    """What is written for a character between two patterns of simplified text; "" fits any text.

    `last` and `first` are the characters that the patterns allow directly before and behind it; None if any may be.
    """

    def __init__(self, form: str, before: str, after: str) -> None:
        """Take the form and the patterns; they are compiled when they are first asked."""
        self.form, self._before, self._after = form, before, after
        self.last = nearest_before(before) if before else None
        self.first = nearest_after(after) if after else None

    def fits(self, text: str, place: int) -> bool:
        """Return whether the text around a place fits both patterns."""
        is_after = self._is_after is None or self._is_after(text, place + 1) is not None
        return is_after and (self._is_before is None or self._is_before(text, place) is not None)

    @cached_property
    def _is_after(self) -> Callable[[str, int], object] | None:
        return re.compile(self._after).match if self._after and not _ONE_CHARACTER.fullmatch(self._after) else None

    @cached_property
    def _is_before(self) -> Callable[[str, int], object] | None:
        is_known = not self._before or _ONE_CHARACTER.fullmatch(self._before)
        return None if is_known else _ends_with(self._before)


class _Choice:
    """The rules for one character, from the first that counts to the last."""

    def __init__(self, rows: Sequence[tuple[str, str, str]]) -> None:
        """Take what each rule writes, and the patterns before and behind the character."""
        self.forms = {form for form, _, _ in rows}
        self._rows = rows
        self._behind: dict[str, list[_Rule]] = {}

    @cached_property
    def _rules(self) -> list[_Rule]:
        return [_Rule(*row) for row in self._rows]

    def form(self, text: str, place: int) -> str | None:
        """Return what the first rule that fits writes at a place of a text, or None."""
        behind, before = text[place + 1 : place + 2], text[place - 1 : place] if place else ""
        if (rules := self._behind.get(behind)) is None:
            rules = self._behind[behind] = [
                rule for rule in self._rules if rule.first is None or behind in rule.first
            ]
        fitting = (rule.form for rule in rules if (rule.last is None or before in rule.last) and rule.fits(text, place))
        return next(fitting, None)


@cache
def _ends_with(before: str) -> Callable[[str, int], object]:
    """Return what tells whether the text before an offset ends with a pattern; faster if it has one width."""
    if not _QUANTIFIER.search(before):
        with suppress(re.error):
            return re.compile(f"(?<={before})").match
    ending = re.compile(f"(?:{before})$")
    return lambda text, place: ending.search(text, max(0, place - _BEFORE), place)


class _Rules(NamedTuple):
    """The rules for each character: those that go before the words, those behind them, and the last."""

    always: Mapping[str, _Choice]
    alone: Mapping[str, _Choice]
    lone: Mapping[str, _Choice]
    """For a character that no word of the dictionary has there. The clause may show what it is about."""
    pattern: re.Pattern[str]
    """Matches the characters that have rules."""
    skipped: frozenset[str]
    """Frequent words of two characters that no rule changes, so that none is asked."""


def _places(rules: _Rules, text: str) -> Iterator[int]:
    """Yield the places of the characters that rules may decide."""
    skipped = rules.skipped
    for found in rules.pattern.finditer(text):
        place = found.start()
        if text[place : place + 2] not in skipped and (not place or text[place - 1 : place + 1] not in skipped):
            yield place


@cache
def _rules(region: Region) -> _Rules:
    kinds: dict[str, dict[str, list[tuple[str, str, str]]]] = {"always": {}, "alone": {}, "lone": {}}
    classes: dict[str, str] = {}
    skipped: set[str] = set()
    for chars, written, when, *patterns, _ in data_rows("character_rules.tsv"):
        before, after = (_CLASS.sub(lambda name: classes[name[0]], pattern) for pattern in patterns)
        if when == "class":
            classes[chars] = before
            continue
        if when == "skip":
            skipped.update((*(first + chars for first in before), *(chars + last for last in after)))
            continue
        taiwan, _, hong_kong = written.partition("/")
        for char, form in zip(chars, (region is Region.HK and hong_kong) or taiwan, strict=True):
            kinds[when].setdefault(char, []).append((form, before, after))
    pattern = re.compile(f"[{''.join({char for rules in kinds.values() for char in rules})}]")
    always, alone, lone = map(_choices, kinds.values())
    return _Rules(always, alone, lone, pattern, frozenset(skipped))


def _choices(rules: Mapping[str, Sequence[tuple[str, str, str]]]) -> dict[str, _Choice]:
    return {char: _Choice(rows) for char, rows in rules.items()}
