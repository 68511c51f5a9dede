"""Numbers with their nouns."""

from __future__ import annotations


def number(count: int, noun: str) -> str:
    """A count with its noun: `1 concept`, `2 concepts`."""
    return f"{count} {noun}{'' if count == 1 else 's'}"
