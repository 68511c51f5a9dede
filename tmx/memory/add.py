"""Stores the units of a file in a memory, a transaction for each batch. Start from `Addition`.

A unit that is in the memory stays as it is, and one that has changed replaces its older version (`identity_of`). So
the same file again changes nothing, and an import that was cut short is completed by running it again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import astuple, dataclass
from itertools import islice
from typing import NamedTuple

from tmx.content import plain
from tmx.languages import tag_of
from tmx.memory.database import Database
from tmx.memory.identity import identity_of
from tmx.memory.record import hashed, header_record, texts_of, to_record, trailer_record
from tmx.model import Header, Trailer, TranslationUnit

BATCH = 25_000
"""The number of units that are stored in one transaction."""


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


class Addition:
    """Stores the units of one file in a memory that is open for writing; `tmx.memory.index` makes them found."""

    def __init__(self, database: Database, origin: Origin, counts: Added) -> None:
        self._database = database
        self._origin = origin
        self._counts = counts
        self._new: list[tuple[int, int, int, int, str]] = []
        """The rows of new units, which are written at the end of the transaction."""
        self._taken = bytearray()
        """A bit for each unit of the memory, set if a unit of this file is its present version."""
        self._source = self._next = 0
        self._versions_of_file: set[int] = set()

    def add(self, units: Iterable[TranslationUnit], trailer: Callable[[], Trailer] = Trailer) -> None:
        """Store units, and after the last one the comments that `trailer` returns."""
        iterator = iter(units)
        while batch := list(islice(iterator, BATCH)):
            with self._counted(), self._database.transaction():
                self._begin()
                self._add_all(batch)
                self._end()
        with self._database.transaction():
            self._begin()
            record = trailer_record(trailer())
            self._database.execute("update source set trailer = ? where number = ?", (record, self._source))

    @contextmanager
    def _counted(self) -> Iterator[None]:
        """Undo the counts of a transaction that is undone."""
        before = astuple(self._counts)
        try:
            yield
        except BaseException:
            self._counts.added, self._counts.updated, self._counts.unchanged = before
            raise

    def _begin(self) -> None:
        row = self._origin.name, header_record(self._origin.header)
        self._database.execute(
            "insert into source (name, header) select ?, ?"
            " where not exists (select 1 from source where name = ? and header = ?)",
            row * 2,
        )
        names = dict(self._database.execute("select header, number from source where name = ?", row[:1]))
        self._source, self._versions_of_file = names[row[1]], set(names.values())
        (last,) = self._database.execute("select coalesce(max(number), 0) from unit").fetchone()
        self._next = last + 1

    def _end(self) -> None:
        self._database.load("unit (number, identity, digest, source, record)", self._new)
        self._database.load("pending (unit)", ((row[0],) for row in self._new))
        self._new.clear()

    def _add_all(self, units: Iterable[TranslationUnit]) -> None:
        srclang, document = self._origin.header.source_language, self._origin.document
        identified = [(unit, identity_of(unit, srclang, document)) for unit in units]
        versions = self._versions(identity for _, identity in identified)
        for unit, identity in identified:
            self._add(unit, identity, versions[identity])

    def _add(self, unit: TranslationUnit, identity: int, stored: list[_Stored]) -> None:
        """Store a unit. `stored` are its versions, from which the one that it takes is removed."""
        record = to_record(unit)
        digest = hashed(record)
        same = next((found for found in reversed(stored) if found.digest == digest), None)
        found = same or next((found for found in reversed(stored) if self._is_older(found, unit)), None)
        if found:
            stored.pop() if found is stored[-1] else stored.remove(found)
        if same:
            self._take(same.number)
            self._counts.unchanged += 1
        elif found:
            self._update(found.number, (digest, self._source, record), unit)
        else:
            self._new.append((self._next, identity, digest, self._source, record))
            self._take(self._next)
            self._next += 1
            self._counts.added += 1

    def _versions(self, identities: Iterable[int]) -> dict[int, list[_Stored]]:
        """Return the stored units with each identity that no unit of this file has taken, the first one last."""
        found: dict[int, list[_Stored]] = {identity: [] for identity in identities}
        statement = "select identity, number, digest, source from unit where identity in (?) order by number desc"
        for identity, *stored in self._database.matching(statement, found):
            if not self._is_taken(stored[0]):
                found[identity].append(_Stored(*stored))
        return found

    def _is_older(self, found: _Stored, unit: TranslationUnit) -> bool:
        """Whether a stored unit with the same identity is an older version.

        Programs number units from 1, so one from another file with the same id must share a text too.
        """
        if found.source in self._versions_of_file or not unit.id:
            return True
        return not set(self._texts(found.number)).isdisjoint(_texts(unit))

    def _update(self, number: int, row: tuple[int, int, str], unit: TranslationUnit) -> None:
        if self._texts(number) != _texts(unit):
            self._database.execute("insert into pending values (?) on conflict do nothing", (number,))
        self._database.execute(
            "update unit set digest = ?, source = ?, record = ? where number = ?", (*row, number)
        )
        self._take(number)
        self._counts.updated += 1

    def _texts(self, number: int) -> list[tuple[str, str]]:
        (record,) = self._database.execute("select record from unit where number = ?", (number,)).fetchone()
        return texts_of(record)

    def _is_taken(self, number: int) -> bool:
        return number >> 3 < len(self._taken) and bool(self._taken[number >> 3] & 1 << (number & 7))

    def _take(self, number: int) -> None:
        if number >> 3 >= len(self._taken):
            self._taken.extend(bytes((number >> 3) + 1024 - len(self._taken)))
        self._taken[number >> 3] |= 1 << (number & 7)


def _texts(unit: TranslationUnit) -> list[tuple[str, str]]:
    """The language (canonical) and plain text of each variant."""
    return [(tag_of(variant.tag), plain(variant.segment)) for variant in unit.variants]
