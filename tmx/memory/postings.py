"""Keeps for each part of a text (gram) the rows that have it, so that near texts are found without reading all.

A gram is one token in languages with words between spaces, and two neighbouring ones where tokens are characters.
For the concordance, the signs of a text are grams too, each with the character behind it. The rows of a gram are
grouped by their length, since a near text has about as many tokens, and in parts by their number. The key of such a
group is one integer: part, language, gram, length. New rows are of the last part, so they are written at the end of
the table, which takes as long in a large memory as in a small one. The method: Gravano et al. 2001, "Approximate
string joins in a database (almost) for free".
"""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from operator import add, itemgetter
from typing import Any, NamedTuple, TypeAlias

from termbase.language import primary_language
from tmx.memory.database import Database
from tmx.memory.record import hashed
from tmx.memory.tokens import counts_characters

_LENGTHS = (
    1,
    2,
    3,
    4,
    5,
    6,
    7,
    8,
    10,
    12,
    15,
    18,
    22,
    27,
    33,
    41,
    51,
    63,
    78,
    97,
    121,
    151,
    188,
    235,
    293,
    366,
    457,
)
"""The least number of tokens in each group of lengths; each is about a quarter longer than the one before."""

_PART_BITS, _LENGTH_BITS, _CHARACTER_BITS = 7, 5, 21
_KEY_BITS = 63 - _PART_BITS
_LANGUAGE_BITS = _KEY_BITS - _LENGTH_BITS - 2 * _CHARACTER_BITS
_WORD_SIZE = 4
GROUPS = 1 << _LENGTH_BITS
"""The number of groups of lengths; they are numbered from 0."""

_PARTS = 1 << _PART_BITS
_ROWS_PER_PART = 1 << 20
"""Numbers of rows beyond all parts are in the last one."""

Range: TypeAlias = "tuple[int, int]"
"""The first and the last of the keys that are looked for in each part, without the number of the part."""

END = "\x04"
"""Stands behind the last token of a row in a gram of two, and behind a sign at the end of a text."""


class Space(NamedTuple):
    """The language of texts that are compared with each other: all Chinese, all English.

    `size` is the number of tokens in a gram.
    """

    base: int
    size: int

    def grams(self, row: str) -> set[str]:
        """Return the grams of a row of tokens, as strings of one or two characters.

        Grams of two begin with each token; the last token has `END` beside it.
        """
        return set(row) if self.size == 1 else set(map(add, row, row[1:] + END))

    def keys(self, grams: Iterable[str], group: int) -> Iterator[int]:
        """Yield the keys of grams in a group of lengths, which may have the number of a part before it."""
        base = self.base | group
        for gram in grams:
            key = base | ord(gram[-1]) << _LENGTH_BITS
            yield key if len(gram) == 1 else key | ord(gram[0]) << (_CHARACTER_BITS + _LENGTH_BITS)

    def ranges_of(self, grams: Iterable[str], first: int = 0, last: int = GROUPS - 1) -> list[Range]:
        """Return the first and the last key of each gram in the groups of lengths from `first` to `last`."""
        return [(key | first, key | last) for key in self.keys(grams, 0)]

    def beginning_with(self, char: str) -> Range:
        """Return the first and the last key of all grams of two tokens that begin with `char`."""
        first = self.base | ord(char) << (_CHARACTER_BITS + _LENGTH_BITS)
        return first, first | (1 << (_CHARACTER_BITS + _LENGTH_BITS)) - 1


@lru_cache(maxsize=1024)
def space_of(tag: str) -> Space:
    """Return the space of a canonical tag. Few languages share one by chance."""
    number = hashed(primary_language(tag)) % (1 << _LANGUAGE_BITS)
    return Space(number << (2 * _CHARACTER_BITS + _LENGTH_BITS), 2 if counts_characters(tag) else 1)


def group_of(length: int) -> int:
    """Return the number of the group for texts of this many tokens."""
    return bisect_right(_LENGTHS, length) - 1


class NewPostings:
    """Collects the postings of new rows in the process, until `write` adds them to the database."""

    def __init__(self) -> None:
        self._groups: dict[tuple[Space, int], defaultdict[str, bytearray]] = {}
        """The numbers as they are stored, by gram: four bytes each, the lowest first."""

    def add(self, number: int, space: Space, length: int, grams: Iterable[str]) -> None:
        """Add grams of the row with a number; `length` is that of the row."""
        place = space, min(number // _ROWS_PER_PART, _PARTS - 1) << _KEY_BITS | group_of(length)
        numbers = self._groups.get(place)
        if numbers is None:
            numbers = self._groups[place] = defaultdict(bytearray)
        stored = number.to_bytes(_WORD_SIZE, "little")
        for gram in grams:
            numbers[gram] += stored

    def write(self, database: Database) -> None:
        """Add all to the database, within the caller's transaction."""
        rows: list[tuple[int, bytearray]] = []
        for (space, group), grams in self._groups.items():
            rows += zip(space.keys(grams, group), grams.values(), strict=True)
        self._groups.clear()
        rows.sort(key=itemgetter(0))
        database.append(rows)


class Count(NamedTuple):
    """How many rows some groups hold together, and how many groups there are."""

    rows: int
    groups: int


class Postings:
    """Reads postings from a database, for one query."""

    def __init__(self, database: Database) -> None:
        self._database = database
        (last,) = database.execute("select coalesce(max(key), 0) from posting").fetchone()
        self._parts = [part << _KEY_BITS for part in range((int(last) >> _KEY_BITS) + 1)]

    def counts(self, ranges: Sequence[Range]) -> list[Count]:
        """Count what each range has."""
        rows, groups = [0] * len(ranges), [0] * len(ranges)
        for places, found in self._read("sum(length(rows)), count(*)", ranges, "true group by 1"):
            for at, size, number in found:
                rows[places[at]] += int(size) // _WORD_SIZE
                groups[places[at]] += number
        return list(map(Count, rows, groups))

    def rows(self, ranges: Sequence[Range]) -> list[array[int]]:
        """Return the rows in the groups of each range."""
        data: list[list[bytes]] = [[] for _ in ranges]
        for places, found in self._read("rows", ranges):
            for at, rows in found:
                data[places[at]].append(rows)
        return [_as_array(b"".join(parts)) for parts in data]

    def grouped(self, wanted: Sequence[Sequence[Range]], first: int, last: int) -> list[dict[int, array[int]]]:
        """Return, for each of several lists of ranges, the rows in the groups of lengths from `first` to `last`.

        They are read together, since each statement takes a server a message.
        """
        data: list[dict[int, list[bytes]]] = [defaultdict(list) for _ in wanted]
        owners = [own for ranges, own in zip(wanted, data, strict=True) for _ in ranges]
        ranges, condition = list(chain.from_iterable(wanted)), f"{_GROUP} between {first} and {last}"
        for places, found in self._read(f"{_GROUP}, rows", ranges, condition):
            lists = [owners[place] for place in places]
            for at, group, rows in found:
                lists[at][group].append(rows)
        return [{group: _as_array(b"".join(parts)) for group, parts in own.items()} for own in data]

    def _read(
        self, selected: str, ranges: Sequence[Range], condition: str = "true"
    ) -> Iterator[tuple[list[int], Iterable[Any]]]:
        """Yield places of ranges, and what is selected of their postings, each with the number of such a place.

        One statement asks for all ranges of a width.
        """
        widths = defaultdict[int, list[int]](list)
        for place, (begin, end) in enumerate(ranges):
            widths[end - begin].append(place)
        for width, places in widths.items():
            keys = [part + ranges[place][0] for part in self._parts for place in places]
            yield places * len(self._parts), self._database.postings(selected, keys, width, condition)


_GROUP = f"(posting.key & {GROUPS - 1})"


def _as_array(data: bytes) -> array[int]:
    numbers = array("I", data[: len(data) - len(data) % _WORD_SIZE])
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
