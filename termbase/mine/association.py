"""Estimates which Chinese and English words translate each other, from the segment pairs that have both.

`WordModel` is IBM model 1 (Brown et al. 1993) in both directions, over the pairs of words that occur together more
often than by chance, with the dictionary as its prior. The memory that it needs grows with the number of different
words: at most `_KEPT` translations of each are kept.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from math import log, sqrt

_KEPT = 25
_RARE = 3
_ROUNDS = 5
_PRIOR = 4.0
"""How much likelier a translation of the dictionary is at the start."""
_EMPTY = 0.02
"""The probability that a word translates nothing, beside the sum of its translations."""
_LEAST = 0.05
"""Weaker links are left out."""

Ids = Sequence[int]
Table = dict[int, dict[int, float]]


def log_likelihood(both: int, first: int, second: int, total: int) -> float:
    """Return the log-likelihood ratio of two events in `total` trials (Dunning 1993).

    `first` and `second` count the trials with one event, `both` those with the two. It is negative if the events
    avoid each other.
    """
    cells = both, first - both, second - both, total - first - second + both
    rows, columns = (first, total - first), (second, total - second)
    ratio = sum(
        count * log(count * total / (rows[place // 2] * columns[place % 2]))
        for place, count in enumerate(cells)
        if count
    )
    return 2 * ratio if both * total > first * second else -2 * ratio


class WordModel:
    """The probabilities of words given words, learned from segment pairs. Words are ids."""

    def __init__(
        self, english: Sequence[Ids], chinese: Sequence[Ids], is_known: Callable[[int, int], bool]
    ) -> None:
        """Learn from segment pairs, each given as the ids of its English and of its Chinese words.

        A word stands once in a segment. `is_known` says whether a dictionary has a pair.
        """
        kept = _kept_pairs(english, chinese, is_known)
        prior = {e: {c: _PRIOR if is_known(e, c) else 1.0 for c in several} for e, several in kept.items()}
        self._chinese = _learned(english, chinese, prior)
        """`[c][e]`: the probability of a Chinese word given an English one."""
        self._english = _learned(chinese, english, _turned(prior))

    def links(self, english: Ids, chinese: Ids) -> Table:
        """Return how strongly the words of a segment pair are linked, from 0 to 1: `[english][chinese]`."""
        explained = _shares(english, chinese, self._chinese)
        found: Table = {}
        for e, row in _shares(chinese, english, self._english).items():
            for c, share in row.items():
                strength = sqrt(share * explained.get(c, {}).get(e, 0.0))
                if strength > _LEAST:
                    found.setdefault(e, {})[c] = strength
        return found


def _shares(sources: Iterable[int], targets: Iterable[int], given: Table) -> Table:
    """Return for each target word of a segment pair to what part each source word explains it."""
    words = set(sources)
    found: Table = {}
    for one in targets:
        chances = given.get(one)
        if chances:
            shares = {other: chances[other] for other in words & chances.keys()}
            whole = sum(shares.values()) + _EMPTY
            found[one] = {other: share / whole for other, share in shares.items()}
    return found


def _kept_pairs(
    english: Sequence[Ids], chinese: Sequence[Ids], is_known: Callable[[int, int], bool]
) -> dict[int, list[int]]:
    """Return for each English word the Chinese words with the strongest association.

    A word of few segments also keeps those that the dictionary knows: counts say little of it.
    """
    segments: dict[int, list[int]] = {}
    for number, ids in enumerate(english):
        for one in ids:
            segments.setdefault(one, []).append(number)
    count: Counter[int] = Counter()
    for ids in chinese:
        count.update(ids)
    kept: dict[int, list[int]] = {}
    for one, numbers in segments.items():
        together: Counter[int] = Counter()
        for number in numbers:
            together.update(chinese[number])
        scored = [
            (log_likelihood(both, len(numbers), count[other], len(english)), other)
            for other, both in together.items()
            if both > 1 or len(numbers) == 1 or count[other] == 1
        ]
        scored.sort(reverse=True)
        best = [other for score, other in scored[:_KEPT] if score > 0]
        rest = together.keys() - set(best) if len(numbers) <= _RARE else ()
        kept[one] = best + sorted(other for other in rest if is_known(one, other))
    return kept


def _turned(table: Mapping[int, Mapping[int, float]]) -> Table:
    turned: Table = {}
    for first, several in table.items():
        for second, value in several.items():
            turned.setdefault(second, {})[first] = value
    return turned


def _learned(sources: Sequence[Ids], targets: Sequence[Ids], table: Table) -> Table:
    """Return the probability of each target word given a source word, as `[target][source]`."""
    given = _turned(_normalised(table))
    for _ in range(_ROUNDS):
        counts: Table = {}
        for source, target in zip(sources, targets, strict=True):
            for one, shares in _shares(source, target, given).items():
                row = counts.setdefault(one, {})
                for other, share in shares.items():
                    row[other] = row.get(other, 0.0) + share
        given = _turned(_normalised(_turned(counts)))
    return given


def _normalised(table: Table) -> Table:
    result: Table = {}
    for first, several in table.items():
        whole = sum(several.values())
        result[first] = {second: value / whole for second, value in several.items() if value > 1e-3 * whole}
    return result
