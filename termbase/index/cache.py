"""Finds the index of a termbase file in the user's cache folder, and builds it if it is missing.

Start from `open_index`; `termbase.cache.place` names the file. If the folder cannot be used, everything still
works, but more slowly.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from termbase.cache.folder import is_own, write
from termbase.cache.place import place_of
from termbase.index.store import Index
from termbase.model import Termbase

_LARGE = 2_000_000
"""Size of a termbase file in bytes from which building its index takes seconds."""

Read = Callable[[], Termbase]


def open_index(file: str, read: Read, report: Callable[[str], None]) -> Index:
    """Return the index of a termbase file from the cache; if it is missing, call `read` and build it.

    `report` is called with a message if building takes seconds. Raise the errors that `read` raises.
    """
    path = Path(file).absolute()
    place = place_of(path, ".sqlite")
    if place is None:
        from termbase.index.build import index_of

        return index_of(read())

    def make() -> sqlite3.Connection:
        return _make(path, read, report)

    return Index(open_database(place) or make(), renew=make)


def _make(path: Path, read: Read, report: Callable[[str], None]) -> sqlite3.Connection:
    """Build an index in the cache folder, or in memory if that fails."""
    from termbase.index.build import in_memory, write_index

    if path.stat().st_size > _LARGE:
        report(f"{path.name}: building its index; this is done once for each version of the file")
    place, termbase = place_of(path, ".sqlite", is_read=True), read()
    if place is not None and place == place_of(path, ".sqlite", is_read=True):  # the file has not changed meanwhile
        with suppress(OSError, sqlite3.Error):
            write(place, lambda file: write_index(termbase, file))
        if database := open_database(place):
            return database
    return in_memory(termbase)


def open_database(file: Path) -> sqlite3.Connection | None:
    """Open an index for reading, or return None if it is missing, unfinished or may have been written by others.

    Damage inside the file is detected when it is queried, see `Index`.
    """
    with suppress(OSError, sqlite3.Error):
        if is_own(file):
            database = sqlite3.connect(f"{file.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
            database.execute("pragma trusted_schema = off")
            database.execute("pragma mmap_size = 1000000000")  # pages are read only once
            if database.execute("select yes from complete").fetchone():
                with suppress(OSError):
                    os.utime(file)  # the file is in use now: those used longest ago are removed first
                return database
            database.close()
    return None
