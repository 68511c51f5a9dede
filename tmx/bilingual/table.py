"""Segment pairs as tables: a source and a target column under a header. A table has no place for inline codes."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import BinaryIO

from termbase.table.rows import SUFFIXES as SUFFIXES
from termbase.table.rows import write_rows

HEADER = ("source", "target")


def write_table(file: BinaryIO, pairs: Iterable[tuple[str, str]], form: str) -> None:
    """Write pairs as a table of a form (`csv`, `tsv`, `xlsx`), as a stream."""
    write_rows(file, chain([HEADER], pairs), form, "memory")
