"""A memory as a store, in SQLite or PostgreSQL. Start from `open_store`."""

from __future__ import annotations

import os
from array import array
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from termbase.config import find_configuration
from termbase.language import region_style
from tmx.memory.record import from_header_record, from_record, from_trailer_record
from tmx.memory.search import Match, Query, Search
from tmx.model import ALL, Header, Trailer, TranslationUnit

if TYPE_CHECKING:
    from tmx.memory.add import Added, Origin
    from tmx.memory.concordance import Concordance, Found
    from tmx.memory.database import Database
    from tmx.operations.merge import Best

_USED = "(number in (select source from unit) or not exists (select 1 from unit))"


class Stats(NamedTuple):
    """Numbers about a memory: its units, its files, the texts in each language (as `zh-CN`), its size in bytes."""

    units: int
    files: int
    variants: dict[str, int]
    words: int
    size: int


class MemoryStore:
    """An open memory. Use it in one thread."""

    def __init__(self, name: str, database: Database) -> None:
        self.name = name
        self._database = database
        self._search = Search(database)

    def add(
        self,
        units: Iterator[TranslationUnit],
        origin: Origin,
        counts: Added,
        trailer: Callable[[], Trailer] = Trailer,
    ) -> None:
        """Add the units of a file as `tmx.memory.add` says; `counts` are updated while they are read.

        They are found after the next call of `index`.
        """
        from tmx.memory.add import Addition

        with self._database.reported():
            Addition(self._database, origin, counts).add(units, trailer)

    def index(self) -> None:
        """Make the units findable that were added since the last call."""
        from tmx.memory.index import Indexing

        with self._database.reported():
            Indexing(self._database).run()

    def pending(self) -> int:
        """Return how many units are not findable, since an import was stopped before it indexed them."""
        with self._database.reported():
            return int(self._database.execute("select count(*) from pending").fetchone()[0])

    def faults(self) -> list[str]:
        """Return what is wrong with the memory, each in a sentence; an empty list if it is whole."""
        from tmx.memory.upkeep import faults

        with self._database.reported(), self._database.snapshot():
            return list(faults(self._database))

    def rebuild(self) -> None:
        """Index all units anew, and give free space back to the disk."""
        from tmx.memory.upkeep import rebuild

        with self._database.reported():
            rebuild(self._database)

    def delete(self, is_wanted: Callable[[TranslationUnit], bool], is_done: bool = True) -> int:
        """Delete the units for which `is_wanted` is true, all or none. Return how many there are.

        If `is_done` is false, they are only counted.
        """
        return self._deleted(lambda units: [number for number, unit in units if is_wanted(unit)], is_done)

    def dedupe(self, best: Best, is_done: bool = True) -> int:
        """Delete the units of which the memory has a better one with the same key. Return how many there are."""

        def worse(units: Iterator[tuple[int, TranslationUnit]]) -> list[int]:
            numbers = array("q")
            kept = set(best.numbers(_noted(units, numbers)))
            return [number for number in numbers if number not in kept]

        return self._deleted(worse, is_done)

    def find(self, query: Query, least: int = 70, most: int = 5) -> list[Match]:
        """Return at most `most` units that are near to a text, the best first, as `tmx.memory.search` says."""
        with self._database.reported():
            return self._search.find(query, least, most)

    def concordance(
        self, text: str, source: str | None = None, target: str | None = None, first: int = 0, most: int = 5
    ) -> Found:
        """Return the places of a string in the texts, as `tmx.memory.concordance` says."""
        with self._database.reported():
            return self._concordance.find(text, source, target, first, most)

    def languages(self) -> list[str]:
        """Return the canonical tags of all languages that the memory has texts in."""
        with self._database.reported():
            return [tag for (tag,) in self._database.execute("select tag from language order by number")]

    def units(self) -> Iterator[TranslationUnit]:
        """Yield all units in the order in which they were added, as they must be under `header`."""
        with self._database.reported():
            for _, unit in self._numbered_units():
                yield unit

    def header(self) -> Header:
        """Return the header for a file with all units: that of the first file, with the notes of the others."""
        from tmx.operations.merge import merged_header
        from tmx.writer import new_header

        headers = [header for _, header in self._headers()]
        return merged_header(headers) if headers else new_header(ALL, None)

    def trailer(self) -> Trailer:
        """Return the comments that stood after the last units of the files."""
        with self._database.reported():
            rows = self._database.execute(f"select trailer from source where {_USED} order by number")
            trailers = [from_trailer_record(record) for (record,) in rows]
        return Trailer(*(tuple(aside for part in parts for aside in part) for parts in zip(*trailers, strict=True)))

    def stats(self) -> Stats:
        """Count what the memory holds."""
        with self._database.reported():
            count = self._database.execute
            (units,), (words,) = (count(f"select count(*) from {table}").fetchone() for table in ("unit", "word"))
            (files,) = count("select count(distinct source) from unit").fetchone()
            languages = count(
                "select tag, count(*) from variant join language on language = language.number"
                " group by 1 order by 2 desc, 1"
            )
            variants = {region_style(tag): number for tag, number in languages}
        return Stats(units, files, variants, words, self._database.size())

    def _deleted(self, chosen: Callable[[Iterator[tuple[int, TranslationUnit]]], list[int]], is_done: bool) -> int:
        """Delete the units whose numbers `chosen` returns, all in one transaction. Return how many there are."""
        from tmx.memory.upkeep import delete

        with self._database.reported():
            if not is_done:
                return len(chosen(self._numbered_units()))
            with self._database.transaction():
                numbers = chosen(self._numbered_units())
                delete(self._database, numbers)
        return len(numbers)

    def _numbered_units(self) -> Iterator[tuple[int, TranslationUnit]]:
        """All units with their numbers, as `units` yields them."""
        from tmx.memory.upkeep import stored_units
        from tmx.operations.merge import under

        header = self.header()
        own = dict(self._headers())
        for number, source, _, record in stored_units(self._database):
            if source not in own:  # another process has just added it
                own = dict(self._headers())
            for unit in under([from_record(record)], own[source], header):
                yield number, unit

    @cached_property
    def _concordance(self) -> Concordance:
        from tmx.memory.concordance import Concordance

        return Concordance(self._database)

    def _headers(self) -> Iterator[tuple[int, Header]]:
        """The headers of the files from which units are in the memory, by number."""
        with self._database.reported():
            rows = self._database.execute(
                f"select number, header from source where {_USED} order by number"
            ).fetchall()
        yield from ((number, from_header_record(record)) for number, record in rows)


def _noted(
    units: Iterable[tuple[int, TranslationUnit]], numbers: array[int]
) -> Iterator[tuple[int, TranslationUnit]]:
    """The units, whose numbers are added to `numbers` on the way."""
    for number, unit in units:
        numbers.append(number)
        yield number, unit


@contextmanager
def open_store(memory: str, is_written: bool = False, may_make: bool = True) -> Iterator[MemoryStore]:
    """Open a memory, to write in it if `is_written`; it is then made if it is missing, if `may_make`.

    `memory` is the file of an SQLite database, or the address of one in PostgreSQL (`postgresql://USER@HOST/DB`).
    Raises TermbaseError if it is missing, is not a memory, or may not be read or written.
    """
    if is_address(memory):
        from tmx.memory.postgres_store import open_database as open_postgres

        database: Database = open_postgres(memory, is_written, may_make)
    else:
        from tmx.memory.sqlite_store import open_database

        database = open_database(memory, is_written, may_make)
    try:
        yield MemoryStore(memory, database)
    finally:
        database.close()


def is_address(memory: str) -> bool:
    """Whether the name of a memory is the address of a database, not a file."""
    return memory.startswith(("postgresql://", "postgres://"))


def name_in(memory: str, file: str) -> str:
    """Return the name by which a memory knows a file: its path from the folder of the memory.

    The folder of a memory in PostgreSQL is that of `termbase.toml`, or else the working directory.
    """
    if file == "-":
        return file
    folder = _project() if is_address(memory) else Path(memory).absolute().parent
    return Path(os.path.relpath(Path(file).absolute(), folder)).as_posix()


def _project() -> Path:
    configuration = find_configuration(Path.cwd())
    return configuration.parent if configuration else Path.cwd()
