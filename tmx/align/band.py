"""Numbers for pairs of sentences, kept only for the pairs that are close to the line through the anchors."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.floating[Any]]
Numbers: TypeAlias = NDArray[np.intp]


class Band:
    """A matrix of which each row has values only in a range of columns; elsewhere it is 0."""

    def __init__(self, rows: Sequence[range], values: Sequence[Floats]) -> None:
        """`values` are those of the columns in the range of each row."""
        self._starts = np.array([row.start for row in rows], dtype=np.intp)
        self._lengths = np.array([len(row) for row in rows], dtype=np.intp)
        self._places = np.concatenate([[0], np.cumsum(self._lengths + 1)]).astype(np.intp)
        self._sums = np.zeros(int(self._places[-1]))
        """For each row 0 and then the sums of its values up to each column."""
        for place, row in zip(self._places[:-1], values, strict=True):
            self._sums[place + 1 : place + 1 + len(row)] = np.cumsum(row)

    def sum(self, rows: Numbers, first: Numbers, last: Numbers) -> Floats:
        """Return sums of values in a row, from a first column to before a last one; 0 for rows beyond the last."""
        inside = np.minimum(rows, len(self._starts) - 1)
        ends = [
            self._places[inside] + np.clip(column - self._starts[inside], 0, self._lengths[inside])
            for column in (last, first)
        ]
        sums: Floats = np.where(rows < len(self._starts), self._sums[ends[0]] - self._sums[ends[1]], 0.0)
        return sums

    def at(self, rows: Numbers, columns: Numbers) -> Floats:
        """Return the values in some rows and columns."""
        return self.sum(rows, columns, columns + 1)
