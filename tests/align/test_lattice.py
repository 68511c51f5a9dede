"""Learning computes the probabilities of the beads of many documents at once: the same as the search for each."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from tmx.align import search
from tmx.align.beads import SHAPES

BENCH = Path(__file__).parents[2] / "bench"


def _corridor(sources: int, chance: Random) -> list[list[int]]:
    """Some places between two documents, among them the first and the last."""
    rows = [{place for place in range(7) if chance.random() < 0.7} for _ in range(sources + 1)]
    rows[0] = set(range(chance.randint(1, 7)))
    rows[-1].add(6)
    return [sorted(row) for row in rows]


def _scores(chance: Random) -> search.Score:
    return lambda places: [chance.uniform(-3, 3) for _ in places]


@pytest.mark.parametrize("seed", range(5))
def test_the_probabilities_are_those_of_the_search(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    numpy = pytest.importorskip("numpy")
    monkeypatch.syspath_prepend(BENCH)
    from align_lattice import Lattice

    chance = Random(seed)
    documents = [search.steps(_corridor(size, chance), SHAPES, _scores(chance)) for size in (2, 9, 4)]
    scores = numpy.array([step.value for steps in documents for step in steps])
    found = iter(Lattice(documents).chances(scores).tolist())
    for steps in documents:
        expected = {(start, end): value for start, end, value in search.probabilities(steps)}
        for start, end, _ in steps:
            assert next(found) == pytest.approx(expected.get((start, end), 0.0), abs=2e-6)
