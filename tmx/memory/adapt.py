"""Puts the numbers of a text into the translation of one that has other numbers. Start from `number_changes`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from tmx.memory.tokens import masked


class Change(NamedTuple):
    """A stretch of a text (code points, the end is exclusive), and what is to stand there."""

    start: int
    end: int
    new: str


def changed(text: str, changes: Iterable[Change]) -> str:
    """Return a text with changes, which do not overlap."""
    for start, end, new in sorted(changes, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def number_changes(text: str, source: str, target: str) -> list[Change] | None:
    """Return what to change in the translation of `source` for the numbers of `text`, None if it is not certain.

    It is certain if the three texts have equally many placeables, and each one that differs stands once in the
    source and once, as it is written there, in the target.
    """
    wanted, stored, translated = (masked(each)[1] for each in (text, source, target))
    if len(wanted) != len(stored) or sorted(stored) != sorted(translated):
        return None
    other = {old: new for old, new in zip(stored, wanted, strict=True) if old != new}
    certain = (
        stored.count(old) == 1 and target.count(old) == 1 and _is_number(old + new) for old, new in other.items()
    )
    if not all(certain):
        return None
    return [Change(at := target.index(old), at + len(old), new) for old, new in other.items()]


def _is_number(text: str) -> bool:
    return re.fullmatch(r"[\d.,:/-]+", text) is not None
