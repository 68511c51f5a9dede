"""Writes a text's tokens as a row of characters, one each, so that comparing two texts is comparing two strings.

Start from `Vocabulary.row`. A token of one Han character stands for itself. Words have numbers in the table `word`,
and each number a character from `_FIRST` on.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

from tmx.memory.database import Database
from tmx.memory.tokens import PLACEABLES

_FIRST, _LAST = 0x40000, 0x10FFFF
"""The characters for words. Unicode has given none of them to a script."""

UNKNOWN = "\uffff"
"""The character for a word that the memory has nowhere."""

_MOST_CACHED = 200_000

_NUMBERS = "select word, number from word where word in (?)"


class Vocabulary:
    """The words of an open memory, for texts that are looked for."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def row(self, tokens: Iterable[str]) -> str:
        """Return the row of a text; words that no stored text has become `UNKNOWN`."""
        tokens = list(tokens)
        words = dict.fromkeys(token for token in tokens if not is_single(token))
        known = dict(self._database.matching(_NUMBERS, words))
        return "".join(
            [
                token if is_single(token) else _character(known[token]) if token in known else UNKNOWN
                for token in tokens
            ]
        )

    def character(self, word: str) -> str | None:
        """Return the character of a word, or None if no stored text has it."""
        row = self._database.execute("select number from word where word = ?", (word,)).fetchone()
        return _character(row[0]) if row else None

    def all_words(self) -> WordList:
        """Return all words that are in the memory now."""
        return WordList(self._database.joined_words())


class WordList:
    """The words of a memory in the process, in which parts of words are found.

    They are kept in UTF-8, which is searched faster than a string.
    """

    def __init__(self, words: str) -> None:
        """Take words on a line each."""
        self._text = f"\n{words}\n".encode()
        self._starts = [0, *accumulate(map((1).__add__, map(len, words.encode().split(b"\n"))))]

    def having(self, part: str, at_start: bool, at_end: bool, most: int) -> list[str]:
        """Return the characters of the first words that have a part, at their start or end if so wanted."""
        wanted = b"\n" * at_start + part.encode("utf-8", "replace") + b"\n" * at_end
        found: list[str] = []
        at = self._text.find(wanted)
        while at >= 0 and len(found) < most:
            number = bisect_right(self._starts, at if at_start else at - 1)
            found.append(_character(number))
            at = self._text.find(wanted, self._starts[number])
        return found


class GrowingVocabulary(dict[str, str]):
    """The characters of tokens, to which new words are added. A rollback makes it useless."""

    def __init__(self, database: Database) -> None:
        super().__init__()
        self._database = database

    def row(self, tokens: Iterable[str]) -> str:
        """Return the row of a text whose tokens were learned last."""
        return "".join(map(self.__getitem__, tokens))

    def learn(self, tokens: Iterable[str]) -> None:
        """Find the characters of tokens, after adding the new words among them to the table."""
        if len(self) >= _MOST_CACHED:
            self.clear()
        unknown = [token for token in dict.fromkeys(tokens) if token not in self]
        self.update((token, token) for token in unknown if is_single(token))
        words = [token for token in unknown if not is_single(token)]
        self.update((word, _character(number)) for word, number in self._database.matching(_NUMBERS, words))
        (last,) = self._database.execute("select coalesce(max(number), 0) from word").fetchone()
        new = list(enumerate((word for word in words if word not in self), last + 1))
        self._database.load("word (number, word)", new)
        self.update((word, _character(number)) for number, word in new)


def is_single(token: str) -> bool:
    """Whether a token stands for itself in a row: a placeable, or a character of a script without spaces."""
    return token in PLACEABLES or (len(token) == 1 and "\u0e00" <= token < "\U00040000")


def _character(number: int) -> str:
    """The character of a word. From the 851,969th word of a memory on, words share characters."""
    return chr(_FIRST + (number - 1) % (_LAST - _FIRST + 1))
