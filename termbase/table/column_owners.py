"""Decides which terms a column belongs to: by its place, in groups of columns, or by the name of a side.

Start from `groups_of`, `by_position` and `of_languages`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from termbase.table.column_names import CHINESE, SIDES, Column

_OF_THE_ROW = frozenset(["id", "subjectField", "languageOf"])
"""Fields of a whole row, wherever their column stands."""


def groups_of(columns: Sequence[Column | None]) -> tuple[int, ...]:
    """Return the number of the group of each column. A group begins with its terms, or with the id before."""
    terms = [number for number, column in enumerate(columns) if column and column.has_terms]
    count = repeats([columns[number].language for number in terms])  # type: ignore[union-attr]
    ids = [number for number, column in enumerate(columns) if column == Column("", "id")]
    if not count or len(ids) not in (0, count):
        return (0,) * len(columns)
    firsts = terms[:: len(terms) // count]
    starts = [
        max((place for place in ids if terms[terms.index(first) - 1] < place < first), default=first)
        for first in firsts[1:]
    ]
    return tuple(sum(start <= number for start in starts) for number in range(len(columns)))


def repeats(languages: Sequence[str]) -> int:
    """Return how many times a sequence of two or more different languages is repeated, 0 if it is not."""
    for length in range(2, len(languages) // 2 + 1):
        first = languages[:length]
        if "" not in first and len({*first}) == length and list(first) * (len(languages) // length) == [*languages]:
            return len(languages) // length
    return 0


def by_position(columns: Sequence[Column | None], groups: Sequence[int]) -> list[Column | None]:
    """Return the columns; a field that is repeated after the terms of each language belongs to these terms.

    Such are `English, Definition, Chinese, Definition` and the columns `Term_Info` of memoQ.
    """
    before: list[int | None] = []
    last: int | None = None
    for number, column in enumerate(columns):
        last = number if column and column.has_terms else last
        before.append(last)
    found = list(columns)
    keys = [(group, column) for group, column in zip(groups, columns, strict=True)]
    for key, count in Counter(keys).items():
        column = key[1]
        if count < 2 or column is None or column.language or column.field in _OF_THE_ROW:
            continue
        places = [number for number, other in enumerate(keys) if other == key and before[number] is not None]
        owners = [before[number] for number in places]
        if len({*owners}) == len(owners) > 1:
            for number, owner in zip(places, owners, strict=True):
                found[number] = replace(column, language=columns[owner].language)  # type: ignore[index, union-attr]
    return found


def of_languages(columns: Sequence[Column | None], named: Sequence[Column | None]) -> list[Column | None]:
    """Return the columns; each field gets the language of the terms that it is about (`src:pos`)."""
    sides = {
        before.language: column.language
        for before, column in zip(named, columns, strict=True)
        if before and column and before.has_terms and before.language in SIDES
    }
    terms = list(dict.fromkeys(column.language for column in columns if column and column.has_terms))

    def meant(language: str) -> str:
        alike = [
            term for term in terms if f"{term}-".startswith(f"{language}-") or f"{language}-".startswith(f"{term}-")
        ]
        return (
            alike[0] if language not in terms and (len(alike) == 1 or language == CHINESE) and alike else language
        )

    found = []
    for column in columns:
        if column and column.field and column.language:
            language = meant(sides.get(column.language, column.language))
            column = None if language in SIDES else replace(column, language=language)
        found.append(column)
    return found
