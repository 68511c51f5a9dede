"""Finds the rows of tokens that may have a string, also inside of words. Start from `RowsWith.rows`.

The grams of `tmx.memory.postings` give the rows that have the words and signs of the string, and their tokens leave
out those that have its words elsewhere. A word at either end of it may be part of a longer one.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Sized
from functools import cached_property
from itertools import chain, groupby, islice, pairwise, product
from operator import itemgetter, mul
from typing import NamedTuple

from termbase.language import is_same_language
from tmx.memory.database import Database
from tmx.memory.postings import GROUPS, Postings, Range, Space, space_of
from tmx.memory.tokens import PLACEABLES, folded, literal_tokens, tokens
from tmx.memory.vocabulary import Vocabulary, WordList, is_single
from tmx.memory.words_beside import has_beside, says_beside

MOST_WORDS = 200
"""Of the words that a part of a word is in, so many are looked for: those that the memory had first."""

_FEW = 2500
"""If the rows with the rarest part of a string stand in no more lists, those of all lengths are read at once."""

_ALL = ((0, GROUPS - 1),)
_LENGTHS = ((0, 6), (7, GROUPS - 1))
"""The groups of lengths that are read together otherwise, from the first to the last."""

_ENOUGH = 4000
"""The other parts are read for so many rows of the rarest part, then for four times as many."""

_FIRST_GRAMS, _OTHER_GRAMS = 8, 8
"""The rows of so many grams of a part are counted, to estimate how many have it: each of the first words, which are
the most frequent ones, and others evenly spread."""

_GRAMS_FOR_ONE, _LISTS_FOR_ONE, _ROWS_FOR_ONE = 1, 4, 100
"""Reading the tokens of a row takes as long as looking up so many grams, as reading so many lists of rows, or as
looking for it among so many rows."""

_FIRST, _AT_ONCE = 75, 250
"""The number of rows whose tokens are read at first, and then at once. The second one is also about that of rows in
which those come last that have the string only if a placeable says it."""


class _Part(NamedTuple):
    """A part of the string in one space: the grams of which a row has one, or characters they begin with."""

    space: Space
    grams: list[str]
    is_beginning: bool

    def ranges(self, first: int = 0, last: int = GROUPS - 1) -> list[Range]:
        """Return where the postings of the rows in the groups from `first` to `last` are, at least."""
        if self.is_beginning:
            return [self.space.beginning_with(char) for char in self.grams]
        return self.space.ranges_of(self.grams, first, last)


class _Counted(NamedTuple):
    """A part, with about the number of rows that have it, and of the lists (postings) in which they stand."""

    rows: int
    lists: int
    part: _Part


_NO_ROWS = array("I")


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
        """Yield the rows that may have these words and signs anywhere, those of the shortest groups first.

        The rows of a group are compared when they are wanted: those of frequent parts are very many, and the first
        ones may do.
        """
        postings = Postings(self._database)
        spaces = self._spaces(source)
        counted = _counted(postings, [part for space in spaces for part in _parts(space, words, signs)])
        by_space = [
            sorted((each for each in counted if each.part.space == space), key=itemgetter(0)) for space in spaces
        ]
        for rarest, first, last in _rarest(postings, [parts[0] for parts in by_space]):
            for low, high in _stages(rarest, first, last):
                needed = [_needed(parts[1:], rows, low, high) for parts, rows in zip(by_space, rarest, strict=True)]
                ranges = [part.ranges(low, high) for part in chain.from_iterable(needed)]
                others = iter(postings.grouped(ranges, low, high))
                lists = [[rows, *islice(others, len(parts))] for rows, parts in zip(rarest, needed, strict=True)]
                for group, own in product(range(low, high + 1), lists):
                    yield from _in_all([rows.get(group, _NO_ROWS) for rows in own])

    def _having_beside(self, numbers: Iterator[int], words: Sequence[Sequence[str]]) -> Iterator[int]:
        """Yield the rows with these numbers that may have the words one after the other.

        Of about `_AT_ONCE` at a time, those follow that have them only if a placeable says them: few of their
        texts do, and these are very many.
        """
        wanted = [frozenset(chars) for chars in words]
        if_said = [PLACEABLES.union(chars) for chars in words]
        doubtful: list[int] = []
        found = 0
        at_once = _FIRST
        while some := list(islice(numbers, at_once)):
            at_once = _AT_ONCE
            rows = dict(self._database.matching("select number, tokens from row where number in (?)", some))
            for number in some:
                row = rows.get(number, "")
                if has_beside(row, wanted):
                    yield number
                elif not PLACEABLES.isdisjoint(row) and says_beside(row, if_said):
                    doubtful.append(number)
                else:
                    continue
                found += 1
                if found == _AT_ONCE:
                    yield from doubtful
                    doubtful.clear()
                    found = 0
        yield from doubtful

    def _spaces(self, source: str | None) -> list[Space]:
        tags = [tag for (tag,) in self._database.execute("select tag from language")]
        return list(dict.fromkeys(space_of(tag) for tag in tags if source is None or is_same_language(tag, source)))

    @cached_property
    def _words(self) -> WordList:
        return self._vocabulary.all_words()


def _counted(postings: Postings, parts: Sequence[_Part]) -> list[_Counted]:
    """Return the parts with about the number of rows that have each."""
    ranges = [part.ranges() for part in parts]
    steps = [max(1, (len(own) - _FIRST_GRAMS) // _OTHER_GRAMS) for own in ranges]
    chosen = [own[:_FIRST_GRAMS] + own[_FIRST_GRAMS::step] for own, step in zip(ranges, steps, strict=True)]
    counts = iter(postings.counts(list(chain.from_iterable(chosen))))
    counted = []
    for part, own, step in zip(parts, chosen, steps, strict=True):
        weights = [1 if at < _FIRST_GRAMS else step for at in range(len(own))]
        rows, lists = (map(mul, weights, each) for each in zip(*islice(counts, len(own)), strict=True))
        counted.append(_Counted(sum(rows), sum(lists), part))
    return counted


def _rarest(
    postings: Postings, parts: Sequence[_Counted]
) -> Iterator[tuple[list[dict[int, array[int]]], int, int]]:
    """Yield the rows that have a part, by group of lengths, for each part, and the first and last group of them."""
    short = [each.part.ranges() for each in parts if each.lists <= _FEW]
    known = postings.grouped(short, 0, GROUPS - 1)
    for first, last in _ALL if len(short) == len(parts) else _LENGTHS:
        long = [each.part.ranges(first, last) for each in parts if each.lists > _FEW]
        read = iter(postings.grouped(long, first, last)), iter(known)
        yield [next(read[each.lists <= _FEW]) for each in parts], first, last


def _stages(rarest: Sequence[Mapping[int, Sized]], first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield the first and the last of groups that are compared together, first few rows, then more."""
    rows, enough = 0, _ENOUGH
    for group in range(first, last + 1):
        rows += sum(len(own.get(group, ())) for own in rarest)
        if rows >= enough or group == last:
            yield first, group
            first, rows, enough = group + 1, 0, 4 * enough


def _needed(parts: Sequence[_Counted], rarest: Mapping[int, Sized], first: int, last: int) -> list[_Part]:
    """Return the parts that are read sooner than the tokens of rows in some groups that have the rarest part."""
    sizes = {group: len(rows) for group, rows in rarest.items()}
    rows = sum(size for group, size in sizes.items() if first <= group <= last)
    share = rows / max(1, sum(sizes.values()))
    return [each.part for each in parts if _cost(each, share) < rows]


def _cost(counted: _Counted, share: float) -> float:
    """The time for reading a part in groups with a share of the rows; that of one row's tokens is 1."""
    read = counted.lists / _LISTS_FOR_ONE + counted.rows / _ROWS_FOR_ONE
    return len(counted.part.grams) / _GRAMS_FOR_ONE + (read if counted.part.is_beginning else share * read)


def _in_all(lists: Sequence[array[int]]) -> Iterator[int]:
    """Yield the rows of the first list, in order, that are in the others, but for very long ones."""
    rows: Collection[int]
    rows, *others = lists
    for other in others:
        if len(other) <= len(rows) * _ROWS_FOR_ONE:
            rows = set(rows).intersection(other)
    return map(itemgetter(0), groupby(sorted(rows)))


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


def _is_inside(char: str) -> bool:
    """Whether a character may be inside a word."""
    return char.isalnum() or char == "'"
