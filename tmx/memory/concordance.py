"""Finds a string in all texts of a memory, also inside of words. Start from `Concordance.find`.

Case, width, script and spaces beside Chinese make no difference. The grams of `tmx.memory.postings` give the rows
that may have the string, and their tokens leave out those that have its words elsewhere; a word at either end of it
may be part of a longer one. The texts themselves decide.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain, islice, pairwise
from operator import itemgetter
from typing import NamedTuple, TypeAlias

from termbase.garbage import no_collection
from termbase.language import primary_language
from tmx.memory.database import Database
from tmx.memory.postings import GROUPS, Postings, Range, Space, space_of
from tmx.memory.record import from_record, text_at, texts_of
from tmx.memory.rows import Text
from tmx.memory.tokens import PLACEABLES, compared, folded, literal_tokens, signs, tokens
from tmx.memory.vocabulary import Vocabulary, WordList, is_single

_MOST_COUNTED = 200
"""If no more rows may have the string, each is checked and counted; else the count says that there are more."""

_MOST_WORDS = 200
"""Of the words that a part of a word is in, so many are looked for: those that the memory had first."""

_FIRST_CHUNK, _CHUNK = 8, 128
"""The number of rows whose texts are read at once: first few, since a page is often full then."""

_FEW = 3000
"""If no more rows have the rarest part of a string, those of all lengths are read at once."""

_LENGTHS = ((0, 1), (2, 3), (4, 7), (8, 11), (12, GROUPS - 1))
"""The groups of lengths that are read together otherwise, from the first to the last."""

_MOST_GRAMS = 12
"""The rows of so many grams of a part are counted, to estimate how many have it."""

_FEW_ROWS = 100
"""Of so many rows, the tokens are read; of more, first the other parts."""

_ROWS_FOR_ONE = 200
"""Reading the tokens of a row takes as long as reading so many rows of a part."""

_AT_ONCE = 250
"""The number of rows whose tokens are read at once."""


class Place(NamedTuple):
    """A text that has the string, from `start` to `end` (code points), with another text of its unit."""

    source: str
    target: str
    source_language: str
    target_language: str
    start: int
    end: int
    id: str
    changed: str
    origin: str


class _Hit(NamedTuple):
    """A unit of which the text at a place has the string, with the place of another text of it."""

    record: str
    texts: list[Text]
    place: int
    other: int
    origin: str


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
        return [self.space.range_of(gram, first, last) for gram in self.grams[:grams]]


_Counted: TypeAlias = "tuple[int, _Part]"
"""How many rows have a part."""


class Found(NamedTuple):
    """The places on one page, and how many have the string; if not `is_exact`, about so many or more."""

    places: list[Place]
    total: int
    is_exact: bool


class Concordance:
    """Finds strings in the database of an open memory."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._vocabulary = Vocabulary(database)

    def find(self, text: str, source: str | None, target: str | None, first: int, most: int) -> Found:
        """Return at most `most` places from number `first` (0-based) on, those in the shortest texts first.

        `source` is the language to find the string in, `target` that of the text beside it (canonical tags); None
        means any language.
        """
        key = compared(text)
        if not key:
            return Found([], 0, is_exact=True)
        own = dict.fromkeys(signs(text))
        words = self._words_with(text, bool(own))
        with no_collection():
            others = self._rows(words, own, source)
            rows = list(islice(others, _MOST_COUNTED + 1))
            hits: Iterable[_Hit] = self._hits(chain(rows, others), key, source, target)
            total, is_exact = min(len(rows), _MOST_COUNTED), False
            if len(rows) <= _MOST_COUNTED:
                hits = list(hits)
                # of strings such as ", " only texts without words are found
                is_exact = bool(own or literal_tokens(text)) and all(len(chars) < _MOST_WORDS for chars in words)
                total = len(hits)
            places = [_place(hit, key) for hit in islice(hits, first, first + most)]
        return Found(places, max(total, first + len(places)), is_exact)

    def _words_with(self, text: str, has_signs: bool) -> list[list[str]]:
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
        return self._words.having(word, at_start, at_end, _MOST_WORDS)

    def _rows(self, words: Sequence[Sequence[str]], signs: Iterable[str], source: str | None) -> Iterator[int]:
        """Yield the numbers of the rows that may have these words and signs, the shortest rows first."""
        if not all(words):
            return
        postings = Postings(self._database)
        needed = [_ordered(postings, _parts(space, words, signs)) for space in self._spaces(source)]
        whole = [
            _having_all(postings, parts, 0, GROUPS - 1)
            if parts[0][0] <= _FEW or any(part.is_beginning for _, part in parts)
            else None
            for parts in needed
        ]
        for first, last in [(0, GROUPS - 1)] if None not in whole else _LENGTHS:
            found = [
                _having_all(postings, parts, first, last) if rows is None else rows
                for rows, parts in zip(whole, needed, strict=True)
            ]
            numbers = [
                number
                for group in range(first, last + 1)
                for rows in found
                for number in sorted(rows.get(group, ()))
            ]
            yield from numbers if len(words) <= 1 else self._having_beside(numbers, words)

    def _having_beside(self, numbers: Sequence[int], words: Sequence[Sequence[str]]) -> Iterator[int]:
        """Yield the rows that have the words one after the other, of those with these numbers."""
        wanted = [PLACEABLES.union(chars) for chars in words]
        for start in range(0, len(numbers), _AT_ONCE):
            some = numbers[start : start + _AT_ONCE]
            rows = dict(self._database.matching("select number, tokens from row where number in (?)", some))
            yield from (number for number in some if number in rows and _has_beside(rows[number], wanted))

    def _spaces(self, source: str | None) -> list[Space]:
        tags = [tag for (tag,) in self._database.execute("select tag from language")]
        return list(dict.fromkeys(space_of(tag) for tag in tags if source is None or _is_in(tag, source)))

    @cached_property
    def _words(self) -> WordList:
        return self._vocabulary.all_words()

    def _hits(self, rows: Iterator[int], key: str, source: str | None, target: str | None) -> Iterator[_Hit]:
        chunk = _FIRST_CHUNK
        while some := list(islice(rows, chunk)):
            chunk = min(2 * chunk, _CHUNK)
            order = {number: at for at, number in enumerate(some)}
            found = self._database.execute(
                "select row, variant.number, tag, place, record, name from variant join unit on unit = unit.number"
                " join source on source = source.number join language on language = language.number"
                f" where row in ({', '.join(map(str, some))})"
            )
            for _, _, tag, place, record, origin in sorted(found, key=lambda each: (order[each[0]], each[1])):
                if source is None or _is_in(tag, source):
                    yield from _in_unit(record, place, key, target, origin)


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


def _having_all(postings: Postings, parts: Sequence[_Counted], first: int, last: int) -> dict[int, set[int]]:
    """Return, by group of lengths from `first` to `last`, the rows that may have all parts."""
    rarest = postings.grouped(parts[0][1].ranges(first, last))
    found = {group: set(rows) for group, rows in rarest.items()}
    for count, part in parts[1:]:
        size = sum(map(len, found.values()))
        if size <= _FEW_ROWS or size * _ROWS_FOR_ONE < count:
            break
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
        if len(chars) * len(others) <= _MOST_WORDS
        else _Part(space, list(chars), True)
        for chars, others in pairwise(words)
    ]
    is_last_in_pair = bool(pairs) and not pairs[-1].is_beginning
    return pairs if is_last_in_pair else [*pairs, _Part(space, list(words[-1]), True)]


def _has_beside(row: str, words: Sequence[frozenset[str]]) -> bool:
    """Whether a row may have words one after the other; each is given as its characters and those of placeables.

    A placeable stands for any number of the words that it says. (A pattern with so many characters would be slow.)
    """
    first, *others = words
    ends = {at for at, char in enumerate(row, 1) if char in first}
    for chars in others:
        ends = {end for start in ends for end in _ends(row, start, chars)}
    return bool(ends)


def _ends(row: str, start: int, chars: frozenset[str]) -> Iterator[int]:
    """Yield where the next word may end, one of `chars`, if the word before it ends at `start`."""
    if row[start - 1] in PLACEABLES:
        yield start
    while start < len(row) and row[start] in chars:
        start += 1
        yield start
        if row[start - 1] not in PLACEABLES:
            break


def _is_inside(char: str) -> bool:
    """Whether a character may be inside a word."""
    return char.isalnum() or char == "'"


def _in_unit(record: str, place: int, key: str, target: str | None, origin: str) -> Iterator[_Hit]:
    if key not in compared(text_at(record, place)):
        return
    texts = texts_of(record)
    beside = [at for at, (tag, _) in enumerate(texts) if at != place and (target is None or _is_in(tag, target))]
    for other in beside[: None if target else 1]:
        yield _Hit(record, texts, place, other, origin)


def _place(hit: _Hit, key: str) -> Place:
    unit = from_record(hit.record)
    (language, text), (other_language, other) = hit.texts[hit.place], hit.texts[hit.other]
    span = span_of(text, key) or (0, 0)
    return Place(text, other, language, other_language, *span, unit.id, unit.last_change, hit.origin)


def span_of(text: str, key: str) -> tuple[int, int] | None:
    """Return the first place (code points) in a text of a string that `compared` returned; None if it has none."""
    at = compared(text).find(key)
    if at < 0:
        return None
    start = _offset(text, at + 1) - 1
    return start, max(_offset(text, at + len(key)), start + 1)


def _offset(text: str, length: int) -> int:
    """Return the length of the shortest beginning of a text whose compared form has at least so many characters."""
    low, high = 0, length
    while high < len(text) and len(compared(text[:high])) < length:
        low, high = high, 2 * high
    high = min(high, len(text))
    while low < high:
        middle = (low + high) // 2
        if len(compared(text[:middle])) >= length:
            high = middle
        else:
            low = middle + 1
    return low


def _is_in(tag: str, wanted: str) -> bool:
    return primary_language(tag) == primary_language(wanted)
