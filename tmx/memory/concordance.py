"""Finds a string in all texts of a memory, also inside of words. Start from `Concordance.find`.

Case, width, script and spaces beside Chinese make no difference. `tmx.memory.concordance_rows` gives the rows of
tokens that may have the string. The texts themselves decide.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice
from typing import NamedTuple

from termbase.garbage import no_collection
from termbase.language import is_same_language
from tmx.memory.concordance_rows import MOST_WORDS, RowsWith
from tmx.memory.database import Database
from tmx.memory.record import from_record, texts_of
from tmx.memory.rows import Text
from tmx.memory.tokens import compared, literal_tokens, signs

_MOST_COUNTED, _MOST_ESTIMATED = 200, 50
"""If no more rows may have the string, each is checked and counted; else the count says that there are more. The
second number is for strings whose count is not exact anyway."""

_MOST_WITHOUT = 1000
"""If more texts than this have the words of a frequent string, but not the string, no more are read."""

_FIRST_CHUNK, _CHUNK = 16, 256
"""The number of rows that are looked at at once: first few, since a page is often full then."""


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
    """A unit of which the text at a place has the string, with the place of another text of it, and its file."""

    record: str
    texts: list[Text]
    place: int
    other: int
    file: int


class Found(NamedTuple):
    """The places on one page, and how many have the string; if not `is_exact`, about so many or more."""

    places: list[Place]
    total: int
    is_exact: bool


class Concordance:
    """Finds strings in the database of an open memory."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._rows = RowsWith(database)

    def find(self, text: str, source: str | None, target: str | None, first: int, most: int) -> Found:
        """Return at most `most` places from number `first` (0-based) on, those in the shortest texts first.

        `source` is the language to find the string in, `target` that of the text beside it (canonical tags); None
        means any language.
        """
        key = compared(text)
        if not key:
            return Found([], 0, is_exact=True)
        own = dict.fromkeys(signs(text))
        words = self._rows.words_with(text, bool(own))
        is_known = bool(own or literal_tokens(text))  # of strings such as ", " only texts without words are found
        is_known = is_known and all(len(chars) < MOST_WORDS for chars in words)
        most_counted = _MOST_COUNTED if is_known else _MOST_ESTIMATED
        with no_collection():
            others = self._rows.rows(words, own, source)
            rows = list(islice(others, most_counted + 1))
            is_counted = len(rows) <= most_counted
            hits = self._hits(chain(rows, others), key, source, target, None if is_counted else _MOST_WITHOUT)
            if is_counted:
                all_hits = list(hits)
                found, total = all_hits[first : first + most], len(all_hits)
            else:
                found = list(islice(hits, first, first + most))
                total = max(most_counted, first + len(found) if found else 0)
        names = self._names(hit.file for hit in found)
        return Found([_place(hit, key, names[hit.file]) for hit in found], total, is_counted and is_known)

    def _hits(
        self, rows: Iterator[int], key: str, source: str | None, target: str | None, most_without: int | None
    ) -> Iterator[_Hit]:
        """Yield the texts of rows that have a string, until `most_without` do not."""
        known: dict[int, bool] = {}  # whether a text has the string, by the hash of the text
        places, chunks = self._variants(rows, known), _chunks()
        while some := list(islice(places, next(chunks))):
            if most_without is not None and list(known.values()).count(False) > most_without:
                return
            first = {text: number for number, text in reversed(some) if text not in known}
            read = self._details(first.values())
            unread = {text for text, number in first.items() if number not in read}
            read |= self._details(number for number, text in some if text in unread)
            for number, text in some:
                if text not in known and number in read:
                    place, record, _ = read[number]
                    known[text] = key in compared(texts_of(record)[place][1])
            read |= self._details(number for number, text in some if known.get(text) and number not in read)
            for number, text in some:
                if known.get(text) and number in read:
                    place, record, file = read[number]
                    texts = texts_of(record)
                    if source is None or is_same_language(texts[place][0], source):
                        yield from _in_unit(record, texts, place, target, file)

    def _details(self, numbers: Iterable[int]) -> dict[int, tuple[int, str, int]]:
        """Return for the numbers of texts their place in the unit, the record of the unit, and its file.

        Units that have changed since they were indexed are left out: they may have no such text.
        """
        statement = (
            "select variant.number, place, record, source from variant join unit on unit = unit.number"
            " where variant.number in (?) and not exists (select 1 from pending where pending.unit = variant.unit)"
        )
        return {number: tuple(details) for number, *details in self._database.matching(statement, numbers)}

    def _variants(self, rows: Iterator[int], known: Mapping[int, bool]) -> Iterator[tuple[int, int]]:
        """Yield the numbers and hashes of the texts of rows, in order, but those known not to have the string."""
        chunks = _chunks()
        while some := list(islice(rows, next(chunks))):
            found = self._database.matching("select row, number, text from variant where row in (?)", some)
            order = {number: at for at, number in enumerate(some)}
            for _, number, text in sorted((order[row], number, text) for row, number, text in found):
                if known.get(text, True):
                    yield number, text

    def _names(self, files: Iterable[int]) -> dict[int, str]:
        return dict(self._database.matching("select number, name from source where number in (?)", set(files)))


def _chunks() -> Iterator[int]:
    """Yield how many rows or texts are read at once: first few, since a page is often full then."""
    chunk = _FIRST_CHUNK
    while True:
        yield chunk
        chunk = min(4 * chunk, _CHUNK)


def _in_unit(record: str, texts: list[Text], place: int, target: str | None, file: int) -> Iterator[_Hit]:
    beside = [
        number
        for number, (tag, _) in enumerate(texts)
        if number != place and (target is None or is_same_language(tag, target))
    ]
    for other in beside[: None if target else 1]:
        yield _Hit(record, texts, place, other, file)


def _place(hit: _Hit, key: str, origin: str) -> Place:
    unit = from_record(hit.record)
    (language, text), (other_language, other) = hit.texts[hit.place], hit.texts[hit.other]
    span = span_of(text, key) or (0, 0)
    return Place(text, other, language, other_language, *span, unit.id, unit.last_change, origin)


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
