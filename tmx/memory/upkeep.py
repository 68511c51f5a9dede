"""Checks a memory, deletes units, and builds what is made from units anew.

Start from `faults`, `delete` and `rebuild`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tmx.memory.database import Database
from tmx.memory.index import Indexing
from tmx.memory.record import from_record, hashed
from tmx.memory.schema import UNINDEX

_PAGE = 1000
"""The number of units that are read at once: PostgreSQL sends all rows of a statement before any is seen."""


def stored_units(database: Database) -> Iterator[tuple[int, int, int, str]]:
    """Yield number, file, digest and record of all units, in the order in which they were added."""
    statement = "select number, source, digest, record from unit where number > ? order by number limit ?"
    last = 0
    while page := database.execute(statement, (last, _PAGE)).fetchall():
        yield from page
        last = page[-1][0]


def faults(database: Database) -> Iterator[str]:
    """Yield what is wrong with a memory, each in a sentence; a whole memory yields nothing.

    Units that are not indexed yet, since an import was stopped, are no fault: the next import indexes them.
    """
    if own := list(database.own_faults()):
        yield from own
        return  # the rest may be anything
    pending = {unit for (unit,) in database.execute("select unit from pending")}
    texts = 0
    for number, _, digest, record in stored_units(database):
        if hashed(record) != digest:
            yield f"unit {number} is not what was stored"
            continue
        texts += 0 if number in pending else len(from_record(record).variants)
    (variants,) = database.execute("select count(*) from variant").fetchone()
    if variants != texts:
        yield f"the index has {variants} texts, the units have {texts}"
    (lost,) = database.execute(
        "select count(*) from variant where not exists (select 1 from row where number = variant.row)"
    ).fetchone()
    if lost:
        yield f"the index lacks the tokens of {lost} texts"


def delete(database: Database, numbers: Iterable[int]) -> None:
    """Delete the units with these numbers, and what the index says of them, within the caller's transaction.

    Rows of tokens stay until the index is built anew; without a text they are not found.
    """
    rows = [(number,) for number in numbers]
    for table, column in (("variant", "unit"), ("pending", "unit"), ("unit", "number")):
        database.executemany(f"delete from {table} where {column} = ?", rows)


def rebuild(database: Database) -> None:
    """Index all units of a memory that is open for writing anew, and give free space back to the disk."""
    with database.transaction():
        for statement in UNINDEX:
            database.execute(statement)
    Indexing(database).run()
    database.shrink()
