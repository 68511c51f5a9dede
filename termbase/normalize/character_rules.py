"""Reads the rules of `character_rules.tsv`: contexts that decide what a character is in the other script.

Start from `rules_for`, or from `simple_rules` for the way to simplified characters. Each rule has a pattern for the
text before the character and one for the text behind it. Most are ruled out by the one character there (`nearest`),
so that few patterns are ever compiled.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache, cached_property
from typing import NamedTuple

from termbase.cache.kept import kept
from termbase.files.data_table import data_file, data_rows
from termbase.language import Region
from termbase.normalize.nearest import nearest_after, nearest_before

_BEFORE = 12
"""How many characters before a character a rule may look at."""

_QUANTIFIER = re.compile(r"(?<!\()\?|[*+]|\{\d")
"""Matches what gives a pattern several widths, so that it is not compiled in vain for one width."""

_BEHIND = "(?<="

_ONE_CHARACTER = re.compile(r"(\(\?=)?(\[[^]\\^]+\]|[^][()\\|?*+.^$])(?(1)\))")
"""A pattern for a single character, which is known without it."""

_CLASS = re.compile(r"\{[a-z]+\}")
"""The name of a class of characters in a pattern."""


_Pattern = tuple[frozenset[str] | None, str]
"""A pattern for one side of a character, as kept: the characters that it allows directly beside the character (None
if any may be), and the regular expression that decides ("" if the nearest character does)."""

_ANYTHING: _Pattern = None, ""


class _Rule:
    """What is written for a character between two patterns of simplified text; "" fits any text."""

    def __init__(self, form: str, before: str, after: str) -> None:
        """Take the form and the patterns; they are compiled when they are first asked."""
        befores, afters = _patterns()
        self.last, self._before = befores.get(before, _ANYTHING)
        self.first, self._after = afters.get(after, _ANYTHING)
        self.form = form

    def fits(self, text: str, place: int) -> bool:
        """Return whether the text around a place fits both patterns."""
        is_before = self._is_before is None or self._is_before(text, place) is not None
        return is_before and (self._is_after is None or self._is_after(text, place + 1) is not None)

    @cached_property
    def _is_after(self) -> Callable[[str, int], object] | None:
        return re.compile(self._after).match if self._after else None

    @cached_property
    def _is_before(self) -> Callable[[str, int], object] | None:
        if not self._before or self._before.startswith(_BEHIND):
            return re.compile(self._before).match if self._before else None
        ending = re.compile(self._before)
        return lambda text, place: ending.search(text, max(0, place - _BEFORE), place)


class Choice:
    """The rules for one character, from the first that counts to the last."""

    def __init__(self) -> None:
        """Begin without rules. `rows` takes what each one writes, and its patterns before and behind."""
        self.rows: list[tuple[str, str, str]] = []

    @property
    def forms(self) -> set[str]:
        """What the rules write."""
        return {form for form, _, _ in self.rows}

    def form(self, text: str, place: int) -> str | None:
        """Return what the first rule that fits writes at a place of a text, or None."""
        anywhere, by_first = self._rules
        before = text[place - 1 : place] if place else ""
        for rule in by_first.get(text[place + 1 : place + 2], anywhere):
            if (rule.last is None or before in rule.last) and rule.fits(text, place):
                return rule.form
        return None

    @cached_property
    def _rules(self) -> tuple[list[_Rule], dict[str, list[_Rule]]]:
        """The rules that may fit whatever character is behind, and those that may fit before each other one."""
        anywhere: list[_Rule] = []
        by_first: dict[str, list[_Rule]] = {}
        for rule in itertools.starmap(_Rule, self.rows):
            if rule.first is None:
                anywhere.append(rule)
            for first in by_first if rule.first is None else rule.first:
                by_first.setdefault(first, anywhere.copy()).append(rule)
        return anywhere, by_first


class Rules(NamedTuple):
    """The rules for each character: those that go before the words, those behind them, and the last two."""

    always: Mapping[str, Choice]
    alone: Mapping[str, Choice]
    lone: Mapping[str, Choice]
    """For a character that no word of the dictionary has there. The clause may show what it is about."""
    again: Mapping[str, Choice]
    """For a character that has this form somewhere before it in the text: 酒麴發酵後，麴香四溢."""
    pattern: re.Pattern[str]
    """Matches the characters that have rules."""
    skipped: frozenset[str]
    """Frequent words of two characters that no rule changes, so that none is asked."""


class SimpleRules(NamedTuple):
    """The rules for each character of text that is simplified."""

    stays: Mapping[str, Choice]
    """For the characters of the text before it is simplified: 乾 in 乾隆."""
    simple: Mapping[str, Choice]
    """For the characters of the simplified text, which has several for one: 萤光 is 荧光."""
    written: Mapping[str, Choice]
    """For 着 in text that Taiwan writes with 著: the word "written" is 著 everywhere."""


@cache
def rules_for(region: Region) -> Rules:
    """Return the rules for the characters of a region, Taiwan or Hong Kong."""
    choices, skipped = _choices(region)
    always, alone, lone, again = (choices[when] for when in ("always", "alone", "lone", "again"))
    pattern = re.compile(f"[{''.join({char for rules in (always, alone, lone, again) for char in rules})}]")
    return Rules(always, alone, lone, again, pattern, skipped)


@cache
def simple_rules() -> SimpleRules:
    """Return the rules for text that is simplified."""
    choices, _ = _choices(Region.CN)
    return SimpleRules(choices["stays"], choices["simple"], choices["written"])


def written_by(choices: Mapping[str, Choice], text: str, beside: str) -> dict[int, str]:
    """Return what the rules write for characters of a text, by place. `beside` is the text that they look at."""
    places = (found.start() for char in choices.keys() & text for found in re.finditer(char, text))
    forms = ((place, choices[text[place]].form(beside, place)) for place in places)
    return {place: form for place, form in forms if form is not None}


@cache
def _choices(region: Region) -> tuple[defaultdict[str, dict[str, Choice]], frozenset[str]]:
    """Return the rules for each character by the kind of the rules, and the frequent words that none changes."""
    kinds: defaultdict[str, dict[str, Choice]] = defaultdict(dict)
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
            kinds[when].setdefault(char, Choice()).rows.append((form, before, after))
    return kinds, frozenset(skipped)


@cache
def _patterns() -> tuple[dict[str, _Pattern], dict[str, _Pattern]]:
    """Return the patterns of the rules before and behind a character, as kept."""
    return kept(data_file("character_rules.tsv"), ".patterns", _found)


def _found() -> tuple[dict[str, _Pattern], dict[str, _Pattern]]:
    kinds, _ = _choices(Region.TW)  # those of other regions have the same patterns
    rows = {row[1:] for choices in kinds.values() for choice in choices.values() for row in choice.rows}
    befores = {before: _kept(nearest_before(before), before, _ending(before)) for before, _ in rows if before}
    afters = {after: _kept(nearest_after(after), after, after) for _, after in rows if after}
    return befores, afters


def _kept(nearest: frozenset[str] | None, pattern: str, decides: str) -> _Pattern:
    if nearest is not None and _ONE_CHARACTER.fullmatch(pattern):
        return nearest, ""
    return nearest, decides


def _ending(before: str) -> str:
    """Return a pattern that matches where the text before ends with another; faster if that has one width."""
    if not _QUANTIFIER.search(before):
        with suppress(re.error):
            return re.compile(f"{_BEHIND}{before})").pattern
    return rf"(?:{before})\Z"
