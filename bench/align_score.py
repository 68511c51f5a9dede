"""The strict F1 score: a bead is right if it is exactly one of the reference (Sennrich and Volk, 2010)."""

from __future__ import annotations

from collections.abc import Sequence

from align_documents import Group


class Score:
    """Counts beads over several documents."""

    def __init__(self) -> None:
        self._right = self._chosen = self._right_pairs = self._pairs = 0

    def add(self, beads: Sequence[Group], reference: Sequence[Group]) -> None:
        """Count the beads that were chosen for a document."""
        right = set(beads) & set(reference)
        self._chosen += len(beads)
        self._right += len(right)
        self._pairs += _pairs(reference)
        self._right_pairs += _pairs(list(right))

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall.

        Precision counts every chosen bead, recall those of the reference with both sides.
        """
        if not self._right_pairs:
            return 0.0
        precision, recall = self._right / self._chosen, self._right_pairs / self._pairs
        return 2 * precision * recall / (precision + recall)


def _pairs(groups: Sequence[Group]) -> int:
    return sum(bool(left and right) for left, right in groups)
