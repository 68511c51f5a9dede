"""Puts the numbers of a text into the translation of one that has other numbers. Start from `with_numbers_of`."""

from __future__ import annotations

import re

from tmx.memory.tokens import masked


def with_numbers_of(text: str, source: str, target: str) -> str | None:
    """Return the translation of `source` with the numbers of `text`, or None if it is not certain where they go.

    It is certain if the three texts have equally many placeables, and each one that differs stands once in the
    source and once, as it is written there, in the target.
    """
    wanted, stored, translated = (masked(each)[1] for each in (text, source, target))
    if len(wanted) != len(stored) or sorted(stored) != sorted(translated):
        return None
    changed = {old: new for old, new in zip(stored, wanted, strict=True) if old != new}
    certain = (
        stored.count(old) == 1 and target.count(old) == 1 and _is_number(old + new) for old, new in changed.items()
    )
    if not all(certain):
        return None
    if not changed:
        return target
    pattern = re.compile("|".join(sorted(map(re.escape, changed), key=len, reverse=True)))
    return pattern.sub(lambda match: changed[match[0]], target)


def _is_number(text: str) -> bool:
    return re.fullmatch(r"[\d.,:/-]+", text) is not None
