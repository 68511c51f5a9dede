"""Finds the stored rows of tokens that are nearest to one, without reading the others. Start from `nearest`.

Of the grams of a row, each edit destroys at most as many as a gram has tokens. So a row within the wanted distance
shares at least one of the rarest grams, and the more it shares, the nearer it can be. Rows are compared in this
order, until no other can be nearer than those that were found. Xiao et al. 2008, "Ed-Join", use the same bounds.
"""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from tmx.memory.postings import Postings, Space, group_of

_MOST_POSTINGS = 30_000
"""Grams are added, the rarest first, while they have no more rows than this together."""

_MOST_GRAMS = 200
"""Of longer rows, so many grams are looked up, evenly spread."""

_CHUNK = 250
"""The number of rows that are read at once."""


class Near(NamedTuple):
    """A stored row and its similarity, from 0 to 100 (`tmx.memory.score`)."""

    similarity: int
    number: int


def similarity_of(distance: int, first: int, second: int) -> int:
    """Return the similarity, from 0 to 100, of two rows by their distance and lengths, rounded down."""
    longest = max(first, second)
    return 100 * (longest - distance) // longest if longest else 100


def nearest(
    database: sqlite3.Connection, space: Space, row: str, least: int, most: int, most_read: int
) -> list[Near]:
    """Return at most `most` rows whose similarity is at least `least`, the nearest first.

    At most `most_read` rows are compared.
    """
    chosen, postings = _grams(database, space, row, least)
    found: list[Near] = []
    read = 0
    for shared, rows in _by_shared(postings, len(chosen)):
        bound = 100 - 100 * (len(chosen) - shared) / (space.size * len(row))
        if bound < max(least, found[most - 1].similarity + 1 if len(found) >= most else 0):
            break
        for start in range(0, len(rows), _CHUNK):
            found += _compared(database, row, rows[start : start + _CHUNK], least)
            read += _CHUNK
            if read > most_read:
                break
        found = sorted(found, key=lambda near: (-near.similarity, near.number))[:most]
        if read > most_read:
            break
    return found


def _grams(database: sqlite3.Connection, space: Space, row: str, least: int) -> tuple[list[int], Counter[int]]:
    """Return the keys of the grams that are looked for, and how many of them each stored row has."""
    postings = Postings(database)
    first = group_of(-(-len(row) * least // 100))
    last = group_of(len(row) * 100 // max(least, 1))
    grams = sorted(space.grams(row))
    grams = grams[:: len(grams) // _MOST_GRAMS + 1]
    keys = [space.key(gram) for gram in grams]
    counted = sorted((postings.count(key | first, key | last), key) for key in keys)
    chosen: list[int] = []
    total = 0
    shared: Counter[int] = Counter()
    for count, key in counted:
        total += count
        if total > _MOST_POSTINGS and any(number for number, _ in counted[: len(chosen)]):
            break
        chosen.append(key)
        if count:
            for rows in postings.rows(key | first, key | last):
                shared.update(rows)
    return chosen, shared


def _by_shared(counts: Counter[int], most: int) -> Iterator[tuple[int, list[int]]]:
    """Yield the rows that share a number of grams with the one that is looked for, the largest number first."""
    rows: defaultdict[int, list[int]] = defaultdict(list)
    for number, shared in counts.items():
        rows[min(shared, most)].append(number)
    for shared in range(most, 0, -1):
        if shared in rows:
            yield shared, sorted(rows[shared])


def _compared(database: sqlite3.Connection, row: str, numbers: list[int], least: int) -> Iterator[Near]:
    places = ", ".join(map(str, numbers))
    for number, tokens in database.execute(f"select number, tokens from row where number in ({places})"):
        longest = max(len(row), len(tokens))
        limit = longest * (100 - least) // 100
        distance = Levenshtein.distance(row, tokens, score_cutoff=limit)
        if distance <= limit:
            yield Near(similarity_of(distance, len(row), len(tokens)), number)
