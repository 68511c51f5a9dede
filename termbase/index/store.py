"""Reads an index. Start from `Index`; each of its questions is one statement of SQL."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection
from functools import cached_property, partial
from threading import Lock
from typing import Any, TypeVar

from termbase.index.folding import ChineseFolding
from termbase.index.forms import Form, Way
from termbase.index.records import from_record
from termbase.index.schema import KeySide
from termbase.model import ConceptEntry

_WAYS = tuple(Way)
_Rows = list[Any]
_Answer = TypeVar("_Answer")
_FIELDS = "key, way, concept, term, origin"


class Index:
    """A termbase, as it can be asked for terms, by several threads too: one statement is run at a time."""

    def __init__(self, database: sqlite3.Connection, renew: Callable[[], sqlite3.Connection] | None = None) -> None:
        """Ask `database`, which any thread may use; if it turns out damaged, the one that `renew` makes."""
        self.name = ""
        """What tells hits of several indexes apart; the one who opens it says."""
        self._database = database
        self._renew = renew
        self._lock = Lock()
        self._known_keys: dict[tuple[KeySide, int], list[str]] = {}

    def with_keys(self, keys: Collection[str]) -> list[Form]:
        """The forms whose whole key is one of those given."""
        places = ", ".join("?" * len(keys))
        return self._forms(f"select {_FIELDS} from form where key in ({places})", tuple(keys))

    def with_han(self, wanted: str, most: int) -> list[Form]:
        """Forms of Chinese terms that a full-text query finds, characters apart by spaces; the shortest first."""
        forms = self._forms(f"select {_FIELDS} from han where han match ? order by rowid limit ?", (wanted, most))
        return [form._replace(key=form.key.replace(" ", "")) for form in forms]

    def with_latin(self, wanted: str, most: int) -> list[Form]:
        """Forms of English terms and of readings, likewise; the query is of three letters or more."""
        return self._forms(
            f"select {_FIELDS} from latin where latin match ? order by rowid limit ?", (wanted, most)
        )

    def with_letters(self, letters: str, most: int) -> list[Form]:
        """Forms of English terms in which a word begins with letters too few for `with_latin`."""
        return self._forms(
            f"select {_FIELDS} from latin where key like ? or key like ? order by rowid limit ?",
            (f"{letters}%", f"% {letters}%", most),
        )

    def concept(self, number: int) -> ConceptEntry:
        """A concept by its number in this index, without the history of its terms."""
        return self._ask("select record from concept where number = ?", (number,), _one_concept)

    @cached_property
    def folding(self) -> ChineseFolding:
        """What folds a Chinese query as the terms of this index were folded."""
        return ChineseFolding(
            partial(self._table, "select written, plain from folding where written"),
            partial(self._table, "select written, plain from wording where first"),
        )

    def sounds(self, characters: Collection[str]) -> dict[str, str]:
        """The readings of simplified characters, as `reading_key` has them, parted by spaces."""
        return self._table("select character, syllables from sound where character", characters)

    def keys(self, side: KeySide, lengths: range) -> list[str]:
        """All keys of a side with so many characters, each once."""
        return [key for length in lengths for key in self._keys(side, length)]

    def _keys(self, side: KeySide, length: int) -> list[str]:
        known = self._known_keys.get((side, length))
        if known is None:
            statement = "select keys from near where side = ? and length = ?"
            known = self._known_keys[side, length] = self._ask(statement, (side, length), _lines)
        return known

    def _table(self, statement: str, keys: Collection[str]) -> dict[str, str]:
        return self._ask(f"{statement} in ({', '.join('?' * len(keys))})", tuple(keys), _pairs)

    def _forms(self, statement: str, values: tuple[Any, ...]) -> list[Form]:
        return self._ask(statement, values, _as_forms)

    def _ask(self, statement: str, values: tuple[Any, ...], convert: Callable[[_Rows], _Answer]) -> _Answer:
        """The answer made of the rows; of those of a new index where this one turns out damaged."""
        with self._lock:
            try:
                return convert(self._database.execute(statement, values).fetchall())
            except (sqlite3.DatabaseError, ValueError, TypeError, IndexError):
                if self._renew is None:
                    raise
                self._database.close()
                self._database, self._renew = self._renew(), None
                return convert(self._database.execute(statement, values).fetchall())


def _concept(row: tuple[str]) -> ConceptEntry:
    return from_record(row[0])


def _one_concept(rows: _Rows) -> ConceptEntry:
    (row,) = rows
    return _concept(row)


def _as_forms(rows: _Rows) -> list[Form]:
    return [Form(key, _WAYS[way], *rest) for key, way, *rest in rows]


def _lines(rows: _Rows) -> list[str]:
    return rows[0][0].split("\n") if rows else []


def _pairs(rows: _Rows) -> dict[str, str]:
    return dict(rows)
