"""The word model beside a slow one, and the log-likelihood ratio beside its definition."""

from __future__ import annotations

from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.mine.association import WordModel, log_likelihood

_COUNTS = st.tuples(*(st.integers(0, 30) for _ in range(4))).filter(lambda cells: sum(cells) > 0)


@given(_COUNTS)
def test_log_likelihood_compares_the_table_with_independence(cells: tuple[int, int, int, int]) -> None:
    both, first, second, neither = cells
    total = sum(cells)
    rows, columns = (both + first, second + neither), (both + second, first + neither)
    expected = [row * column / total for row in rows for column in columns]
    ratio = 2 * sum(count * log(count / mean) for count, mean in zip(cells, expected, strict=True) if count)
    found = log_likelihood(both, rows[0], columns[0], total)
    assert abs(found) == pytest.approx(abs(ratio), abs=1e-6)
    assert found < 1e-9 or both * total > rows[0] * columns[0]


ENGLISH = [[0, 1], [0, 2], [1, 2], [0, 1, 2], [3, 0]]
CHINESE = [[10, 11], [10, 12], [11, 12], [10, 11, 12], [13, 10]]


def test_words_that_always_stand_together_are_linked() -> None:
    links = WordModel(ENGLISH, CHINESE, lambda _e, _c: False).links([0, 1, 2], [10, 11, 12])
    assert {e: max(row, key=lambda c: row[c]) for e, row in links.items()} == {0: 10, 1: 11, 2: 12}


def test_the_dictionary_decides_where_counts_cannot() -> None:
    links = WordModel([[0, 1]], [[10, 11]], lambda e, c: (e, c) in {(0, 11), (1, 10)}).links([0, 1], [10, 11])
    assert links[0][11] > links[0].get(10, 0.0)
    assert links[1][10] > links[1].get(11, 0.0)


@given(st.lists(st.tuples(st.sets(st.integers(0, 5)), st.sets(st.integers(10, 15))), max_size=8))
def test_links_are_strengths_between_words_of_the_pair(texts: list[tuple[set[int], set[int]]]) -> None:
    english, chinese = [sorted(one) for one, _ in texts], [sorted(other) for _, other in texts]
    model = WordModel(english, chinese, lambda _e, _c: False)
    for one, other in zip(english, chinese, strict=True):
        for e, row in model.links(one, other).items():
            assert e in one
            assert set(row) <= set(other)
            assert all(0 < strength <= 1 for strength in row.values())
