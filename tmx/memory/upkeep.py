"""Checks a memory, deletes units, and builds what is made from units anew.

Start from `faults`, `delete` and `rebuild`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

from tmx.memory.database import transaction
from tmx.memory.index import Indexing
from tmx.memory.record import from_record, hashed

_DERIVED = ("variant", "row", "word", "posting", "language")


def faults(database: sqlite3.Connection) -> Iterator[str]:
    """Yield what is wrong with a memory, each in a sentence; a whole memory yields nothing."""
    yield from (f"SQLite: {text}" for (text,) in database.execute("pragma quick_check") if text != "ok")
    texts = 0
    for number, digest, record in database.execute("select number, digest, record from unit"):
        if hashed(record) != digest:
            yield f"unit {number} is not what was stored"
            continue
        texts += len(from_record(record).variants)
    (pending,) = database.execute("select count(*) from pending").fetchone()
    (variants,) = database.execute("select count(*) from variant").fetchone()
    if pending:
        yield f"{pending} units are not indexed, since an import was stopped"
    elif variants != texts:
        yield f"the index has {variants} texts, the units have {texts}"
    (lost,) = database.execute("select count(*) from variant where row not in (select number from row)").fetchone()
    if lost:
        yield f"the index lacks the tokens of {lost} texts"


def delete(database: sqlite3.Connection, numbers: Iterable[int]) -> None:
    """Delete the units with these numbers, and what the index says of them, within the caller's transaction.

    Rows of tokens stay until the index is built anew; without a text they are not found.
    """
    rows = [(number,) for number in numbers]
    for table, column in (("variant", "unit"), ("pending", "unit"), ("unit", "number")):
        database.executemany(f"delete from {table} where {column} = ?", rows)


def rebuild(database: sqlite3.Connection) -> None:
    """Index all units of a memory that is open for writing anew, and give free space back to the disk."""
    with transaction(database):
        for table in _DERIVED:
            database.execute(f"delete from {table}")
        database.execute("insert or ignore into pending select number from unit")
    Indexing(database).run()
    database.execute("vacuum")
    database.execute("pragma wal_checkpoint(truncate)")
