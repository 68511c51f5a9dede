"""Finds the best series of beads for two documents, and how probable each bead is.

The score of a series of beads is the sum of the scores of its beads; its probability is proportional to the
exponential of that. `probabilities` adds up all series that contain a bead (forward-backward algorithm), and `best`
chooses the series with the most beads that are expected to be right. Both look only at the places of a corridor.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from math import exp, inf, log
from typing import NamedTuple, TypeAlias

from tmx.align.beads import Bead, Shape

Place: TypeAlias = "tuple[int, int]"
"""A place between sentences: how many sentences of each side are before it."""

Places: TypeAlias = "tuple[int, int, int, int]"
"""Where a bead begins and ends on the source side, and where on the target side."""

Score: TypeAlias = "Callable[[Sequence[Places]], Sequence[float]]"
"""A function that returns the score of each of several beads: the logarithm of its odds."""

_WORTH = 0.45
"""How probable a bead must be to raise the expected F1 score (0.9) of the whole."""

_BATCH = 10_000
"""Beads that are scored together."""

_SMALLEST = 1e-6
"""Beads that are less probable are not considered."""


class Step(NamedTuple):
    """A possible bead, as the places where it begins and ends, with its score or its probability."""

    start: Place
    end: Place
    value: float


def steps(corridor: Sequence[Sequence[int]], shapes: Sequence[Shape], score: Score) -> list[Step]:
    """Return all beads of these shapes between the places of the corridor, ordered by their ends."""
    found: list[Step] = []
    ways = _ways(corridor, shapes)
    while batch := list(islice(ways, _BATCH)):
        scores = score([(first, source, second, target) for (first, second), (source, target) in batch])
        found += map(Step._make, zip(*zip(*batch, strict=True), scores, strict=True))
    return found


def _ways(corridor: Sequence[Sequence[int]], shapes: Sequence[Shape]) -> Iterator[tuple[Place, Place]]:
    """Yield where beads can begin and end. Equal places are one object, since there are millions of beads."""
    rows: list[dict[int, Place]] = [
        {target: (source, target) for target in row} for source, row in enumerate(corridor)
    ]
    for source, row in enumerate(rows):
        for target, end in row.items():
            for left, right in shapes:
                start = rows[source - left].get(target - right) if source >= left else None
                if start is not None:
                    yield start, end


def probabilities(found: Sequence[Step]) -> list[Step]:
    """Return the steps that are not improbable, with their probabilities.

    The last step ends at the end of both documents.
    """
    before: dict[Place, float] = {found[0].start if found else (0, 0): 0.0}
    for start, end, value in found:
        if start in before:
            before[end] = _added(before.get(end, -inf), before[start] + value)
    last = found[-1].end if found else (0, 0)
    after: dict[Place, float] = {last: 0.0}
    total = before[last]
    kept = []
    for start, end, value in reversed(found):
        if end in after and start in before:
            behind = after[end] + value
            after[start] = _added(after.get(start, -inf), behind)
            chance = exp(min(before[start] + behind - total, 0.0))
            if chance > _SMALLEST:
                kept.append(Step(start, end, chance))
    return kept[::-1]


def best(probable: Sequence[Step]) -> list[Bead]:
    """Return the series of beads with the best expected F1 score.

    A bead that is less probable than `_WORTH` would lower it: the F1 score that is reached, divided by 2.
    """
    totals: dict[Place, float] = {(0, 0): 0.0}
    ways: dict[Place, Step] = {}
    for step in probable:
        total = totals[step.start] + step.value - _WORTH if step.start in totals else -inf
        if total > totals.get(step.end, -inf):
            totals[step.end], ways[step.end] = total, step
    beads, place = [], probable[-1].end if probable else (0, 0)
    while place != (0, 0):
        (first, second), (source, target), value = ways[place]
        beads.append(Bead(range(first, source), range(second, target), value))
        place = (first, second)
    return beads[::-1]


def narrowed(probable: Sequence[Step], sources: int) -> list[list[int]]:
    """Return the places through which probable series go, as a corridor: the target places of each source place."""
    rows: list[set[int]] = [set() for _ in range(sources + 1)]
    for start, end, _ in probable:
        rows[start[0]].add(start[1])
        rows[end[0]].add(end[1])
    return [sorted(row) for row in rows]


def _added(one: float, other: float) -> float:
    """Return the logarithm of the sum of two numbers that are given by their logarithms."""
    if one < other:
        one, other = other, one
    return one if other == -inf else one + log(1 + exp(other - one))
