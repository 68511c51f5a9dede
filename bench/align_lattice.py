"""The forward-backward algorithm on several documents at once, with numpy.

`tmx.align.search.probabilities` gives the same numbers, one document at a time. Learning needs them hundreds of
times.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tmx.align.search import Step

Floats = NDArray[np.floating[Any]]
Numbers = NDArray[np.intp]


class Lattice:
    """The possible beads of several documents. Those of a document are in the order of `search.steps`."""

    def __init__(self, documents: Sequence[Sequence[Step]]) -> None:
        """Number the places of all documents, and sort the beads by the depth of their ends and starts."""
        places: dict[tuple[int, int, int], int] = {}
        starts, ends, firsts, lasts = [], [], [], []
        for number, steps in enumerate(documents):
            starts += [places.setdefault((number, *step.start), len(places)) for step in steps]
            ends += [places.setdefault((number, *step.end), len(places)) for step in steps]
            firsts.append(places[(number, 0, 0)])
            lasts.append(places[(number, *steps[-1].end)])
        depths = np.array([source + target for _, source, target in places])
        self._starts, self._ends = np.array(starts), np.array(ends)
        self._firsts, self._lasts = np.array(firsts), np.array(lasts)
        self._document = np.repeat(np.arange(len(documents)), [len(steps) for steps in documents])
        self._forward = _levels(self._ends, depths[self._ends])
        self._backward = _levels(self._starts, -depths[self._starts])
        self._count = len(places)

    def chances(self, scores: Floats) -> Floats:
        """Return the probability of each bead, given the scores of all."""
        before = self._summed(self._firsts, self._forward, self._starts, self._ends, scores)
        after = self._summed(self._lasts, self._backward, self._ends, self._starts, scores)
        totals = before[self._lasts][self._document]
        chances: Floats = np.exp(before[self._starts] + scores + after[self._ends] - totals)
        return chances

    def _summed(
        self, corners: Numbers, levels: Sequence[Numbers], sources: Numbers, targets: Numbers, scores: Floats
    ) -> Floats:
        """Return for each place the logarithm of the sum of all ways to it from the corner of its document."""
        sums = np.full(self._count, -np.inf)
        sums[corners] = 0.0
        for steps in levels:
            values, there = sums[sources[steps]] + scores[steps], targets[steps]
            begins = np.flatnonzero(np.r_[True, there[1:] != there[:-1]])
            largest = np.maximum(np.maximum.reduceat(values, begins), -1e300)
            each = np.exp(values - np.repeat(largest, np.diff(np.r_[begins, len(steps)])))
            with np.errstate(divide="ignore"):
                sums[there[begins]] = largest + np.log(np.add.reduceat(each, begins))
        return sums


def _levels(places: Numbers, depths: Numbers) -> list[Numbers]:
    """Return the numbers of the beads of each depth in order, those at one place beside each other."""
    order = np.lexsort((places, depths))
    return np.split(order, np.flatnonzero(np.diff(depths[order])) + 1)
