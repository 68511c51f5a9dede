"""Finds the words that differ by region in a text. Start from `candidates` or from `forms`.

Words are compared in simplified characters, so that a row of the tables (`regional_rows`) serves both scripts.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from termbase.cache.kept import kept
from termbase.files.data_table import data_file
from termbase.language import Region
from termbase.text.regions.regional_rows import RegionalRow, Sense, marked_forms, marks_of, row
from termbase.text.word_finder import WordFinder

_BREAK = re.compile("[，。；：！？、\n]")
_CLAUSE = 40
"""How many characters on each side of a word are searched for the rest of its clause."""


_REGIONS = tuple(Region)
_SENSES = {sense.value: sense for sense in Sense}


class RegionalWord(NamedTuple):
    """A form of a row, as the wording of one region."""

    row: RegionalRow
    region: Region
    sense: Sense

    @property
    def can_apply(self) -> bool:
        """Return whether the form can have the sense of the row in any text."""
        row = self.row
        return self.sense is not Sense.BESIDE or any((row.before, row.after, row.near, row.subjects))

    def fits(self, simplified: str, start: int, end: int) -> bool:
        """Return whether the context of a span (code points) has one of the words that a form marked `?` needs."""
        row = self.row
        return bool(
            (row.before and simplified.endswith(row.before, 0, _without_spaces(simplified, start)))
            or (row.after and simplified[end : end + _CLAUSE].lstrip(" ").startswith(row.after))
            or (row.near and _has_near(row.near, simplified, start, end))
        )

    def is_barred(self, simplified: str, start: int, end: int) -> bool:
        """Return whether a word beside a span (code points) or later in its clause rules the sense out."""
        row = self.row
        return bool(
            (row.not_after and simplified.endswith(row.not_after, 0, start))
            or (row.not_before and simplified.startswith(row.not_before, end))
            or (row.unless and _has_one(row.unless, simplified[end : _end_of_clause(simplified, end)]))
        )


def _has_near(words: Sequence[str], simplified: str, start: int, end: int) -> bool:
    """Return whether the clause around a span has one of the words."""
    breaks = _breaks(simplified)
    after = bisect_left(breaks, start)
    first = max(0, start - _CLAUSE, breaks[after - 1] if after else 0)
    return _has_one(words, f"{simplified[first:start]}\n{simplified[end : _end_of_clause(simplified, end)]}")


def _has_one(words: Sequence[str], part: str) -> bool:
    """Return whether a part of a text has one of the words; for a few words faster than compiling a pattern."""
    return any(word in part for word in words)


@lru_cache(maxsize=4)
def _breaks(text: str) -> list[int]:
    """Return the offsets at which clauses of a text end; remembered, since a text has many words."""
    return [found.start() for found in _BREAK.finditer(text)]


def _end_of_clause(text: str, place: int) -> int:
    breaks = _breaks(text)
    after = bisect_left(breaks, place)
    return min([place + _CLAUSE, *breaks[after : after + 1]])


def _without_spaces(text: str, end: int) -> int:
    """Return the offset at which the spaces before an offset begin."""
    while end and text[end - 1] == " ":
        end -= 1
    return end


def candidates(simplified: str, start: int) -> Iterator[tuple[int, tuple[RegionalWord, ...]]]:
    """Yield the end and the words of each form that begins at `start` of a simplified text, the longest form first.

    Case is ignored, since a match key has QR碼 as qr码.
    """
    beginning = simplified[start : start + 2].lower()
    lengths = _lengths()
    for length in (*lengths.get(beginning, ()), *lengths.get(beginning[:1], ())):
        form = simplified[start : start + length].lower()
        if len(form) == length and form in marked_forms():
            yield start + length, words_of(form)


def forms() -> Iterator[tuple[str, tuple[RegionalWord, ...]]]:
    """Yield every form of the tables, in simplified characters and lower case, with its words."""
    return ((form, words_of(form)) for form in marked_forms())


@cache
def words_of(form: str) -> tuple[RegionalWord, ...]:
    """Return the words that a form of the tables may be."""
    return tuple([RegionalWord(row(at), _REGIONS[region], _SENSES[mark]) for at, region, mark in marks_of(form)])


@cache
def applicable() -> WordFinder:
    """Return what finds the forms that can have the sense of a row in some text."""
    found, made = kept(data_file("regional_words.tsv"), ".applicable", _applicable)
    return WordFinder(found.split("\n"), made)


def _applicable() -> tuple[str, bytes]:
    found = [form for form, words in forms() if any(word.can_apply for word in words)]
    return "\n".join(found), WordFinder(found).made()


@cache
def _lengths() -> dict[str, tuple[int, ...]]:
    """Return the lengths of the forms that begin with the same two characters, the longest first.

    Forms of a single character have that character as their key.
    """
    lengths: dict[str, set[int]] = {}
    for form in marked_forms():
        lengths.setdefault(form[:2], set()).add(len(form))
    return {beginning: tuple(sorted(found, reverse=True)) for beginning, found in lengths.items()}
