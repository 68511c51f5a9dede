"""What a memory needs of the database that it is kept in. Start from `Database`.

The statements of this package are those that SQLite and PostgreSQL understand alike; a value stands in a
statement as `?`. What the two do differently is in `sqlite_store` and `postgres_store`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol, TypeAlias

Value: TypeAlias = "int | str | bytes | bytearray"


class Rows(Protocol):
    """The rows that a statement returns, each a tuple."""

    def __iter__(self) -> Iterator[Any]: ...

    def fetchone(self) -> Any:
        """Return the next row; None if there is no other."""

    def fetchall(self) -> list[Any]:
        """Return all rows."""


class Database(Protocol):
    """The database of an open memory. Outside of a transaction, each statement is one of its own."""

    def execute(self, statement: str, values: Sequence[Value] = (), /) -> Rows:
        """Run a statement."""

    def executemany(self, statement: str, rows: Iterable[Sequence[Value]], /) -> object:
        """Run a statement once for each row of values."""

    def matching(self, statement: str, values: Iterable[Value], /) -> Iterator[Any]:
        """Yield the rows of a statement with `in (?)`, which stands for all the values, asked for many at once."""

    def postings(self, selected: str, keys: Sequence[int], width: int, condition: str, /) -> Iterable[Any]:
        """Return what is selected of the rows of `posting` whose key is one of some keys, or up to `width` more.

        Its place among the keys, from 0, comes first. The condition may end with `group by`.
        """

    def joined_words(self) -> str:
        """Return all words in the order of their numbers, each on a line of its own."""

    def load(self, table: str, rows: Iterable[Sequence[Value]], /) -> None:
        """Add many rows to a table, which is written with its columns: `word (number, word)`."""

    def append(self, rows: Iterable[tuple[int, bytearray]], /) -> None:
        """Add bytes to the ends of the rows of the table `posting`, by key."""

    def transaction(self) -> AbstractContextManager[None]:
        """Begin a transaction for writing, after waiting for others, and end it; an error undoes it."""

    def snapshot(self) -> AbstractContextManager[None]:
        """Let all statements see the database as it is at the first, while others write in it."""

    def reported(self) -> AbstractContextManager[None]:
        """Turn an error of the database into a TermbaseError that names the memory."""

    def own_faults(self) -> Iterator[str]:
        """Yield what the database itself finds wrong with what it keeps, each in a sentence."""

    def shrink(self) -> None:
        """Give free space back to the disk."""

    def size(self) -> int:
        """Return the bytes that the memory takes on the disk."""

    def close(self) -> None:
        """Close the database."""
