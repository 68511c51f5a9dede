"""Which numbers of a text its translation does not state, in either direction."""

from __future__ import annotations

import pytest

from termbase.files.data_table import table_rows
from termbase.text.figures.agreement import unstated
from termbase.text.figures.figure import Figure
from termbase.text.figures.find import find_figures
from tests.conftest import ROOT

ROWS = list(table_rows((ROOT / "tests/text/figures/pairs.tsv").read_text("utf-8")))
PAIRS = [(*row[:3], row[-1]) for row in ROWS]


@pytest.mark.parametrize(("chinese", "english", "there", "back"), PAIRS, ids=lambda cell: cell)
def test_numbers_that_the_other_text_does_not_state(chinese: str, english: str, there: str, back: str) -> None:
    numbers, others = find_figures(chinese), find_figures(english)
    assert _texts(*unstated(numbers, others)) == there
    assert _texts(*unstated(others, numbers)[::-1]) == back


def _texts(chinese: list[Figure], english: list[Figure]) -> str:
    return " ".join(figure.text for figure in (*chinese, *english))


def test_a_number_is_as_long_as_it_is_written() -> None:
    text = "臺灣有２３００萬人，約三分之二"
    spans = {figure.text: text[figure.start : figure.end] for figure in find_figures(text)}
    assert {"２３００萬", "三分之二"} <= spans.keys()
    assert all(text == span for text, span in spans.items())
