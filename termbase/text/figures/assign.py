"""Assigns numbers of a text to those of its translation, each to one."""

from __future__ import annotations

from collections.abc import Sequence


def assigned(choices: Sequence[Sequence[int]], without: int = -1) -> int:
    """Return how many of the rows of `choices` can have a column each, none the same; one row may be left out."""
    rows: dict[int, int] = {}
    return sum(_assign(row, choices, rows, set()) for row in range(len(choices)) if row != without)


def _assign(row: int, choices: Sequence[Sequence[int]], rows: dict[int, int], tried: set[int]) -> bool:
    for column in choices[row]:
        if column in tried:
            continue
        tried.add(column)
        if column not in rows or _assign(rows[column], choices, rows, tried):
            rows[column] = row
            return True
    return False
