"""Writes a number with its noun."""

from __future__ import annotations


def counted(number: int, noun: str) -> str:
    """Return a number and a noun that forms its plural with s: `1 unit`, `2 units`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
