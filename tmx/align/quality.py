"""Whether two documents are translations of each other: compares the chosen beads with displaced ones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tmx.align.beads import Bead
from tmx.align.pair import Pair

LEAST_AGREEMENT = 2.0
"""Documents that agree less do not seem to be translations of each other."""

_DISTANCES = (3, 5, 8, 13, 21)
"""How many sentences the English side of a bead is displaced, in both directions."""


def agreement(pair: Pair, beads: Sequence[Bead]) -> float:
    """Return how much more the sides of the beads have in common than sides that do not belong together.

    1 means: no more than by chance. Documents of a few sentences give a rough number.
    """
    pairs = [bead for bead in beads if bead.is_pair]
    displaced = [moved for bead in pairs for moved in _displaced(bead, len(pair.english))]
    found, chance = _common(pair, pairs), _common(pair, displaced)
    return found / max(chance, 0.01)


def _displaced(bead: Bead, sentences: int) -> Iterable[Bead]:
    for distance in _DISTANCES:
        for moved in (bead.target.start - distance, bead.target.start + distance):
            if moved >= 0 and moved + len(bead.target) <= sentences:
                yield bead._replace(target=range(moved, moved + len(bead.target)))


def _common(pair: Pair, beads: Sequence[Bead]) -> float:
    """Return the average share of the tokens of both sides that have a counterpart."""
    return sum(map(pair.share, beads)) / len(beads) if beads else 0.0
