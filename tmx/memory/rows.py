"""Adds texts to a memory as rows of tokens, each different row once. Start from `NewRows.number_of`."""

from __future__ import annotations

from tmx.memory.database import Database
from tmx.memory.postings import NewPostings, Space, space_of
from tmx.memory.record import hashed
from tmx.memory.tokens import PLACEABLES, literal_tokens, tokens
from tmx.memory.vocabulary import GrowingVocabulary

_STORED = "select 1 from variant where row = ? and text = ?"


class NewRows:
    """The rows that a transaction for writing adds; `begin` and `write` are called at its two ends."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._vocabulary = GrowingVocabulary(database)
        self._postings = NewPostings()
        self._new: dict[int, tuple[int, int, str]] = {}
        self._literal: set[tuple[int, int]] = set()
        """Texts with placeables that were added, as number of row and hash."""
        self._next = 0

    def begin(self) -> None:
        """Find out from which number on rows can be added."""
        (last,) = self._database.execute("select coalesce(max(number), 0) from row").fetchone()
        self._next = last + 1

    def number_of(self, tag: str, text: str) -> int:
        """Return the number of the row of a text in a language (canonical tag), after adding it if it is new."""
        space, tokens_ = space_of(tag), self._vocabulary.row(tokens(text))
        key = row_key(space, tokens_)
        number = self._known(key)
        if number is None:
            number, self._next = self._next, self._next + 1
            self._new[key] = number, key, tokens_
            self._postings.add(number, space, len(tokens_), space.grams(tokens_))
        if not PLACEABLES.isdisjoint(tokens_):
            self._add_literal(number, space, tokens_, text)
        return number

    def _known(self, key: int) -> int | None:
        if key in self._new:
            return self._new[key][0]
        stored = self._database.execute("select number from row where key = ?", (key,)).fetchone()
        return int(stored[0]) if stored else None

    def _add_literal(self, number: int, space: Space, row: str, text: str) -> None:
        """Add what a text says in its numbers, addresses and placeholders, so that these can be found."""
        place = number, hashed(text)
        if place in self._literal or self._database.execute(_STORED, place).fetchone():
            return
        self._literal.add(place)
        grams = space.grams(self._vocabulary.row(literal_tokens(text))) - space.grams(row)
        self._postings.add(number, space, len(row), grams)

    def write(self) -> None:
        """Add the new rows to the database."""
        self._database.executemany("insert into row values (?, ?, ?)", self._new.values())
        self._new.clear()
        self._literal.clear()
        self._postings.write(self._database)


def row_key(space: Space, row: str) -> int:
    """Return a number that stands for a row of tokens in the languages of a space."""
    return hashed(f"{space.base} {row}")
