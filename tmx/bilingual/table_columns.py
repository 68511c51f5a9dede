"""The columns of a table of segment pairs beside source and target. Start from `columns_of` and `details_in`.

`state` says how finished a translation is (`unfinished`, `approved`, `locked`), `context` and `reference` what
program texts have; `note` and the others are as in `tmx.bilingual.details`. A column that a unit needs several
times is numbered: `note #2`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from tmx.bilingual import marks
from tmx.bilingual.details import ID, PROP, details_of, is_detail
from tmx.model import TranslationUnit, Variant

STATE = "state"
_NAMES = {"context": PROP + marks.CONTEXT, "reference": PROP + marks.REFERENCE}
_COLUMNS = {detail: column for column, detail in _NAMES.items()}
_STATES = {
    "unfinished": (PROP + marks.FUZZY, "yes"),
    "approved": (PROP + marks.APPROVED, "yes"),
    "locked": (PROP + marks.TRANSLATE, "no"),
}
_OF_DETAIL = {detail: state for state, detail in _STATES.items()}
_NUMBERED = re.compile(r"(.*?)(?: #(\d+))?", re.DOTALL)
_FIRST = (ID, *_NAMES, STATE, "note")


def columns_of(unit: TranslationUnit, source: Variant, target: Variant) -> dict[str, str]:
    """Return the cells of a pair by the names of their columns, without those of the texts."""
    seen: Counter[str] = Counter()
    cells: dict[str, str] = {}
    for name, value in details_of(unit, source, target):
        column, cell = _COLUMNS.get(name, name), value
        if (name, value) in _OF_DETAIL:
            column, cell = STATE, _OF_DETAIL[name, value]
        seen[column] += 1
        cells[column if seen[column] == 1 else f"{column} #{seen[column]}"] = cell
    return cells


def details_in(cells: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the details in the cells of a row; the reverse of `columns_of`."""
    for column, cell in cells.items():
        name = _plain(column)
        if name == STATE and cell in _STATES:
            yield _STATES[cell]
        elif name == STATE:
            yield PROP + marks.STATE, cell
        else:
            yield _NAMES.get(name, name), cell


def is_column(name: str) -> bool:
    """Whether a column is one that `columns_of` may return."""
    return _plain(name) in (STATE, *_NAMES) or is_detail(_plain(name))


def in_order(columns: Iterable[str]) -> list[str]:
    """Sort columns: those that users read come first, the others by name."""

    def key(column: str) -> tuple[int, str, int]:
        match = _NUMBERED.fullmatch(column)
        name, number = (match[1], int(match[2] or 1)) if match else (column, 1)
        return (_FIRST.index(name) if name in _FIRST else len(_FIRST), name, number)

    return sorted(columns, key=key)


def _plain(column: str) -> str:
    match = _NUMBERED.fullmatch(column)
    return match[1] if match else column
