"""Reads an index. Start from `Index`; each of its methods runs one SQL statement."""

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
    """The index of a termbase, for queries. Several threads may use it; it runs one statement at a time."""

    def __init__(self, database: sqlite3.Connection, renew: Callable[[], sqlite3.Connection] | None = None) -> None:
        """Read from `database`, which any thread may use; if it is damaged, `renew` builds another."""
        self.name = ""
        """A name that distinguishes the hits of several indexes. Whoever opens the index sets it."""
        self._database = database
        self._renew = renew
        self._lock = Lock()
        self._cached_keys: dict[tuple[KeySide, int], list[str]] = {}

    def with_keys(self, keys: Collection[str]) -> list[Form]:
        """Return the forms whose whole key is one of the given keys."""
        places = ", ".join("?" * len(keys))
        return self._forms(f"select {_FIELDS} from form where key in ({places})", tuple(keys))

    def with_han(self, query: str, most: int) -> list[Form]:
        """Return at most `most` forms of Chinese terms for a full-text query, the shortest keys first.

        The query has spaces between characters (see `phrase`, `any_of`).
        """
        forms = self._forms(f"select {_FIELDS} from han where han match ? order by rowid limit ?", (query, most))
        return [form._replace(key=form.key.replace(" ", "")) for form in forms]

    def with_latin(self, query: str, most: int) -> list[Form]:
        """Return at most `most` forms of English and pinyin for a full-text query, the shortest keys first.

        Each phrase of the query must have at least three letters.
        """
        return self._forms(f"select {_FIELDS} from latin where latin match ? order by rowid limit ?", (query, most))

    def with_letters(self, letters: str, most: int) -> list[Form]:
        """Return at most `most` forms in which a word begins with letters (for fewer letters than `with_latin`)."""
        return self._forms(
            f"select {_FIELDS} from latin where key like ? or key like ? order by rowid limit ?",
            (f"{letters}%", f"% {letters}%", most),
        )

    def with_shape(self, shape: str, most: int) -> list[Form]:
        """Return at most `most` forms of terms as written whose key has a shape (`r*n*a*`), the shortest first."""
        return self._forms(
            f"select {_FIELDS} from form where key glob ? and way <= {Way.REGION} order by length(key) limit ?",
            (shape, most),
        )

    def concept(self, number: int) -> ConceptEntry:
        """Return the concept with a number in this index, without the history of its terms."""
        return self._query("select record from concept where number = ?", (number,), _one_concept)

    @cached_property
    def folding(self) -> ChineseFolding:
        """The folding for Chinese queries, equal to that of the terms of this index."""
        return ChineseFolding(
            partial(self._table, "select written, plain from folding where written"),
            partial(self._table, "select written, plain from wording where first"),
        )

    def sounds(self, characters: Collection[str]) -> dict[str, str]:
        """Return the readings of simplified characters as `reading_key` gives them, separated by spaces."""
        return self._table("select character, syllables from sound where character", characters)

    def related(self, forms: Collection[str]) -> set[str]:
        """Return the words of English terms that have one of the base forms or stems."""
        found = self._table("select form, words from related where form", forms).values()
        return {word for words in found for word in words.split()}

    def keys(self, side: KeySide, lengths: range) -> list[str]:
        """Return all keys of one kind whose length in characters is in a range, each key once."""
        return [key for length in lengths for key in self._keys(side, length)]

    @cached_property
    def only_language(self) -> str:
        """`Chinese` or `English` if all terms are in this language, `no` if there are none, otherwise ""."""
        sides = {int(side) for side in self._query("select distinct side, 0 from near", (), _pairs)}
        has_chinese, has_english = KeySide.HAN in sides, KeySide.ENGLISH in sides
        if has_chinese and has_english:
            return ""
        return "Chinese" if has_chinese else "English" if has_english else "no"

    def _keys(self, side: KeySide, length: int) -> list[str]:
        keys = self._cached_keys.get((side, length))
        if keys is None:
            statement = "select keys from near where side = ? and length = ?"
            keys = self._cached_keys[side, length] = self._query(statement, (side, length), _lines)
        return keys

    def _table(self, statement: str, keys: Collection[str]) -> dict[str, str]:
        return self._query(f"{statement} in ({', '.join('?' * len(keys))})", tuple(keys), _pairs)

    def _forms(self, statement: str, values: tuple[Any, ...]) -> list[Form]:
        return self._query(statement, values, _as_forms)

    def _query(self, statement: str, values: tuple[Any, ...], convert: Callable[[_Rows], _Answer]) -> _Answer:
        """Return the converted rows of a statement; if the index is damaged, those of a new index."""
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
