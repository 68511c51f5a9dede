"""Which pairs a user wants: those of some kinds, or with enough confidence."""

from __future__ import annotations

from typing import NamedTuple

from termbase.extract.model import TermKind

DOUBTFUL = 0.6
"""Undecided pairs below this confidence are called doubtful."""


class Wanted(NamedTuple):
    """A choice of pairs: at least this confidence (0 to 1), and one of these kinds; no kinds mean all."""

    confidence: float = 0.0
    kinds: frozenset[TermKind] = frozenset()

    def includes(self, confidence: float, kind: TermKind) -> bool:
        """Whether a pair of this confidence and kind is wanted."""
        return confidence >= self.confidence and (not self.kinds or kind in self.kinds)

    def sure(self) -> Wanted:
        """Return the same choice of pairs, but only of those that are not doubtful."""
        return self._replace(confidence=max(self.confidence, DOUBTFUL))


ALL = Wanted()
