"""Writes segment pairs as a table with the columns `source` and `target`. Inline codes are left out of a table."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import BinaryIO

from termbase.table.rows import SUFFIXES as SUFFIXES
from termbase.table.rows import write_rows

HEADER = ("source", "target")


def write_table(file: BinaryIO, pairs: Iterable[tuple[str, str]], form: str) -> None:
    """Write pairs as a table with a header, one at a time; `form` is `csv`, `tsv` or `xlsx`."""
    write_rows(file, chain([HEADER], pairs), form, "memory")
