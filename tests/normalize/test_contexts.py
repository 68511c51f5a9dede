"""Tests the learned contexts of characters: what a context sees, which one counts, and the table."""

from __future__ import annotations

import pytest

from termbase.files.data_table import data_rows
from termbase.language import Region
from termbase.normalize.contexts import SIZES, Learned, contexts, learned, window
from termbase.text.script import simplify


@pytest.mark.parametrize(
    ("text", "place", "expected"),
    [
        ("在阿里山上", 2, ("|在阿", "山上|")),
        ("他说，三里外", 4, ("|二", "外|")),
        ("有25只鸟飞过河", 3, ("有00", "鸟飞过")),
        ("a里", 1, ("|a", "|")),
    ],
)
def test_a_window_ends_at_punctuation_and_has_classes(text: str, place: int, expected: tuple[str, str]) -> None:
    assert window(text, place) == expected


def test_contexts_come_in_the_order_of_their_sizes_as_far_as_the_window_reaches() -> None:
    found = list(contexts("|阿", "山|"))
    assert found == [
        ("|阿", "山|"),
        ("阿", "山|"),
        ("|阿", "山"),
        ("", "山|"),
        ("|阿", ""),
        ("阿", "山"),
        ("", "山"),
        ("阿", ""),
    ]


def test_a_longer_context_goes_before_a_shorter_one() -> None:
    known = Learned({("", "山"): "里", ("在", "山"): "裡"})
    assert known.form("阿里山", 1) == "里"
    assert known.form("在里山", 1) == "裡"
    assert known.form("在里面", 1) is None


@pytest.mark.parametrize("region", [Region.TW, Region.HK])
def test_every_context_of_the_table_decides_its_character(region: Region) -> None:
    table = learned(region)
    for char, forms, places in data_rows("character_contexts.tsv"):
        assert all(simplify(form) == char or form == char for form in forms.split("/"))
        for place in places.split(" "):
            before, _, after = place.partition("_")
            assert (len(before), len(after)) in SIZES
    assert set(table) == {char for char, *_ in data_rows("character_contexts.tsv")}
