"""Which days and times of a text its translation has otherwise."""

from __future__ import annotations

import pytest

from termbase.files.data_table import table_rows
from termbase.text.figures.find import find_moments
from termbase.text.figures.other_moments import other_moments
from tests.conftest import ROOT

PAIRS = list(table_rows((ROOT / "tests/text/figures/moments.tsv").read_text("utf-8")))


@pytest.mark.parametrize(("chinese", "english", "expected"), PAIRS, ids=lambda cell: cell)
def test_days_and_times_that_differ(chinese: str, english: str, expected: str) -> None:
    found = other_moments(find_moments(chinese), find_moments(english))
    assert " ".join(figure.text for figures in found for figure in figures) == expected
    assert other_moments(find_moments(english), find_moments(chinese)) == (found[1], found[0])
