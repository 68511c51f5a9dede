"""Finds the rows of tokens that may have a string, also inside of words. Start from `RowsWith.rows`.

The grams of `tmx.memory.postings` give the rows that have the words and signs of the string, and their tokens leave
out those that have its words elsewhere. A word at either end of it may be part of a longer one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain, islice, pairwise, product
from operator import itemgetter
from typing import NamedTuple, TypeAlias

from termbase.language import primary_language
from tmx.memory.database import Database
from tmx.memory.postings import GROUPS, Postings, Range, Space, space_of
from tmx.memory.tokens import PLACEABLES, folded, literal_tokens, tokens
from tmx.memory.vocabulary import Vocabulary, WordList, is_single

MOST_WORDS = 200
"""Of the words that a part of a word is in, so many are looked for: those that the memory had first."""

_FEW = 10_000
"""If no more rows have the rarest part of a string, those of all lengths are read at once."""

_ALL = (0, GROUPS - 1, 1.0)
_LENGTHS = ((0, 2, 0.1), (3, 6, 0.4), (7, GROUPS - 1, 0.5))
"""The groups of lengths that are read together otherwise, from the first to the last, and their share of rows."""

_MOST_GRAMS = 12
"""The rows of so many grams of a part are counted, to estimate how many have it."""

_FEW_ROWS = 200
"""Of so many rows, the tokens are read; of more, first the other parts."""

_ROWS_FOR_ONE = 150
"""Reading the tokens of a row takes as long as reading so many rows of a part."""

_MOST_READ = 20_000
"""If more rows have a part of which those of all lengths must be read, those of other parts are checked for it."""

_AT_ONCE = 250
"""The number of rows whose tokens are read at once."""


class _Part(NamedTuple):
    """A part of the string in one space: the grams of which a row has one, or characters they begin with."""

    space: Space
    grams: list[str]
    is_beginning: bool

    def ranges(self, first: int = 0, last: int = GROUPS - 1, grams: int | None = None) -> list[Range]:
        """Return where the postings of rows in the groups from `first` to `last` are, at least.

        If `grams` is given, they are those of so many grams.
        """
        if self.is_beginning:
            return [self.space.beginning_with(char) for char in self.grams[:grams]]
        return self.space.ranges_of(self.grams[:grams], first, last)


_Counted: TypeAlias = "tuple[int, _Part]"
"""How many rows have a part."""


class RowsWith:
    """Finds rows in the database of an open memory."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._vocabulary = Vocabulary(database)

    def words_with(self, text: str, has_signs: bool) -> list[list[str]]:
        """Return, for each word of a text, the characters of all words that it may be a part of."""
        words, inner = literal_tokens(text) or ([] if has_signs else tokens(text)), folded(text).strip()
        last = len(words) - 1
        return [
            self._longer(word, at > 0 or not _is_inside(inner[0]), at < last or not _is_inside(inner[-1]))
            for at, word in enumerate(words)
        ]

    def _longer(self, word: str, at_start: bool, at_end: bool) -> list[str]:
        """Return the characters of the words that have a word in them, at their start or end if so wanted."""
        if is_single(word):
            return [word]
        if at_start and at_end:
            known = self._vocabulary.character(word)
            return [known] if known else []
        return self._words.having(word, at_start, at_end, MOST_WORDS)

    def rows(self, words: Sequence[Sequence[str]], signs: Iterable[str], source: str | None) -> Iterator[int]:
        """Yield the numbers of the rows that may have these words and signs, the shortest rows first.

        Of some hundred at a time, those follow that have the words only if a placeable says them.
        """
        if not all(words):
            return
        numbers = self._having_parts(words, signs, source)
        yield from self._having_beside(numbers, words) if words else numbers

    def _having_parts(
        self, words: Sequence[Sequence[str]], signs: Iterable[str], source: str | None
    ) -> Iterator[int]:
        """Yield the rows that may have these words and signs anywhere, those of the shortest groups first."""
        postings = Postings(self._database)
        needed = [_ordered(postings, _parts(space, words, signs)) for space in self._spaces(source)]
        whole = [
            _having_all(postings, parts, *_ALL)
            if parts[0][0] <= _FEW or any(part.is_beginning for _, part in parts)
            else None
            for parts in needed
        ]
        for first, last, share in _LENGTHS if None in whole else (_ALL,):
            found = [
                _having_all(postings, parts, first, last, share) if rows is None else rows
                for rows, parts in zip(whole, needed, strict=True)
            ]
            yield from (
                number
                for group in range(first, last + 1)
                for rows in found
                for number in sorted(set(rows.get(group, ())))
            )  # sorted when they are wanted: of a sign they are very many, and the first ones may do

    def _having_beside(self, numbers: Iterator[int], words: Sequence[Sequence[str]]) -> Iterator[int]:
        """Yield the rows with these numbers that may have the words one after the other.

        Of about `_FEW_ROWS` at a time, those follow that have them only if a placeable says them: few of their
        texts do, and these are very many.
        """
        wanted = [frozenset(chars) for chars in words]
        if_said = [PLACEABLES.union(chars) for chars in words]
        doubtful: list[int] = []
        sure = 0
        while some := list(islice(numbers, _AT_ONCE)):
            rows = dict(self._database.matching("select number, tokens from row where number in (?)", some))
            for number in some:
                row = rows.get(number, "")
                if _has_beside(row, wanted):
                    sure += 1
                    yield number
                elif not PLACEABLES.isdisjoint(row) and _says_beside(row, if_said):
                    doubtful.append(number)
            if sure + len(doubtful) > _FEW_ROWS:
                yield from doubtful
                doubtful.clear()
                sure = 0
        yield from doubtful

    def _spaces(self, source: str | None) -> list[Space]:
        tags = [tag for (tag,) in self._database.execute("select tag from language")]
        return list(
            dict.fromkeys(
                space_of(tag) for tag in tags if source is None or primary_language(tag) == primary_language(source)
            )
        )

    @cached_property
    def _words(self) -> WordList:
        return self._vocabulary.all_words()


def _ordered(postings: Postings, parts: Sequence[_Part]) -> list[_Counted]:
    """Return the parts with about the number of rows that have each, those that the fewest have first.

    Of a part with many grams, the rows of some are counted: counting those of all takes as long as reading them.
    """
    ranges = [part.ranges(grams=_MOST_GRAMS) for part in parts]
    counts = iter(postings.counts(list(chain.from_iterable(ranges))))
    counted = [
        sum(islice(counts, len(own))) * len(part.grams) // len(own) for part, own in zip(parts, ranges, strict=True)
    ]
    return sorted(zip(counted, parts, strict=True), key=itemgetter(0))


def _having_all(
    postings: Postings, parts: Sequence[_Counted], first: int, last: int, share: float
) -> Mapping[int, Iterable[int]]:
    """Return, by group of lengths from `first` to `last`, the rows that may have all parts, some more than once.

    `share` is that of the groups of all rows.
    """
    rarest = postings.grouped(parts[0][1].ranges(first, last))
    if len(parts) == 1:
        return rarest
    found = {group: set(rows) for group, rows in rarest.items()}
    for count, part in parts[1:]:
        size = sum(map(len, found.values()))
        if size <= _FEW_ROWS or size * _ROWS_FOR_ONE < count * share:
            break
        if not part.is_beginning or count <= _MOST_READ:
            others = postings.grouped(part.ranges(first, last))
            found = {group: rows.intersection(others.get(group, ())) for group, rows in found.items()}
    return found


def _parts(space: Space, words: Sequence[Sequence[str]], signs: Iterable[str]) -> list[_Part]:
    """Return the parts that a row of a space must have, to have words one after the other, and signs."""
    return [*(_Part(space, [sign], len(sign) == 1) for sign in signs), *_parts_of_words(space, words)]


def _parts_of_words(space: Space, words: Sequence[Sequence[str]]) -> list[_Part]:
    if space.size == 1 or not words:
        return [_Part(space, list(chars), False) for chars in words]
    pairs = [
        _Part(space, [one + other for one in chars for other in others], False)
        if len(chars) * len(others) <= MOST_WORDS
        else _Part(space, list(chars), True)
        for chars, others in pairwise(words)
    ]
    is_last_in_pair = bool(pairs) and not pairs[-1].is_beginning
    return pairs if is_last_in_pair else [*pairs, _Part(space, list(words[-1]), True)]


def _has_beside(row: str, words: Sequence[frozenset[str]]) -> bool:
    """Whether a row has words one after the other, each given as its characters.

    (A pattern with so many characters would be slow.)
    """
    own = [chars.intersection(row) for chars in words]
    return any("".join(each) in row for each in product(*own))


def _says_beside(row: str, words: Sequence[frozenset[str]]) -> bool:
    """Whether a row may have words one after the other, some of which its placeables say.

    A placeable stands for any number of words. The characters of each word have those of placeables among them.
    """
    if any(chars.isdisjoint(row) for chars in words):
        return False
    first, *others = words
    ends = {at for at, char in enumerate(row, 1) if char in first}
    for chars in others:
        ends = {end for start in ends for end in _ends(row, start, chars)}
    return bool(ends)


def _ends(row: str, start: int, chars: frozenset[str]) -> Iterator[int]:
    """Yield where the next word may end, one of `chars`, if the word before it ends at `start`.

    The first word may end at any placeable, so a row of them is gone through from each of its places.
    """
    if row[start - 1] in PLACEABLES:
        yield start
    if start < len(row) and row[start] in chars:
        yield start + 1


def _is_inside(char: str) -> bool:
    """Whether a character may be inside a word."""
    return char.isalnum() or char == "'"
