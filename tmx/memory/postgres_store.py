"""A memory in a PostgreSQL database: opens it, and turns what goes wrong into errors that a user understands.

Start from `open_database`. The tables are those of `tmx.memory.schema`, in a schema of their own. Many clients read
while one writes, and writers wait for each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any

from termbase.errors import TermbaseError
from tmx.memory.database import Rows, Value
from tmx.memory.postgres_errors import MAKE, reported
from tmx.memory.schema import POSTGRES_SCHEMA, RENEW, UNINDEX, VERSION, wrong_version

if TYPE_CHECKING:
    import psycopg

_SCHEMA = "termbase_memory"
_LEAST_VERSION = 130000
_WAIT = 15
"""Seconds to wait for an answer of the server."""

_AT_ONCE = 10_000
"""The number of values that one statement asks for."""


class PostgresDatabase:
    """An open connection, as `tmx.memory.database.Database` says."""

    def __init__(self, connection: psycopg.Connection[Any], name: str) -> None:
        self._connection = connection
        self._name = name

    def execute(self, statement: str, values: Sequence[Value] = (), /) -> Rows:
        """Run a statement."""
        return self._connection.execute(_own(statement), values, binary=True)

    def executemany(self, statement: str, rows: Iterable[Sequence[Value]], /) -> None:
        """Run a statement once for each row of values."""
        with self._connection.cursor() as cursor:
            cursor.executemany(_own(statement), rows)

    def matching(self, statement: str, values: Iterable[Value], /) -> Iterator[Any]:
        """Yield the rows of a statement with `in (?)`, which stands for all the values, asked for many at once."""
        wanted = iter(values)
        while some := list(islice(wanted, _AT_ONCE)):
            yield from self._connection.execute(
                statement.replace("in (?)", "= any(%s)").encode(), (some,), binary=True
            )

    def postings(self, selected: str, keys: Sequence[int], width: int, condition: str, /) -> Iterable[Any]:
        """Return what is selected of the rows of `posting` whose key is one of some keys, or up to `width` more.

        PostgreSQL takes each range for a ninth of the table; with `offset` it must look each key up nevertheless.
        """
        return self._connection.execute(
            f"select place - 1, {selected} from unnest(%s::bigint[]) with ordinality as wanted (value, place)"
            f" cross join lateral (select * from posting where key between value and value + {width} offset 0)"
            f" as posting where {condition}".encode(),
            (keys,),
            binary=True,
        )

    def joined_words(self) -> str:
        """Return all words in the order of their numbers, each on a line of its own."""
        return str(_fetch(self._connection, "select string_agg(word, chr(10) order by number) from word") or "")

    def load(self, table: str, rows: Iterable[Sequence[Value]], /) -> None:
        """Add many rows to a table, which is written with its columns: `word (number, word)`."""
        with self._connection.cursor() as cursor, cursor.copy(f"copy {table} from stdin".encode()) as copy:
            for row in rows:
                copy.write_row(row)

    def append(self, rows: Iterable[tuple[int, bytearray]], /) -> None:
        """Add bytes to the ends of the rows of the table `posting`, by key."""
        self._connection.execute("create temporary table added (key bigint, rows bytea) on commit drop")
        self.load("pg_temp.added (key, rows)", rows)
        self._connection.execute(
            "insert into posting select key, rows from pg_temp.added order by key"
            " on conflict (key) do update set rows = posting.rows || excluded.rows"
        )
        self._connection.execute("drop table pg_temp.added")

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Begin a transaction for writing, after waiting for others, and end it; an error undoes it."""
        with self._connection.transaction():
            self._connection.execute("lock table source in exclusive mode")
            yield

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Let all statements see the database as it is at the first, while others write in it."""
        with self._connection.transaction():
            self._connection.execute("set transaction isolation level repeatable read")
            yield

    @contextmanager
    def reported(self) -> Iterator[None]:
        """Turn an error of PostgreSQL into a TermbaseError that names the memory."""
        with reported(self._name):
            yield

    def own_faults(self) -> Iterator[str]:
        """Yield nothing: a server finds damage while it reads, and reports it as an error."""
        yield from ()

    def shrink(self) -> None:
        """Give free space back to the disk."""
        tables = self._connection.execute("select tablename from pg_tables where schemaname = %s", (_SCHEMA,))
        for (table,) in tables.fetchall():
            self._connection.execute(b"vacuum (full, analyze) " + table.encode())

    def size(self) -> int:
        """Return the bytes of all tables and their indexes."""
        row = self._connection.execute(
            "select sum(pg_total_relation_size(pg_class.oid)) from pg_class"
            " join pg_namespace on pg_namespace.oid = relnamespace where relkind = 'r' and nspname = %s",
            (_SCHEMA,),
        ).fetchone()
        return int(row[0]) if row else 0

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()


def open_database(address: str, is_written: bool = False, may_make: bool = True) -> PostgresDatabase:
    """Open the memory in a database; if `is_written`, for writing, and make missing tables if `may_make`.

    Raises TermbaseError if the server or the memory is not there, or may not be read or written.
    """
    name = _without_password(address)
    try:
        import psycopg
    except ImportError as error:
        raise TermbaseError(
            "needs the package psycopg", file=name, hint="install it with: pip install 'termbase[postgres]'"
        ) from error
    _refuse_wrong(address, name)
    with reported(name):
        connection = psycopg.connect(
            address,
            autocommit=True,
            connect_timeout=_WAIT,
            client_encoding="utf8",
            fallback_application_name="termbase",
        )
        try:
            _prepare(connection, name, is_written, may_make)
        except BaseException:
            connection.close()
            raise
    return PostgresDatabase(connection, name)


def _refuse_wrong(address: str, name: str) -> None:
    from psycopg import ProgrammingError
    from psycopg.conninfo import conninfo_to_dict

    try:
        conninfo_to_dict(address)
    except ProgrammingError as error:
        hint = "write it as postgresql://USER@HOST/DB"
        raise TermbaseError("is not the address of a database", file=name, hint=hint) from error


def _prepare(connection: psycopg.Connection[Any], name: str, is_written: bool, may_make: bool) -> None:
    """Check that the database holds a memory of this version; make its tables if it is empty."""
    _check_server(connection, name)
    connection.execute(f"set search_path = {_SCHEMA}".encode())
    connection.execute("set client_min_messages = error")
    connection.execute("set jit = off")  # compiling a search takes longer than running it
    connection.execute("set enable_bitmapscan = off")  # of the few postings in a range, a bitmap takes longer
    if not is_written:
        connection.execute("set default_transaction_read_only = on")
    elif may_make:
        _make_tables(connection, name)
    if not _has_schema(connection):
        raise TermbaseError("there is no memory in this database", file=name, hint=_hint(name))
    if not _fetch(connection, "select to_regclass('version')"):
        raise TermbaseError("is not a memory: another program made its tables", file=name)
    if is_written:
        _update(connection)
    version = _fetch(connection, "select number from version")
    if version != VERSION:
        raise wrong_version(version, name)


def _check_server(connection: psycopg.Connection[Any], name: str) -> None:
    if connection.info.server_version < _LEAST_VERSION:
        version = connection.info.server_version // 10000
        raise TermbaseError(f"is of PostgreSQL {version}", file=name, hint="PostgreSQL 13 or newer is needed")
    encoding = _fetch(connection, "show server_encoding")
    if encoding != "UTF8":
        raise TermbaseError(f"is a database in {encoding}, which does not hold all texts", file=name, hint=MAKE)


def _make_tables(connection: psycopg.Connection[Any], name: str) -> None:
    """Make the tables if the database has none; of two processes that do so at once, one makes them."""
    if _has_schema(connection):
        return
    with connection.transaction():
        connection.execute("select pg_advisory_xact_lock(hashtext(%s))", (_SCHEMA,))
        if _has_schema(connection):
            return
        if _fetch(connection, _OTHER_TABLES):
            raise TermbaseError(
                "is not a memory: another program has tables in this database", file=name, hint=MAKE
            )
        connection.execute(f"create schema {_SCHEMA}".encode())
        connection.execute(POSTGRES_SCHEMA.encode())


def _update(connection: psycopg.Connection[Any]) -> None:
    """Make a memory of an older version one of this version; of two processes that do so at once, one does."""
    if _fetch(connection, "select number from version") >= VERSION:
        return
    with connection.transaction():
        connection.execute("lock table source in exclusive mode")
        if connection.execute(f"update version set number = {VERSION} where number < {VERSION}".encode()).rowcount:
            for statement in (*UNINDEX, *(RENEW if _fetch(connection, _IS_OWNER) else ())):
                connection.execute(statement.encode())


_IS_OWNER = "select pg_has_role(relowner, 'usage') from pg_class where oid = to_regclass('variant')"

_OTHER_TABLES = """
select count(*) from pg_class join pg_namespace on pg_namespace.oid = relnamespace
where relkind in ('r', 'p', 'f') and nspname <> 'information_schema' and nspname not like 'pg\\_%'
and not exists (
    select 1 from pg_depend where classid = 'pg_class'::regclass and objid = pg_class.oid and deptype = 'e'
)
"""
"""Counts the tables of users that are not part of an extension."""


def _has_schema(connection: psycopg.Connection[Any]) -> bool:
    return bool(_fetch(connection, f"select count(*) from pg_namespace where nspname = '{_SCHEMA}'"))


def _fetch(connection: psycopg.Connection[Any], statement: str) -> Any:
    row = connection.execute(statement.encode()).fetchone()
    return row[0] if row else None


def _hint(name: str) -> str:
    return f"make it with: termbase memory import FILE --memory {name}"


def _without_password(address: str) -> str:
    """An address as it may be shown."""
    hidden = re.sub(r"(//[^:/@]*):[^@]*(?=@)", r"\1", address)
    return re.sub(r"([?&]password)=[^&]*", r"\1=", hidden)


@lru_cache(maxsize=256)
def _own(statement: str) -> bytes:
    """A statement in the style of psycopg, which writes `%s` for a value."""
    return statement.replace("?", "%s").encode()
