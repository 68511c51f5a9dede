"""The weights of clues that make the right beads of aligned documents most probable.

Only the probability of what is known to be right counts: if it is only known which blocks belong together, all
series of beads inside the blocks are right.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from align_documents import Document
from align_lattice import Lattice
from numpy.typing import NDArray

from tmx.align import search
from tmx.align.anchors import corridor
from tmx.align.beads import SHAPES, SIMPLE_SHAPES
from tmx.align.encoder import Encoder
from tmx.align.pair import Pair

Floats = NDArray[np.floating[Any]]

WIDTH = 25


@dataclass
class Example:
    """The possible beads of a document to learn from, their clues (a row each), and whether each may be right."""

    steps: list[search.Step]
    clues: Floats
    is_right: list[bool]


def example(document: Document, encoder: Encoder | None, weights: Sequence[float]) -> Example:
    """Return the beads that are possible in a document to learn from.

    By `weights` the hopeless ones are left out, but not those that are right: there must be a right series.
    """
    pair = Pair(document.chinese, document.english, {}, encoder)
    whole = corridor(pair.anchors, len(document.chinese), len(document.english), WIDTH)
    simple = search.probabilities(search.steps(whole, SIMPLE_SHAPES, pair.scorer(whole, weights)))
    rows = [set(row) for row in search.narrowed(simple, len(document.chinese))]
    cuts = document.cuts()
    for source, target in cuts:
        rows[source].add(target)
    clues = pair.clues(whole)
    kept: list[Sequence[float]] = []

    def unscored(places: Sequence[search.Places]) -> list[float]:
        kept.extend(clues(places))
        return [0.0] * len(places)

    steps = search.steps([sorted(row) for row in rows], SHAPES, unscored)
    right = [_is_right(step, cuts, document.is_exact) for step in steps]
    return Example(steps, np.array(kept, dtype=float), right)


def _is_right(step: search.Step, cuts: set[search.Place], is_exact: bool) -> bool:
    """Return whether a bead may be right: it is one group, or inside one that need not be one bead."""
    start, end = _cut(step.start, cuts, -1), _cut(step.end, cuts, 1)
    inside = {(i, j) for i in range(start[0], end[0] + 1) for j in range(start[1], end[1] + 1)} - {start, end}
    if cuts & inside:
        return False
    shape = end[0] - start[0], end[1] - start[1]
    is_one_bead = shape in SHAPES and (is_exact or shape == (1, 1))
    return not is_one_bead or (start, end) == (step.start, step.end)


def _cut(place: search.Place, cuts: set[search.Place], direction: int) -> search.Place:
    """Return the nearest cut at or before a place (`direction` -1), or at or after it (1)."""
    for distance in range(100):
        for left in range(distance + 1):
            found = place[0] + direction * left, place[1] + direction * (distance - left)
            if found in cuts:
                return found
    raise ValueError(f"no cut near {place}")


def learn(data: Sequence[Example], strength: float, rounds: int) -> list[float]:
    """Return the weights that make what is right most probable, by the method Adam (Kingma and Ba, 2015).

    `strength` is how much large weights cost, for each document.
    """
    clues = np.concatenate([each.clues for each in data])
    scale = np.sqrt((clues**2).mean(axis=0)) + 1e-9
    clues /= scale
    right = np.flatnonzero([is_right for each in data for is_right in each.is_right])
    every = Lattice([each.steps for each in data])
    allowed = Lattice([_right_steps(each) for each in data])
    weights, mean, square = (np.zeros(len(scale)) for _ in range(3))
    for turn in range(1, rounds + 1):
        scores = clues @ weights
        wanted = -every.chances(scores)
        wanted[right] += allowed.chances(scores[right])
        slope = wanted @ clues / len(data) - strength * weights
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope**2
        pace = 0.2 * (1 - turn / (rounds + 1))
        weights = weights + pace * mean / (1 - 0.9**turn) / (np.sqrt(square / (1 - 0.99**turn)) + 1e-6)
    return [float(weight) for weight in weights / scale]


def _right_steps(each: Example) -> list[search.Step]:
    return [step for step, is_right in zip(each.steps, each.is_right, strict=True) if is_right]
