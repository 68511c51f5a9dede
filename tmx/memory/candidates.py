"""Finds the stored rows of tokens that are nearest to one, without reading the others. Start from `nearest`.

Of the grams of a row, each edit destroys at most as many as a gram has tokens. So a row within the wanted distance
shares at least one of the rarest grams, and the more it shares, the nearer it can be. Rows are compared in this
order, until no other can be nearer than those that were found. Xiao et al. 2008, "Ed-Join", use the same bounds.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from math import ceil
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from tmx.memory.database import Database
from tmx.memory.postings import Postings, Space, group_of

_MOST_POSTINGS = 30_000
"""Grams are added, the rarest first, while they have no more rows than this together."""

_MOST_NEEDED = 120_000
"""The same for the grams without which a near row may be missed."""

_MOST_GRAMS = 200
"""Of longer rows, so many grams are looked up, evenly spread."""

_CHUNK = 250
"""The number of rows that are read at once."""


class Near(NamedTuple):
    """A stored row and its similarity, from 0 to 100 (`tmx.memory.score`)."""

    similarity: int
    number: int


def _similarity_of(distance: int, first: int, second: int) -> int:
    """Return the similarity, from 0 to 100, of two rows by their distance and lengths, rounded down."""
    longest = max(first, second)
    return 100 * (longest - distance) // longest if longest else 100


def nearest(database: Database, space: Space, row: str, least: int, most: int, most_read: int) -> list[Near]:
    """Return at most `most` rows whose similarity is at least `least`, the nearest first.

    At most `most_read` rows are compared.
    """
    edits = space.size * len(row) * (100 - least) / 100
    chosen, counts = _grams(database, space, row, least, int(edits) + 1)
    found: list[Near] = []
    read = 0
    for shared, numbers in _by_shared(counts, chosen, max(1, ceil(chosen - edits))):
        bound = 100 - 100 * (chosen - shared) / (space.size * len(row))
        if read > most_read or (len(found) >= most and bound < found[most - 1].similarity + 1):
            break
        for start in range(0, min(len(numbers), most_read), _CHUNK):
            found += _compared(database, row, numbers[start : start + _CHUNK], least)
        read += len(numbers)
        found = sorted(found, key=lambda near: (-near.similarity, near.number))[:most]
    return found


def _grams(database: Database, space: Space, row: str, least: int, needed: int) -> tuple[int, Counter[int]]:
    """Return how many grams are looked for, and how many of them each stored row has.

    Every row within the distance has at least one of any `needed` grams, so only rows that do are counted.
    """
    postings = Postings(database)
    first = group_of(-(-len(row) * least // 100))
    last = group_of(len(row) * 100 // max(least, 1))
    grams = sorted(space.grams(row))
    ranges = space.ranges_of(grams[:: len(grams) // _MOST_GRAMS + 1], first, last)
    counted = sorted((count.rows, own) for count, own in zip(postings.counts(ranges), ranges, strict=True))
    chosen = _chosen([count for count, _ in counted], needed)
    shared: Counter[int] = Counter()
    for place, rows in enumerate(postings.rows([keys for _, keys in counted[:chosen]])):
        shared.update(rows if place < needed else shared.keys() & rows)
    return chosen, shared


def _chosen(counts: list[int], needed: int) -> int:
    """Return how many of the grams are looked for, of which `counts` says how many rows have them."""
    total = 0
    for chosen, count in enumerate(counts):
        if total and total + count > (_MOST_POSTINGS if chosen >= needed else _MOST_NEEDED):
            return chosen
        total += count
    return len(counts)


def _by_shared(counts: Counter[int], most: int, least: int) -> Iterator[tuple[int, list[int]]]:
    """Yield the rows that share `least` grams or more with the one that is looked for, the largest number first."""
    rows: defaultdict[int, list[int]] = defaultdict(list)
    for number, shared in [item for item in counts.items() if item[1] >= least]:
        rows[min(shared, most)].append(number)
    for shared in range(most, 0, -1):
        if shared in rows:
            yield shared, sorted(rows[shared])


def _compared(database: Database, row: str, numbers: list[int], least: int) -> Iterator[Near]:
    places = ", ".join(map(str, numbers))
    for number, tokens in database.execute(f"select number, tokens from row where number in ({places})"):
        longest = max(len(row), len(tokens))
        limit = longest * (100 - least) // 100
        distance = Levenshtein.distance(row, tokens, score_cutoff=limit)
        if distance <= limit:
            yield Near(_similarity_of(distance, len(row), len(tokens)), number)
