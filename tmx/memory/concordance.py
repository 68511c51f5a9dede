"""Finds a string in all texts of a memory, also inside of words. Start from `Concordance.find`.

Case, width, script and spaces beside Chinese make no difference. The grams of `tmx.memory.postings` give the rows
that may have the string; a word at either end of it may be part of a longer one. The texts themselves decide.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain, islice
from typing import NamedTuple

from termbase.language import primary_language
from termbase.text.chinese_characters import space_beside_han
from tmx.content import plain
from tmx.languages import tag_of
from tmx.memory.database import Database
from tmx.memory.postings import GROUPS, Grouped, Postings, Space, count_of, space_of
from tmx.memory.record import from_record
from tmx.memory.tokens import folded, literal_tokens, tokens
from tmx.memory.vocabulary import Vocabulary, WordList, is_single
from tmx.model import TranslationUnit

_MOST_ROWS = 2000
"""So many rows are counted; of a string that more have, the count says so."""

_MOST_CHECKED = 200
"""If no more rows may have the string, each is checked before it is counted."""

_MOST_WORDS = 200
"""Of the words that a part of a word is in, so many are looked for: those that the memory had first."""

_CHUNK = 100


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
        self._postings = Postings(database)

    def find(self, text: str, source: str | None, target: str | None, first: int, most: int) -> Found:
        """Return at most `most` places from number `first` (0-based) on, those in the shortest texts first.

        `source` is the language to find the string in, `target` that of the text beside it (canonical tags); None
        means any language.
        """
        key = compared(text)
        if not key:
            return Found([], 0, is_exact=True)
        words = self._words_with(text)
        rows = list(islice(self._rows(words, source), _MOST_ROWS + 1))
        places = self._places(rows, key, source, target)
        if len(rows) <= _MOST_CHECKED:
            found = list(places)
            is_exact = all(len(chars) < _MOST_WORDS for chars in words)
            return Found(found[first : first + most], len(found), is_exact)
        return Found(list(islice(places, first, first + most)), min(len(rows), _MOST_ROWS), is_exact=False)

    def _words_with(self, text: str) -> list[list[str]]:
        """Return, for each word of a text, the characters of all words that it may be a part of."""
        words, inner = literal_tokens(text) or tokens(text), folded(text).strip()
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

    def _rows(self, words: Sequence[Sequence[str]], source: str | None) -> Iterator[int]:
        """Yield the numbers of the rows that may have these words, the shortest rows first."""
        steps = [self._steps(space, words) for space in self._spaces(source)]
        for group in range(GROUPS):
            for needed in steps:
                yield from _having_all(needed, group)

    def _spaces(self, source: str | None) -> list[Space]:
        tags = [tag for (tag,) in self._database.execute("select tag from language")]
        return list(dict.fromkeys(space_of(tag) for tag in tags if source is None or _is_in(tag, source)))

    def _steps(self, space: Space, words: Sequence[Sequence[str]]) -> list[Grouped]:
        """Return, for each part of the text, the rows that have it, the fewest first."""
        ranges = [[space.range_of(char) for char in chars] for chars in words]
        if space.size == 2:
            ranges = [
                [space.range_of(first + second) for first in chars for second in others]
                if 0 < len(chars) * len(others) <= _MOST_WORDS
                else [space.beginning_with(char) for char in chars]
                for chars, others in zip(words, [*words[1:], ()], strict=True)
            ]
            ranges = ranges[:-1] if len(ranges) > 1 and len(words[-1]) * len(words[-2]) <= _MOST_WORDS else ranges
        return sorted((self._postings.grouped(each) for each in ranges), key=count_of)

    @cached_property
    def _words(self) -> WordList:
        return self._vocabulary.all_words()

    def _places(self, rows: Sequence[int], key: str, source: str | None, target: str | None) -> Iterator[Place]:
        for start in range(0, len(rows), _CHUNK):
            numbers = ", ".join(map(str, rows[start : start + _CHUNK]))
            found = self._database.execute(
                "select tag, place, record, name from variant join unit on unit = unit.number"
                " join source on source = source.number join language on language = language.number"
                f" where row in ({numbers}) order by row, variant.number"
            )
            for tag, place, record, origin in found:
                if source is None or _is_in(tag, source):
                    yield from _in_unit(from_record(record), place, key, target, origin)


def compared(text: str) -> str:
    """Return the form in which a string is looked for in texts."""
    return " ".join(space_beside_han().sub("", folded(text)).split())


def _is_inside(char: str) -> bool:
    """Whether a character may be inside a word."""
    return char.isalnum() or char == "'"


def _having_all(steps: Sequence[Grouped], group: int) -> list[int]:
    """Return the rows of one group of lengths that all steps have, in order."""
    if not steps:
        return []
    rows = set(chain.from_iterable(steps[0].get(group, ())))
    for step in steps[1:]:
        if not rows:
            break
        rows.intersection_update(chain.from_iterable(step.get(group, ())))
    return sorted(rows)


def _in_unit(unit: TranslationUnit, place: int, key: str, target: str | None, origin: str) -> Iterator[Place]:
    text = plain(unit.variants[place].segment)
    span = span_of(text, key)
    if span is None:
        return
    others = [variant for at, variant in enumerate(unit.variants) if at != place]
    beside = [variant for variant in others if target is None or _is_in(tag_of(variant.tag), target)]
    for other in beside[: None if target else 1]:
        texts = text, plain(other.segment), tag_of(unit.variants[place].tag), tag_of(other.tag)
        yield Place(*texts, *span, unit.id, unit.last_change, origin)


def span_of(text: str, key: str) -> tuple[int, int] | None:
    """Return the first place (code points) in a text of a string that `compared` returned; None if it has none."""
    at = compared(text).find(key)
    if at < 0:
        return None
    start = _offset(text, at + 1) - 1
    return start, max(_offset(text, at + len(key)), start + 1)


def _offset(text: str, length: int) -> int:
    """Return the length of the shortest beginning of a text whose compared form has at least so many characters."""
    low, high = 0, len(text)
    while low < high:
        middle = (low + high) // 2
        if len(compared(text[:middle])) >= length:
            high = middle
        else:
            low = middle + 1
    return low


def _is_in(tag: str, wanted: str) -> bool:
    return primary_language(tag) == primary_language(wanted)
