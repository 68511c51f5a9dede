"""Finds which columns of a table of segment pairs are source and target, further variants, and fields of a unit.

Start from `layout_of`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from termbase.errors import TermbaseError
from termbase.language import canonical, is_same_language, script_style
from termbase.table.column_names import SIDES, names_no_region
from termbase.table.columns import Columns
from termbase.table.rows import Row
from tmx.bilingual.details import PROP
from tmx.bilingual.languages import Given
from tmx.bilingual.table_columns import STATE, is_column

FUZZY = "fuzzy"
_FIELDS = {"id": "id", "note": "note", "context": "context", "status": STATE, "fuzzy": FUZZY}
"""The fields of a row, besides properties (`x-domain`), that a translation unit has a place for, with our names."""
LANGUAGES = re.compile(r"languages: (\S+), (\S+)")
"""The last cell of the header of a table that this program writes."""


class Layout(NamedTuple):
    """The numbers of the columns of source and target, of other variants with their language, and of each field.

    `namings` are the columns that name the languages of source and target row by row, None if there is none.
    """

    pair: tuple[int, int]
    variants: dict[int, str]
    fields: dict[int, str]
    namings: tuple[int | None, int | None]


def layout_of(columns: Columns, numbers: Sequence[int], given: Given, file: str, body: Sequence[Row]) -> Layout:
    """Return the columns of one table among those with these `numbers`; `body` is a sample of its rows.

    Raises TermbaseError if there are not two columns of text.
    """
    named = columns.columns
    texts = [number for number in numbers if (column := named[number]) and column.has_terms]
    if len(texts) < 2:
        others = [number for number in numbers if named[number] is None]
        texts = sorted([*texts, *_worded_first(others, body)][:2])
    if len(texts) < 2:
        raise TermbaseError(
            "does not have two columns of text", file=file, hint="name the columns by language: en, zh-CN"
        )
    source = _of_language(columns, texts, given[0], "source")
    if source is None:
        other = _of_language(columns, texts, given[1], "target")
        source = next(number for number in texts if number != other)
    rest = [number for number in texts if number != source]
    target = _of_language(columns, rest, given[1], "target")
    target = rest[0] if target is None else target
    variants = {
        number: written_tag(columns, number, column.language)
        for number in texts
        if number not in (source, target) and (column := named[number]) and column.language not in SIDES
    }
    namings = columns.languages
    return Layout((source, target), variants, _fields(columns, numbers), (namings.get(source), namings.get(target)))


def _worded_first(numbers: Sequence[int], body: Sequence[Row]) -> list[int]:
    """Return the numbers of columns without a name: those with letters before those with numbers or scores."""

    def has_none(number: int) -> bool:
        cells = [cell for _, row in body if (cell := cell_at(row, number).strip())]
        return sum(any(map(str.isalpha, cell)) for cell in cells) * 2 <= len(cells)

    return sorted(numbers, key=has_none)


def written_tag(columns: Columns, number: int, tag: str, option: str | None = None) -> str:
    """The tag for the texts of a column: without a region if neither its name (`zh-CHT`) nor the user names one."""
    is_open = option is None and names_no_region(cell_at(columns.header.names, number))
    return script_style(tag) if is_open else tag


def _of_language(columns: Columns, numbers: Sequence[int], tag: str | None, side: str) -> int | None:
    """Return the number of the column in a language, or of that named by its side; None if there is none."""
    wanted = canonical(tag) if tag else side
    languages = {number: column.language for number in numbers if (column := columns.columns[number])}
    same = [number for number, own in languages.items() if own == wanted]
    alike = [number for number, own in languages.items() if tag and is_same_language(own, wanted)]
    return next(iter((*same, *(alike if len(alike) == 1 else []))), None)


def _fields(columns: Columns, numbers: Sequence[int]) -> dict[int, str]:
    """Return the names of `tmx.bilingual.table_columns` for the columns that a unit has a place for."""
    fields = {}
    for number in numbers:
        plain, column = columns.header.names[number].strip(), columns.columns[number]
        field = plain.lower() if column is None else column.field
        if is_column(plain):
            fields[number] = plain
        elif field in _FIELDS:
            fields[number] = _FIELDS[field]
        elif field.startswith("x-"):
            fields[number] = PROP + field
    return fields


def unread_columns(columns: Columns, layouts: Sequence[Layout]) -> dict[int, str]:
    """Return the columns that a unit has no place for, by number, with their names or else their numbers from 1."""
    parts = [(*layout.pair, *layout.variants, *layout.fields) for layout in layouts]
    read = {*chain(*parts), *columns.languages.values()}
    names = enumerate(columns.header.names)
    return {
        number: name or str(number + 1)
        for number, name in names
        if number not in read and not LANGUAGES.fullmatch(name)
    }


def cell_at(cells: Sequence[str], number: int) -> str:
    """Return a cell, "" if the row is too short to have it."""
    return cells[number] if number < len(cells) else ""
