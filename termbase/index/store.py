"""Reads an index. Start from `Index`; each of its questions is one statement of SQL."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any

from termbase.index.folding import ChineseFolding
from termbase.index.forms import Form, Way
from termbase.index.records import from_record
from termbase.model import ConceptEntry, Termbase

IN_HAN, IN_LATIN = 1, 2
"""The full-text tables by number, as the others refer to them."""
_FIRST = "(select coalesce(min(first), 1 << 62) from length where searched = ? and key_length >= ?)"
_WAYS = tuple(Way)
_FIELDS = "key, way, concept, term, origin"


class Index:
    """A termbase, as it can be asked for terms. Not for use by several threads at once."""

    def __init__(self, database: sqlite3.Connection, renew: Callable[[], sqlite3.Connection] | None = None) -> None:
        """Ask `database`; where that turns out damaged, the one that `renew` makes."""
        self._database = database
        self._renew = renew

    @classmethod
    def of(cls, termbase: Termbase) -> Index:
        """The index of a termbase, in memory only."""
        from termbase.index.build import in_memory

        return cls(in_memory(termbase))

    def with_keys(self, keys: Sequence[str]) -> list[Form]:
        """The forms whose whole key is one of those given."""
        places = ", ".join("?" * len(keys))
        return self._forms(f"select {_FIELDS} from form where key in ({places})", keys)

    def with_han(self, wanted: str, most: int, lengths: range | None = None) -> list[Form]:
        """Forms of Chinese terms that a full-text query finds, characters apart by spaces; the shortest first.

        With `lengths` those of so many characters alone.
        """
        forms = self._searched("han", IN_HAN, wanted, most, lengths)
        return [form._replace(key=form.key.replace(" ", "")) for form in forms]

    def with_latin(self, wanted: str, most: int, lengths: range | None = None) -> list[Form]:
        """Forms of English terms and of readings, likewise; the query is of three letters or more."""
        return self._searched("latin", IN_LATIN, wanted, most, lengths)

    def with_letters(self, letters: str, most: int) -> list[Form]:
        """Forms of English terms in which a word begins with letters too few for `with_latin`."""
        return self._forms(
            f"select {_FIELDS} from latin where key like ? or key like ? order by rowid limit ?",
            (f"{letters}%", f"% {letters}%", most),
        )

    def concept(self, number: int) -> ConceptEntry:
        """A concept by its number in this index, without the history of its terms."""
        ((record,),) = self._rows("select record from concept where number = ?", (number,))
        return from_record(record)

    def concepts(self) -> Iterator[ConceptEntry]:
        """All concepts, in the order of the termbase."""
        return (from_record(record) for (record,) in self._rows("select record from concept order by number", ()))

    @cached_property
    def folding(self) -> ChineseFolding:
        """What folds a Chinese query as the terms of this index were folded."""
        return ChineseFolding(self._rows("select written, plain from folding", ()))

    def _searched(self, table: str, number: int, wanted: str, most: int, lengths: range | None) -> list[Form]:
        """Rows stand in the order of length, so that a range of lengths is a range of rows."""
        statement = f"select {_FIELDS} from {table} where {table} match ?"
        values: list[str | int] = [wanted]
        if lengths is not None:
            statement += f" and rowid >= {_FIRST} and rowid < {_FIRST}"
            values += [number, lengths.start, number, lengths.stop]
        return self._forms(f"{statement} order by rowid limit ?", [*values, most])

    def _forms(self, statement: str, values: Iterable[Any]) -> list[Form]:
        return [Form(key, _WAYS[way], *rest) for key, way, *rest in self._rows(statement, tuple(values))]

    def _rows(self, statement: str, values: tuple[Any, ...]) -> list[tuple[Any, ...]]:
        try:
            return self._database.execute(statement, values).fetchall()
        except sqlite3.DatabaseError:
            if self._renew is None:
                raise
            self._database.close()
            self._database, self._renew = self._renew(), None
            return self._database.execute(statement, values).fetchall()
