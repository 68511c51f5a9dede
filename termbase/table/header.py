"""Finds the header of a table: the rows with the names of the columns, whatever is above them.

Start from `find_header`. It is the same for glossaries and memories.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from termbase.table.column_names import (
    SIDES,
    Column,
    is_same_on_both_sides,
    language_named,
    names_concepts,
    read_name,
)

_SEARCHED = 15
"""How many of the first rows may be the header."""

_PAIR = 2
_LANGUAGES = 2
"""How many columns of terms a header has at least in which `Concept` is the name of a column of ids."""

Cells = Sequence[str]


@dataclass(frozen=True, slots=True)
class Header:
    """The header of a table: rows `first` to `end` (exclusive, from 0), and the whole name of each column.

    The rows before `first` are a title. If there is no header, `first` and `end` are 0 and all names are empty.
    """

    first: int
    end: int
    names: tuple[str, ...]

    def is_repeated_in(self, row: Cells) -> bool:
        """Whether a row has the names again, as above each part of a long table."""
        names = [name for name in self.names if name]
        return len(names) > 1 and [cell.strip() for cell in row if cell.strip()] == names

    def beyond(self, row: Cells) -> list[str]:
        """Return the texts of a row behind the last column with a name, [] if there is no header."""
        named = max((number for number, name in enumerate(self.names, 1) if name), default=len(self.names))
        return [cell.strip() for cell in row[named:] if cell.strip()]

    def columns(self) -> list[Column | None]:
        """Return the meaning of each name, None for one that is not understood."""
        found = [read_name(name) for name in self.names]
        if sum(bool(column and column.has_terms) for column in found) < _LANGUAGES:
            return found
        return [
            Column("", "id") if column is None and names_concepts(name) else column
            for name, column in zip(self.names, found, strict=True)
        ]


def find_header(rows: Sequence[Cells]) -> Header:
    """Find the header in the first rows of a table, all of which have text.

    A header names two languages, or is the first row of more than one cell and either names source and target or
    consists of known words for at least a half. Two rows that only together name the columns are both the header:
    中文 above 简体 and 繁体.
    """
    rows = [[cell.strip() for cell in row] for row in rows]
    width = max((number for row in rows for number, cell in enumerate(row, 1) if cell), default=0)
    for number in _in_order(rows):
        return _whole(rows, number, width)
    return Header(0, 0, ("",) * width)


def _in_order(rows: Sequence[Cells]) -> list[int]:
    """Return the number of the row that is the header, or nothing."""
    searched = range(min(len(rows), _SEARCHED))
    titles = next(
        (number for number in searched if _filled(rows[number]) > 1 or _is_language(rows[number])), len(rows)
    )
    if titles < len(rows) and _is_plausible(rows, titles):
        is_known = _known(rows[titles]) == _filled(rows[titles]) > _PAIR
        certain = is_known or _names_languages(rows, titles) or _terms(rows[titles]) > 1
        better = [] if certain else [number for number in searched[titles + 1 :] if _names_languages(rows, number)]
        return better[:1] or [titles]
    return [number for number in searched if _names_languages(rows, number)][:1]


def _names_languages(rows: Sequence[Cells], number: int) -> bool:
    """Whether a row names two languages that are not the values of a column, as in `网络,network,ZH,EN`."""
    row = rows[number]
    columns = [read_name(cell) for cell in row]
    languages = {column.language for column in columns if column and column.has_terms} - {*SIDES}
    is_pair = _filled(row) == 2 and is_same_on_both_sides(*filter(None, row))
    return (
        len(languages) > 1
        and _known(row) * 3 >= _filled(row)
        and not is_pair
        and not _has_values(rows, number, columns)
    )


def _is_plausible(rows: Sequence[Cells], number: int) -> bool:
    row = rows[number]
    first, second = ([cell for cell in row if cell] + ["", ""])[:2]
    if is_same_on_both_sides(first, second) and (_filled(row) == 2 or _known(row) < _filled(row)):
        return False
    columns = [read_name(cell) for cell in row]
    if {"source", "target"} <= {column.language for column in columns if column and column.has_terms}:
        return True
    if _filled(row) == _known(row) + 1 == _PAIR and not _terms(row):
        return False  # `domain,域` are terms
    return _known(row) * 2 >= _filled(row) and not _has_values(rows, number, columns)


def _has_values(rows: Sequence[Cells], number: int, columns: Sequence[Column | None]) -> bool:
    """Whether the languages that a row names are values: they are named in the row below too, or no row is below.

    A row of names only has to repeat two of them, and has one of another kind in no case: the term `en` may be
    below the name `en`.
    """
    below = rows[number + 1] if number + 1 < len(rows) else []
    named = [place for place, column in enumerate(columns) if column and column.has_terms]
    has_text = _known(rows[number]) < _filled(rows[number])
    if not has_text and len(named) < _filled(rows[number]):
        return False
    repeated = [
        place
        for place in named
        if place < len(below)
        and (below[place] == rows[number][place] or (has_text and language_named(below[place])))
    ]
    return len(repeated) > (not has_text) or (number + 1 == len(rows) and has_text)


def _whole(rows: Sequence[Cells], number: int, width: int) -> Header:
    """Return the header, with the row above or below it if these belong to it."""
    own = _padded(rows[number], width)
    if number and _filled(rows[number - 1]) > 1:
        joined = _joined(rows[number - 1], own, width)
        if _known(joined) > _known(own) or (_known(rows[number - 1]) == _filled(rows[number - 1])):
            return Header(number - 1, number + 1, joined)
    if number + 1 < len(rows) and _known(rows[number + 1]) == _filled(rows[number + 1]) > 0:
        below = rows[number + 1]
        joined = _joined(own, below, width)
        is_translated = _names_languages(rows, number + 1) and _known(joined) == _known(own)
        if _known(joined) > _known(own) or is_translated:
            return Header(number, number + 2, joined)
    return Header(number, number + 1, own)


def _joined(upper: Cells, lower: Cells, width: int) -> tuple[str, ...]:
    """Join two rows of names. A name above empty cells is that of a group of columns."""
    names, group = [], ""
    for above, below in zip_longest(upper, lower, fillvalue=""):
        group = above or (group if below else "")
        both = f"{group} {below}".strip()
        names.append(next((name for name in (both, below, group) if read_name(name)), both))
    return _padded(names, width)


def _padded(row: Cells, width: int) -> tuple[str, ...]:
    return (*row, *[""] * (width - len(row)))[:width]


def _filled(row: Cells) -> int:
    return sum(map(bool, row))


def _known(names: Cells) -> int:
    """Return how many names are understood."""
    return sum(read_name(name) is not None for name in names)


def _is_language(row: Cells) -> bool:
    return _filled(row) == 1 and any(map(language_named, row))


def _terms(row: Cells) -> int:
    return sum(bool(column and column.has_terms) for column in map(read_name, row))
