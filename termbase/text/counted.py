"""Writes a number with its noun."""

from __future__ import annotations


def counted(number: int, noun: str) -> str:
    """Return a number and a noun that forms its plural with s: `1 unit`, `2 units`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def counted_plural(number: int, name: str) -> str:
    """Return a number and a name whose first word is given in the plural: `1 term suggested`."""
    noun, space, rest = name.partition(" ")
    singular = noun[:-3] + "y" if noun.endswith("ies") else noun.removesuffix("s")
    return f"{number} {singular if number == 1 else noun}{space}{rest}"
