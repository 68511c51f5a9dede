"""Writes counts with their nouns in singular or plural."""

from __future__ import annotations


def number(count: int, noun: str) -> str:
    """Return a count with its noun: `1 concept`, `2 concepts`."""
    return f"{count} {noun}{'' if count == 1 else 's'}"
