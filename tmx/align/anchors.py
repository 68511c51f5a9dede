"""Finds sentences that translate each other with high probability, to guide the search. Start from `corridor`."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from heapq import nlargest
from itertools import pairwise
from typing import NamedTuple

from tmx.align.lexicon import Links
from tmx.align.matches import Tokens

_MOST_PLACES = 40
"""A token that occurs in more sentences does not show which of them is translated."""

_CHOICE = 3
"""Candidates of a sentence."""

_SMOOTHING = 5.0
"""Added to the weight of a sentence, so that short ones that match by chance are not very similar."""


class Candidate(NamedTuple):
    """Two sentences (0-based numbers) that may translate each other, and how similar they are (above 0)."""

    source: int
    target: int
    similarity: float


def corridor(anchors: Sequence[Candidate], sources: int, targets: int, width: int) -> list[range]:
    """Return the target places (0 to `targets`) to search at each source place (0 to `sources`).

    They lie within `width` of the line through the anchors, so that there is always a way from start to end.
    """
    corners = [(0, 0), *((each.source, each.target) for each in anchors), (sources, targets)]
    first, last = [targets] * (sources + 1), [0] * (sources + 1)
    for (left, low), (right, high) in pairwise(corners):
        before = low
        for place in range(left, right + 1):
            now = low + (high - low) * (place - left) // max(right - left, 1) if place < right else high
            first[place], last[place] = min(first[place], before), max(last[place], now)
            before = now
    return [
        range(max(low - width, 0), min(high + width, targets) + 1) for low, high in zip(first, last, strict=True)
    ]


def chain(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates with the largest total similarity among those in the same order on both sides."""
    ordered = sorted(candidates, key=lambda each: (each.source, -each.target))
    targets = sorted({each.target for each in ordered})
    best = _BestUpTo(len(targets))
    before = []
    for number, each in enumerate(ordered):
        place = bisect_left(targets, each.target)
        total, previous = best.up_to(place)
        before.append(previous)
        best.raise_to(place, (total + each.similarity, number))
    found, number = [], best.up_to(len(targets))[1]
    while number >= 0:
        found.append(ordered[number])
        number = before[number]
    return found[::-1]


class _BestUpTo:
    """The best chain that ends before each place, with the number of its last candidate (a Fenwick tree)."""

    def __init__(self, places: int) -> None:
        self._tree: list[tuple[float, int]] = [(0.0, -1)] * (places + 1)

    def up_to(self, place: int) -> tuple[float, int]:
        """Return the best chain that ends before a place."""
        found = (0.0, -1)
        while place:
            found = max(found, self._tree[place])
            place &= place - 1
        return found

    def raise_to(self, place: int, value: tuple[float, int]) -> None:
        """Take in a chain that ends at a place."""
        place += 1
        while place < len(self._tree):
            self._tree[place] = max(self._tree[place], value)
            place += place & -place


def candidates(source: Tokens, target: Tokens, links: Links) -> Iterator[Candidate]:
    """Yield for each source sentence the target sentences with the most linked tokens; rare tokens count most."""
    linked = frozenset(each for found in links.values() for each in found)
    known = [_known(tokens, target, linked) for tokens in target.sentences]
    for number, tokens in enumerate(source.sentences):
        weight = _known(tokens, source, links) + _SMOOTHING
        similar = (
            (found**2 / (weight * (known[place] + _SMOOTHING)), place)
            for place, found in _matched(tokens, source, target, links).items()
        )
        yield from (Candidate(number, place, value) for value, place in nlargest(_CHOICE, similar))


def _known(tokens: Sequence[str], side: Tokens, linked: Mapping[str, object] | frozenset[str]) -> float:
    return sum(side.weights[token] for token in tokens if token in linked)


def _matched(tokens: Sequence[str], source: Tokens, target: Tokens, links: Links) -> Mapping[int, float]:
    """Return the weight of the tokens that each target sentence matches."""
    total: dict[int, float] = defaultdict(float)
    for token in tokens:
        best: dict[int, float] = {}
        for linked in links.get(token, ()):
            places = target.places.get(linked, ())
            if len(places) <= _MOST_PLACES:
                weight = min(source.weights[token], target.weights[linked])
                for place in places:
                    best[place] = max(best.get(place, 0.0), weight)
        for place, weight in best.items():
            total[place] += weight
    return total
