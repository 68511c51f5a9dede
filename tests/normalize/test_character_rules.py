"""Tests that rules of characters decide as their patterns do, though most are ruled out by one character."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termbase.language import Region
from termbase.normalize.character_rules import Choice, rules_for
from termbase.normalize.nearest import nearest_after, nearest_before

RULES = rules_for(Region.TW)
CHOICES = [(char, choice) for kind in (RULES.always, RULES.alone, RULES.lone) for char, choice in kind.items()]
SIGNS = sorted(
    {sign for _, choice in CHOICES for _, *both in choice.rows for sign in "".join(both)} | set("\n 　a")
)


def _by_patterns(choice: Choice, text: str, place: int) -> str | None:
    """The obvious way: search each pattern in turn."""
    for form, before, after in choice.rows:
        is_after = re.compile(after).match(text, place + 1)
        if is_after and re.compile(rf"(?:{before})\Z").search(text, max(0, place - 12), place):
            return form
    return None


@settings(max_examples=1000, deadline=None)
@given(st.sampled_from(CHOICES), st.text(SIGNS, max_size=3), st.text(SIGNS, max_size=3))
def test_the_nearest_characters_rule_out_what_the_patterns_do(
    rules: tuple[str, Choice], before: str, after: str
) -> None:
    char, choice = rules
    assert choice.form(before + char + after, len(before)) == _by_patterns(
        choice, before + char + after, len(before)
    )


@pytest.mark.parametrize(("char", "choice"), CHOICES)
def test_each_pair_of_neighbours_is_decided_as_by_the_patterns(char: str, choice: Choice) -> None:
    for _, before, after in choice.rows:
        for last in sorted(nearest_before(before) or "") if before else "人":
            for first in sorted(nearest_after(after) or "")[::7] if after else "人":
                text = last + char + first
                assert choice.form(text, len(last)) == _by_patterns(choice, text, len(last))


@pytest.mark.parametrize(
    ("pattern", "last", "first"),
    [
        ("[早晚]", "早晚", "早晚"),
        ("^|[，]", ["", "\n", "，"], None),
        ("水分?|汗", "分水汗", "水汗"),
        ("[^，。]{0,3}", None, None),
        ("(?:大|小)?[猫狗]", "猫狗", "大小猫狗"),
        ("[0-2]天(?![宫])", "天", "012"),
        ("(?<=帝)", "帝", None),
        ("(?=[皱黄])(?<!发)", None, "皱黄"),
        (r"[\u4e00\[]|x", "一[x", "一[x"),
        (r"[一-鿿]", None, None),
    ],
)
def test_the_nearest_characters_of_a_pattern(
    pattern: str, last: str | list[str] | None, first: str | list[str] | None
) -> None:
    assert nearest_before(pattern) == (None if last is None else frozenset(last))
    assert nearest_after(pattern) == (None if first is None else frozenset(first))
