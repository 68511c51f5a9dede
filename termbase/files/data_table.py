"""Finds the data files of the program (package `termbase_data`) and reads its tables.

A table has one entry per line, with tabs between cells. Empty lines and lines that begin with # are ignored.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec  # importing importlib.resources takes longer than reading a table
from pathlib import Path


def data_file(name: str) -> Path:
    """Return the path of a data file, for instance of `seed.tbx`."""
    return _folder() / name


def data_rows(name: str) -> Iterator[list[str]]:
    """Return the cells of each entry of a data table (UTF-8), in the order of the file."""
    return table_rows(data_file(name).read_text("utf-8"))


def table_rows(text: str) -> Iterator[list[str]]:
    """Return the cells of each entry of a table, given as text."""
    return (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))


@cache
def _folder() -> Path:
    package = find_spec("termbase_data")
    return Path(str(package and package.origin)).parent
