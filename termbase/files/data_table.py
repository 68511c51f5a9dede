"""The files that the program ships with (package `termbase_data`), and how its tables are read.

A table has one entry a line, its cells separated by tabs; empty lines and lines that begin with # are no entries.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec  # importlib.resources takes longer to import than a table to read
from pathlib import Path


def data_file(name: str) -> Path:
    """The path of a shipped file: `seed.tbx`."""
    return _folder() / name


def data_rows(name: str) -> Iterator[list[str]]:
    """The cells of each entry of a shipped table, in the order of the file."""
    return table_rows(data_file(name).read_text("utf-8"))


def table_rows(text: str) -> Iterator[list[str]]:
    """The cells of each entry of a table."""
    return (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))


@cache
def _folder() -> Path:
    package = find_spec("termbase_data")
    return Path(str(package and package.origin)).parent
