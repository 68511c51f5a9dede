"""A memory in an SQLite file: opens it, and turns what goes wrong into errors that a user understands.

Start from `open_database`. The database is in WAL mode: many processes read while one writes, and writers wait for
each other.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

from termbase.errors import TermbaseError
from tmx.memory.database import Value
from tmx.memory.schema import APPLICATION, RENEW, SCHEMA, UNINDEX, VERSION, wrong_version

_WAIT = 600
"""Seconds for which a writer waits for another one."""

_AT_ONCE = 500
"""The number of values that one statement asks for."""

_DAMAGED = "is damaged", "restore a copy; or import what memory export can read into another file"
_REASONS = {
    "not a database": ("is not a memory: it is not an SQLite file", "give the file that memory import made"),
    "readonly": ("cannot be written: the file or its folder is read-only", ""),
    "disk is full": (
        "cannot be written: the disk is full",
        "the units of all finished batches are kept; make space and import again",
    ),
    "locked": ("is in use by another process", "try again when it has finished"),
    "malformed": _DAMAGED,
    "could not decode": _DAMAGED,
    "disk i/o error": ("cannot be read or written: the disk reports an error", ""),
    "unable to open": ("cannot be opened", "is its folder there, and may you write in it?"),
}


class SqliteDatabase(sqlite3.Connection):
    """The database in a file, as `tmx.memory.database.Database` says."""

    file = ""

    def matching(self, statement: str, values: Iterable[Value], /) -> Iterator[Any]:
        """Yield the rows of a statement with `in (?)`, which stands for all the values, asked for many at once."""
        wanted = iter(values)
        while some := list(islice(wanted, _AT_ONCE)):
            places = ", ".join("?" * len(some))
            yield from self.execute(statement.replace("in (?)", f"in ({places})"), some)

    def postings(self, selected: str, keys: Sequence[int], width: int, condition: str, /) -> Iterable[Any]:
        """Return what is selected of the rows of `posting` whose key is one of some keys, or up to `width` more.

        SQLite joins tables with `cross join` in the order in which they stand, so it looks each key up.
        """
        return self.execute(
            f"select wanted.key, {selected} from json_each(?) as wanted cross join posting"
            f" where posting.key between wanted.value and wanted.value + {width} and {condition}",
            (f"[{','.join(map(str, keys))}]",),
        )

    def joined_words(self) -> str:
        """Return all words in the order of their numbers, each on a line of its own.

        Without an index, SQLite reads them in this order. Fetching them one by one takes three times as long.
        """
        return str(self.execute("select group_concat(word, char(10)) from word not indexed").fetchone()[0] or "")

    def load(self, table: str, rows: Iterable[Sequence[Value]], /) -> None:
        """Add many rows to a table, which is written with its columns: `word (number, word)`."""
        places = ", ".join("?" * (table.count(",") + 1))
        self.executemany(f"insert into {table} values ({places})", rows)

    def append(self, rows: Iterable[tuple[int, bytearray]], /) -> None:
        """Add bytes to the ends of the rows of the table `posting`, by key."""
        self.executemany(
            "insert into posting values (?, ?)"
            " on conflict (key) do update set rows = cast(posting.rows || excluded.rows as blob)",
            rows,
        )

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Begin a transaction for writing, after waiting for others, and end it; an error undoes it."""
        self.execute("begin immediate")
        try:
            yield
            self.execute("commit")
        except BaseException:
            if self.in_transaction:
                self.execute("rollback")
            raise

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Let all statements see the database as it is at the first, while others write in it."""
        self.execute("begin")
        try:
            yield
        finally:
            if self.in_transaction:
                self.execute("rollback")

    def reported(self) -> AbstractContextManager[None]:
        """Turn an error of SQLite into a TermbaseError that names the memory."""
        return _reported(self.file)

    def own_faults(self) -> Iterator[str]:
        """Yield what SQLite finds wrong with the file."""
        yield from (f"SQLite: {text}" for (text,) in self.execute("pragma quick_check") if text != "ok")

    def shrink(self) -> None:
        """Give free space back to the disk."""
        self.execute("vacuum")
        self.execute("pragma wal_checkpoint(truncate)")

    def size(self) -> int:
        """Return the bytes of the file."""
        return Path(self.file).stat().st_size


@contextmanager
def _reported(file: str) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        text = str(error).lower()
        message, hint = next(
            (reason for part, reason in _REASONS.items() if part in text), (f"cannot be used: {error}", "")
        )
        raise TermbaseError(message, file=file, hint=hint) from error


def open_database(file: str, is_written: bool = False, may_make: bool = True) -> SqliteDatabase:
    """Open the memory in a file; if `is_written`, for writing, and make it if it is missing and `may_make`.

    Raises TermbaseError if it is missing or not a memory of this version, or may not be read or written.
    """
    path = Path(file)
    if path.exists() and not path.is_file():
        kind = "folder" if path.is_dir() else "device"
        raise TermbaseError(f"is a {kind}, not a memory", file=str(path), hint="give the file of the memory")
    if not (is_written and may_make) and not path.exists():
        raise TermbaseError("there is no such memory", file=file, hint="make it with: termbase memory import FILE")
    with _reported(file):
        database = _connect(path, is_written)
        database.file = file
        try:
            _prepare(database, file, is_written, may_make)
        except BaseException:
            database.close()
            raise
        return database


def _connect(path: Path, is_written: bool) -> SqliteDatabase:
    if is_written:
        return _open(path, "mode=rwc")
    database = _open(path, "mode=ro")
    try:
        database.execute("select 1 from sqlite_master")
    except sqlite3.OperationalError:  # in a folder where nothing may be written, not even the list of readers
        database.close()
        database = _open(path, "immutable=1")
    return database


def _open(path: Path, options: str) -> SqliteDatabase:
    address = f"{path.absolute().as_uri()}?{options}"
    return sqlite3.connect(address, uri=True, timeout=_WAIT, isolation_level=None, factory=SqliteDatabase)


def _prepare(database: SqliteDatabase, file: str, is_written: bool, may_make: bool) -> None:
    """Check that the database is a memory of this version; make its tables if it is empty and `may_make`."""
    database.execute("pragma trusted_schema = off")
    database.execute("pragma mmap_size = 4000000000")
    if is_written:
        database.execute("pragma cache_size = -64000")
    if is_written and may_make:
        _make_tables(database)
    if not database.execute("select 1 from sqlite_master").fetchone():
        raise TermbaseError("is empty", file=file, hint="make a memory of it with: termbase memory import FILE")
    if _number(database, "application_id") != APPLICATION:
        raise TermbaseError("is not a memory: another program made this database", file=file)
    if is_written and _number(database, "user_version") < VERSION:
        _update(database)
    if (version := _number(database, "user_version")) != VERSION:
        raise wrong_version(version, file)
    if is_written:
        database.execute("pragma journal_mode = wal")
        database.execute("pragma synchronous = normal")


def _number(database: SqliteDatabase, pragma: str) -> int:
    return int(database.execute(f"pragma {pragma}").fetchone()[0])


def _update(database: SqliteDatabase) -> None:
    """Make a memory of an older version one of this version; of two processes that do so at once, one does."""
    with database.transaction():
        if _number(database, "user_version") < VERSION:
            for statement in (*UNINDEX, *RENEW):
                database.execute(statement)
            database.execute(f"pragma user_version = {VERSION}")


def _make_tables(database: SqliteDatabase) -> None:
    """Make the tables if the database has none; of two processes that do so at once, one makes them."""
    if database.execute("select 1 from sqlite_master").fetchone():
        return
    database.execute("begin immediate")
    if not database.execute("select 1 from sqlite_master").fetchone():
        for statement in SCHEMA.split(";"):
            database.execute(statement)
    database.execute("commit")
