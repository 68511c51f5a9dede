"""Decides whether a cell of a table lists several terms: 汽车；轿车 does, 农、林、牧、渔业 does not.

Start from `listed`. Some lists are certain, some are only possible: these are read as one term, and reported.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from termbase.text.script import has_han

_CERTAIN = re.compile(r"[;；|\n]+")
_CHINESE = re.compile("[、／]")
_POSSIBLE = re.compile(r"[、，／/]|,(?!\d{3}\b)")
_BRACKETED = re.compile(r"[(（\[【《「“][^()（）\[\]【】《》「」“”]*[)）\]】》」”]")
_JOINED = re.compile(r"[和与及或等的]|\b(?:and|or)\b|,")
"""Words with which a name enumerates its parts: 文化、体育和娱乐业, `culture, sports and entertainment`."""
_MARK = re.compile(r"(?:[*·–—-]\s+|[•●▪◦①-⑳]\s*|[（(]?\d{1,2}(?:[)）、．]|\.(?!\d))\s*)(?=\S)")
"""The mark of an item: a bullet or its number."""

_SHORTEST = 2
"""The least number of characters of a term in a list; in I/O or 东、西 the parts are no terms of their own."""


class Listed(NamedTuple):
    """The terms of a cell, and whether it may list more than these."""

    terms: tuple[str, ...]
    is_uncertain: bool = False


def listed(cell: str, others: Sequence[str]) -> Listed:
    """Return the terms that a cell lists. `others` are the terms of the other languages in its row."""
    terms = _parts(_CERTAIN, cell)
    if len(terms) > 1:
        return Listed(_without_marks(terms))
    parts = _parts(_POSSIBLE, cell)
    if len(parts) < 2 or min(map(len, parts)) < _SHORTEST + (not has_han(cell)):
        return Listed((cell,))
    is_enumeration = any(map(_JOINED.search, (cell, *others))) or (
        "／" in cell and any("/" in one for one in others)
    )
    chinese = _parts(_CHINESE, cell)
    if has_han(cell) and len(chinese) == len(parts) and not is_enumeration:
        return Listed(chinese)
    return Listed((cell,), is_uncertain=True)


def _without_marks(items: tuple[str, ...]) -> tuple[str, ...]:
    """Return the items without their bullets or numbers, if each has one."""
    marks = [mark for item in items if (mark := _MARK.match(item))]
    if len(marks) < len(items):
        return items
    return tuple(item[mark.end() :] for item, mark in zip(items, marks, strict=True))


def listed_freely(cell: str) -> tuple[str, ...]:
    """Return the terms of a cell that is known to be a list, such as one of a column for synonyms."""
    return _parts(re.compile(f"{_CERTAIN.pattern}|[、，／,]"), cell)


def _parts(separator: re.Pattern[str], cell: str) -> tuple[str, ...]:
    """Split a cell, except in brackets and quotation marks."""
    if not separator.search(cell):
        return (cell.strip(),) if cell.strip() else ()
    masked = _BRACKETED.sub(lambda match: "\0" * len(match[0]), cell)
    ends = [match.span() for match in separator.finditer(masked)]
    starts = [0, *(end for _, end in ends)]
    stops = [*(start for start, _ in ends), len(cell)]
    return tuple(part for start, stop in zip(starts, stops, strict=True) if (part := cell[start:stop].strip()))
