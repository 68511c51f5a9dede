"""Keeps apart the concepts of several sheets whose ids are equal by chance, as numbers that begin at 1 on each
sheet.

Start from `with_unique_ids`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Sequence
from dataclasses import replace
from itertools import count

from termbase.table.row_terms import Row, RowTerm

Renamed = Callable[[int, str, str], None]
"""A function that takes the line of a concept, its id in the table, and its new id."""


def with_unique_ids(sheets: Sequence[Sequence[Row]], renamed: Renamed) -> list[Row]:
    """Return all rows. A concept with an id of an earlier sheet is that one only if it shares a term."""
    known: dict[str, set[RowTerm]] = {}
    rows: list[Row] = []
    for sheet in sheets:
        own: dict[str, set[RowTerm]] = defaultdict(set)
        for row in sheet:
            own[row.id].update(row.terms)
        names = {
            id: free_id(id, {*known, *own}) for id, terms in own.items() if id in known and not known[id] & terms
        }
        reported: set[str] = set()
        for row in sheet:
            if row.id in names and row.id not in reported:
                renamed(row.line, row.id, names[row.id])
                reported.add(row.id)
            rows.append(replace(row, id=names.get(row.id, row.id)))
        for id, terms in own.items():
            known.setdefault(names.get(id, id), set()).update(terms)
    return rows


def free_id(id: str, taken: Container[str]) -> str:
    """Return an id with a number, from 2, that is not taken."""
    return next(name for number in count(2) if (name := f"{id}-{number}") not in taken)
