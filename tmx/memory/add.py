"""Adds units to a memory, a transaction for each batch. Start from `Addition`.

A unit that is in the memory stays as it is, and one that has changed replaces its older version (`identity_of`). So
the same file again changes nothing, and an import that was cut short is completed by running it again.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, islice
from typing import NamedTuple

from tmx.content import plain
from tmx.languages import tag_of
from tmx.memory.identity import identity_of
from tmx.memory.record import from_record, hashed, header_record, to_record, trailer_record
from tmx.memory.rows import NewRows
from tmx.model import Header, Trailer, TranslationUnit

BATCH = 25_000
"""The number of units that are added in one transaction."""

_NEW_VARIANT = (
    "insert into variant (unit, place, language, row, text, previous, following) values (?, ?, ?, ?, ?, ?, ?)"
)


@dataclass
class Added:
    """How many units of the files were new, replaced an older version, or were in the memory already."""

    added: int = 0
    updated: int = 0
    unchanged: int = 0


class Origin(NamedTuple):
    """The file that units come from. `document` is as in `identity_of`."""

    name: str
    header: Header
    document: str = ""


class _Stored(NamedTuple):
    number: int
    digest: int
    source: int


class _Read(NamedTuple):
    """A unit that was read, with the tag (canonical) and text of each variant, and a key of each text by tag."""

    unit: TranslationUnit
    texts: list[tuple[str, str]]
    keys: dict[str, int]

    @classmethod
    def of(cls, unit: TranslationUnit) -> _Read:
        texts = _texts(unit)
        return cls(unit, texts, {tag: hashed(text) for tag, text in texts})


class _Placed(NamedTuple):
    """A unit between its neighbours in the file."""

    before: Mapping[str, int]
    read: _Read
    after: Mapping[str, int]


class Addition:
    """Adds the units of one file to a memory that is open for writing."""

    def __init__(self, database: sqlite3.Connection, origin: Origin, counts: Added) -> None:
        self._database = database
        self._origin = origin
        self._counts = counts
        self._rows = NewRows(database)
        self._languages: dict[str, int] = {}
        self._units: list[tuple[object, ...]] = []
        self._variants: list[tuple[object, ...]] = []
        """The rows of new units and variants, which are written at the end of the transaction."""
        self._taken = bytearray()
        """A bit for each unit of the memory, set if a unit of this file is its present version."""
        self._source = self._next_unit = 0
        self._versions_of_file: set[int] = set()

    def add(self, units: Iterable[TranslationUnit], trailer: Callable[[], Trailer] = Trailer) -> None:
        """Add units, and after the last one the comments that `trailer` returns."""
        neighbours = _with_neighbours(units)
        while batch := list(islice(neighbours, 1)):
            with self._transaction():
                for unit in chain(batch, islice(neighbours, BATCH - 1)):
                    self._add(unit)
        with self._transaction():
            record = trailer_record(trailer())
            self._database.execute("update source set trailer = ? where number = ?", (record, self._source))

    def _transaction(self) -> _Transaction:
        return _Transaction(self._database, self._begin, self._end)

    def _begin(self) -> None:
        row = self._origin.name, header_record(self._origin.header)
        self._database.execute("insert or ignore into source (name, header) values (?, ?)", row)
        (self._source,) = self._database.execute(
            "select number from source where name = ? and header = ?", row
        ).fetchone()
        names = self._database.execute("select number from source where name = ?", row[:1])
        self._versions_of_file = {number for (number,) in names}
        (last,) = self._database.execute("select coalesce(max(number), 0) from unit").fetchone()
        self._next_unit = last + 1
        self._rows.begin()

    def _end(self) -> None:
        self._database.executemany("insert into unit values (?, ?, ?, ?, ?)", self._units)
        self._database.executemany(_NEW_VARIANT, self._variants)
        self._units.clear()
        self._variants.clear()
        self._rows.write()

    def _add(self, new: _Placed) -> None:
        unit = new.read.unit
        record = to_record(unit)
        digest = hashed(record)
        identity = identity_of(unit, self._origin.header.source_language, self._origin.document)
        stored = [found for found in self._versions(identity) if not self._is_taken(found.number)]
        if same := next((found for found in stored if found.digest == digest), None):
            self._take(same.number)
            self._counts.unchanged += 1
        elif older := next((found for found in stored if self._is_older(found, new.read)), None):
            self._update(older.number, (digest, self._source, record), new)
        else:
            self._insert((identity, digest, self._source, record), new)

    def _versions(self, identity: int) -> list[_Stored]:
        statement = "select number, digest, source from unit where identity = ?"
        return [_Stored(*row) for row in self._database.execute(statement, (identity,))]

    def _is_older(self, found: _Stored, read: _Read) -> bool:
        """Whether a stored unit with the same identity is an older version.

        Programs number units from 1, so one from another file with the same id must share a text too.
        """
        if found.source in self._versions_of_file or not read.unit.id:
            return True
        return not set(_texts(self._unit(found.number))).isdisjoint(read.texts)

    def _insert(self, row: tuple[int, int, int, str], new: _Placed) -> None:
        number, self._next_unit = self._next_unit, self._next_unit + 1
        self._units.append((number, *row))
        self._add_variants(number, new)
        self._take(number)
        self._counts.added += 1

    def _update(self, number: int, row: tuple[int, int, str], new: _Placed) -> None:
        if _texts(self._unit(number)) != new.read.texts:
            self._database.execute("delete from variant where unit = ?", (number,))
            self._add_variants(number, new)
        self._database.execute(
            "update unit set digest = ?, source = ?, record = ? where number = ?", (*row, number)
        )
        self._take(number)
        self._counts.updated += 1

    def _unit(self, number: int) -> TranslationUnit:
        (record,) = self._database.execute("select record from unit where number = ?", (number,)).fetchone()
        return from_record(record)

    def _add_variants(self, number: int, new: _Placed) -> None:
        for place, (tag, text) in enumerate(new.read.texts):
            neighbours = new.before.get(tag, 0), new.after.get(tag, 0)
            row = self._rows.number_of(tag, text)
            self._variants.append((number, place, self._language(tag), row, hashed(text), *neighbours))

    def _language(self, tag: str) -> int:
        if tag not in self._languages:
            self._database.execute("insert or ignore into language (tag) values (?)", (tag,))
            found = self._database.execute("select number from language where tag = ?", (tag,)).fetchone()
            self._languages[tag] = int(found[0])
        return self._languages[tag]

    def _is_taken(self, number: int) -> bool:
        return number >> 3 < len(self._taken) and bool(self._taken[number >> 3] & 1 << (number & 7))

    def _take(self, number: int) -> None:
        if number >> 3 >= len(self._taken):
            self._taken.extend(bytes((number >> 3) + 1024 - len(self._taken)))
        self._taken[number >> 3] |= 1 << (number & 7)


class _Transaction:
    """A transaction for writing, with steps after its begin and before its end."""

    def __init__(self, database: sqlite3.Connection, begin: Callable[[], None], end: Callable[[], None]) -> None:
        self._database, self._begin, self._finish = database, begin, end

    def __enter__(self) -> None:
        self._database.execute("begin immediate")
        self._begin()

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            self._finish()
            self._database.execute("commit")
        elif self._database.in_transaction:
            self._database.execute("rollback")


def _texts(unit: TranslationUnit) -> list[tuple[str, str]]:
    """The language (canonical) and plain text of each variant."""
    return [(tag_of(variant.tag), plain(variant.segment)) for variant in unit.variants]


def _with_neighbours(units: Iterable[TranslationUnit]) -> Iterator[_Placed]:
    before: Mapping[str, int] = {}
    read: _Read | None = None
    for following in map(_Read.of, units):
        if read is not None:
            yield _Placed(before, read, following.keys)
            before = read.keys
        read = following
    if read is not None:
        yield _Placed(before, read, {})
