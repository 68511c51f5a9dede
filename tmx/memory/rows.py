"""Adds texts to a memory as rows of tokens, each different row once. Start from `NewRows.numbers_of`."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import NamedTuple

from tmx.memory.database import Database
from tmx.memory.postings import END, NewPostings, Space, space_of
from tmx.memory.record import hashed
from tmx.memory.tokens import PLACEABLES, literal_tokens, signs, tokens
from tmx.memory.vocabulary import GrowingVocabulary

Text = tuple[str, str]
"""A language (canonical tag) and a text in it."""


class _Cut(NamedTuple):
    """A text as a row of tokens.

    `more` are the grams by which it is found beside those of its tokens: its signs, and what its placeables say.
    """

    space: Space
    row: str
    key: int
    more: set[str]


class NewRows:
    """The rows that a transaction for writing adds; `begin` and `write` are called at its two ends."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._vocabulary = GrowingVocabulary(database)
        self._postings = NewPostings()
        self._next = 0

    def begin(self) -> None:
        """Find out from which number on rows can be added."""
        (last,) = self._database.execute("select coalesce(max(number), 0) from row").fetchone()
        self._next = last + 1

    def numbers_of(self, texts: Iterable[Text]) -> dict[Text, int]:
        """Return the numbers of the rows of texts, after adding the rows that are new.

        Many texts are asked for together, since each statement takes a server a message.
        """
        cut = self._cut(dict.fromkeys(texts))
        keys = dict.fromkeys(each.key for each in cut.values())
        known = dict(self._database.matching("select key, number from row where key in (?)", keys))
        said = self._already_said(cut, known)
        new: list[tuple[int, int, str]] = []
        numbers = {}
        add = self._postings.add
        for text, (space, row, key, more) in cut.items():
            number = known.get(key)
            if number is None:
                number = known[key] = self._next
                self._next += 1
                new.append((number, key, row))
                add(number, space, len(row), space.grams(row) | more)
            elif more and (number, hashed(text[1])) not in said:
                add(number, space, len(row), more)
            numbers[text] = number
        self._database.load("row (number, key, tokens)", new)
        return numbers

    def _cut(self, texts: Iterable[Text]) -> dict[Text, _Cut]:
        words = {text: tokens(text[1]) for text in texts}
        literal = {text: literal_tokens(text[1]) for text, own in words.items() if not PLACEABLES.isdisjoint(own)}
        self._vocabulary.learn(chain.from_iterable(chain(words.values(), literal.values())))
        cut = {}
        for text, own in words.items():
            space, row, said = space_of(text[0]), self._vocabulary.row(own), ""
            more = {sign if len(sign) > 1 else sign + END for sign in signs(text[1])}
            if text in literal:
                said = self._vocabulary.row(literal[text])
                more |= space.grams(said) - space.grams(row)
            cut[text] = _Cut(space, row, row_key(space, row, said), more)
        return cut

    def _already_said(self, cut: dict[Text, _Cut], known: dict[int, int]) -> set[tuple[int, int]]:
        """Return the texts with more grams for which these are stored, as number of row and hash."""
        rows = dict.fromkeys(known[each.key] for each in cut.values() if each.more and each.key in known)
        return set(self._database.matching("select distinct row, text from variant where row in (?)", rows))

    def write(self) -> None:
        """Add the postings of the new rows to the database."""
        self._postings.write(self._database)


def row_key(space: Space, row: str, said: str) -> int:
    """Return a number that stands for a row of tokens in the languages of a space.

    `said` is the row of what its placeables say (`tmx.memory.tokens.literal_tokens`). It makes a difference if the
    row has nothing else: such rows would have very many texts, which a concordance reads one by one.
    """
    return hashed(f"{space.base} {row}\n{said}" if is_placeable(row) else f"{space.base} {row}")


def is_placeable(row: str) -> bool:
    """Whether a row has nothing but placeables."""
    return PLACEABLES.issuperset(row)
