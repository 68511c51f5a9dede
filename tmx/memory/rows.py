"""Adds texts to a memory as rows of tokens, each different row once. Start from `NewRows.number_of`."""

from __future__ import annotations

import sqlite3

from tmx.memory.postings import NewPostings, Space, space_of
from tmx.memory.record import hashed
from tmx.memory.tokens import tokens
from tmx.memory.vocabulary import GrowingVocabulary


class NewRows:
    """The rows that a transaction for writing adds; `begin` and `write` are called at its two ends."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._vocabulary = GrowingVocabulary(database)
        self._postings = NewPostings()
        self._new: dict[int, tuple[int, int, str]] = {}
        self._next = 0

    def begin(self) -> None:
        """Find out from which number on rows can be added."""
        (last,) = self._database.execute("select coalesce(max(number), 0) from row").fetchone()
        self._next = last + 1

    def number_of(self, tag: str, text: str) -> int:
        """Return the number of the row of a text in a language (canonical tag), after adding it if it is new."""
        space, tokens_ = space_of(tag), self._vocabulary.row(tokens(text))
        key = row_key(space, tokens_)
        if key in self._new:
            return self._new[key][0]
        stored = self._database.execute("select number from row where key = ?", (key,)).fetchone()
        if stored:
            return int(stored[0])
        number, self._next = self._next, self._next + 1
        self._new[key] = number, key, tokens_
        self._postings.add(number, space, tokens_)
        return number

    def write(self) -> None:
        """Add the new rows to the database."""
        self._database.executemany("insert into row values (?, ?, ?)", self._new.values())
        self._new.clear()
        self._postings.write(self._database)


def row_key(space: Space, row: str) -> int:
    """Return a number that stands for a row of tokens in the languages of a space."""
    return hashed(f"{space.base} {row}")
