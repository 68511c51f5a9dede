"""The search for the best beads, beside an obvious slow one."""

from __future__ import annotations

from collections.abc import Iterator
from math import exp, inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tmx.align import search
from tmx.align.anchors import Candidate, chain, corridor
from tmx.align.beads import SHAPES, SIMPLE_SHAPES

Series = tuple[tuple[int, int, int, int], ...]


def _all_series(sources: int, targets: int) -> Iterator[Series]:
    """Every way to divide two documents into beads."""
    if not sources and not targets:
        yield ()
    for left, right in SHAPES:
        if left <= sources and right <= targets:
            last = (sources - left, sources, targets - right, targets)
            yield from ((*series, last) for series in _all_series(sources - left, targets - right))


def _score(seed: int) -> search.Score:
    return lambda places: [hash((seed, bead)) % 1000 / 200 - 2 for bead in places]


@given(st.integers(0, 4), st.integers(1, 4), st.integers(0, 10**6))
def test_the_probability_of_a_bead_is_that_of_all_series_with_it(sources: int, targets: int, seed: int) -> None:
    score = _score(seed)
    every = list(_all_series(sources, targets))
    odds = [exp(sum(score(series))) for series in every]
    everything = [range(targets + 1)] * (sources + 1)
    found = search.probabilities(search.steps(everything, SHAPES, score))
    for (first, second), (source, target), probability in found:
        bead = (first, source, second, target)
        expected = sum(odd for series, odd in zip(every, odds, strict=True) if bead in series) / sum(odds)
        assert probability == pytest.approx(expected, abs=1e-4)


@given(st.integers(0, 4), st.integers(1, 4), st.integers(0, 10**6))
def test_the_best_series_is_the_best_of_all(sources: int, targets: int, seed: int) -> None:
    everything = [range(targets + 1)] * (sources + 1)
    found = search.probabilities(search.steps(everything, SHAPES, _score(seed)))
    chances = {(*(start[0], end[0]), *(start[1], end[1])): chance for start, end, chance in found}

    def expected(series: Series) -> float:
        return sum(chances.get(bead, -inf) - 0.45 for bead in series)  # an improbable bead is not considered

    chosen = tuple((b.source.start, b.source.stop, b.target.start, b.target.stop) for b in search.best(found))
    assert expected(chosen) == pytest.approx(max(map(expected, _all_series(sources, targets))), abs=1e-3)


_anchors = st.lists(st.tuples(st.integers(0, 29), st.integers(0, 19), st.floats(0.1, 1)), max_size=30)


@given(_anchors)
def test_a_chain_is_the_heaviest_in_order(places: list[tuple[int, int, float]]) -> None:
    candidates = [Candidate(*place) for place in places]
    found = chain(candidates)
    assert all(one.source < two.source and one.target < two.target for one, two in zip(found, found[1:]))  # noqa: RUF007, B905
    best: dict[Candidate, float] = {}
    for each in sorted(candidates):
        before = [w for other, w in best.items() if other.source < each.source and other.target < each.target]
        best[each] = each.similarity + max(before, default=0)
    assert sum(each.similarity for each in found) == pytest.approx(max(best.values(), default=0))


@given(_anchors, st.integers(0, 5))
def test_there_is_a_way_through_every_corridor(places: list[tuple[int, int, float]], width: int) -> None:
    rows = corridor(chain([Candidate(*place) for place in places]), 30, 20, width)
    steps = search.steps(rows, SIMPLE_SHAPES, _score(1))
    beads = search.best(search.probabilities(steps))
    assert [number for bead in beads for number in bead.source] == list(range(30))
    assert [number for bead in beads for number in bead.target] == list(range(20))
