"""Which numbers of a text its translation does not state, in either direction."""

from __future__ import annotations

import pytest

from termbase.files.data_table import table_rows
from termbase.text.figures.agreement import unstated
from termbase.text.figures.find import find_figures
from tests.conftest import ROOT

PAIRS = list(table_rows((ROOT / "tests/text/figures/pairs.tsv").read_text("utf-8")))


@pytest.mark.parametrize(("chinese", "english", "expected"), PAIRS, ids=lambda cell: cell)
def test_numbers_that_the_other_text_does_not_state(chinese: str, english: str, expected: str) -> None:
    missing = unstated(find_figures(chinese), find_figures(english))
    assert " ".join(figure.text for figures in missing for figure in figures) == expected


@pytest.mark.parametrize(("chinese", "english"), [pair[:2] for pair in PAIRS], ids=lambda cell: cell)
def test_the_direction_makes_no_difference(chinese: str, english: str) -> None:
    there = unstated(find_figures(chinese), find_figures(english))
    back = unstated(find_figures(english), find_figures(chinese))
    assert there == (back[1], back[0])


def test_a_number_is_as_long_as_it_is_written() -> None:
    text = "臺灣有２３００萬人，約三分之二"
    spans = {figure.text: text[figure.start : figure.end] for figure in find_figures(text)}
    assert {"２３００萬", "三分之二"} <= spans.keys()
    assert all(text == span for text, span in spans.items())
