"""A bead: the sentences of both sides that translate each other, and the shapes that a bead can have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

Shape = tuple[int, int]
"""How many sentences a bead has on each side: (1, 2) for one that is translated by two."""

SIMPLE_SHAPES: tuple[Shape, ...] = ((1, 0), (0, 1), (1, 1), (1, 2), (2, 1))
SHAPES: tuple[Shape, ...] = (
    *((1, 0), (0, 1)),
    *((left, right) for left in range(1, 6) for right in range(1, 6) if left + right <= 6),
)
LARGEST = 5
"""The most sentences that a bead can have on one side."""

DOUBTFUL_BELOW = 0.5
"""A bead with a lower score is marked for review."""


class Bead(NamedTuple):
    """Consecutive sentences (0-based numbers) of both sides that translate each other; one side may be empty.

    `score` is the probability that the bead is right as a whole, from 0 to 1.
    """

    source: range
    target: range
    score: float = 1.0

    @property
    def is_doubtful(self) -> bool:
        """Whether somebody should look at the bead."""
        return self.score < DOUBTFUL_BELOW

    @property
    def is_pair(self) -> bool:
        """Whether both sides have a sentence."""
        return bool(self.source) and bool(self.target)

    def doubted(self) -> Bead:
        """Return the bead with a score so low that it is doubtful."""
        return self._replace(score=self.score * DOUBTFUL_BELOW * 0.99)

    def moved(self, source: int, target: int) -> Bead:
        """Return the bead with so many sentences more before it on each side."""
        return self._replace(
            source=range(self.source.start + source, self.source.stop + source),
            target=range(self.target.start + target, self.target.stop + target),
        )

    def swapped(self) -> Bead:
        """Return the bead seen from the other side."""
        return self._replace(source=self.target, target=self.source)


def ladder(beads: Iterable[Bead]) -> Iterator[str]:
    """Yield a line for each bead, `0,1:0`: the numbers of its sentences, either side of which may be empty."""
    return (f"{_numbers(bead.source)}:{_numbers(bead.target)}" for bead in beads)


def _numbers(sentences: Sequence[int]) -> str:
    return ",".join(map(str, sentences))
