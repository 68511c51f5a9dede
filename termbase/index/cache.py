"""Which index belongs to a termbase file, kept in the user's cache folder and made where it is missing.

Start from `open_index`. `termbase.cache.place` says where it belongs.
Where the folder cannot be used everything works, only slower.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from termbase.cache.folder import is_own, remove_oldest, write
from termbase.cache.place import place_of
from termbase.index.store import Index
from termbase.model import Termbase

_LARGE = 2_000_000
"""Bytes of a termbase from which making its index takes seconds."""

Read = Callable[[], Termbase]


def open_index(file: str, read: Read, say: Callable[[str], None]) -> Index:
    """The index of a termbase file, from the cache where it is there. `read` gives the termbase where it is not.

    `say` is told when an index is made that takes seconds. Raises what `read` does.
    """
    path = Path(file).absolute()
    place = place_of(path, ".sqlite")
    if place is None:
        from termbase.index.build import index_of

        return index_of(read())

    def make() -> sqlite3.Connection:
        return _make(path, read, say)

    return Index(open_database(place) or make(), renew=make)


def _make(path: Path, read: Read, say: Callable[[str], None]) -> sqlite3.Connection:
    """A new index, in the folder where that works, else in memory."""
    from termbase.index.build import in_memory, write_index

    if path.stat().st_size > _LARGE:
        say(f"{path.name}: making its index, once for this content")
    place, termbase = place_of(path, ".sqlite", is_read=True), read()
    if place is not None and place == place_of(path, ".sqlite", is_read=True):  # it was not changed meanwhile
        with suppress(OSError, sqlite3.Error):
            write(place, lambda file: write_index(termbase, file))
            remove_oldest(place.parent)
        if database := open_database(place):
            return database
    return in_memory(termbase)


def open_database(file: Path) -> sqlite3.Connection | None:
    """An index for reading; None for one that is missing, unfinished or not to be trusted.

    Damage further in shows when it is asked, see `Index`.
    """
    with suppress(OSError, sqlite3.Error):
        if is_own(file):
            database = sqlite3.connect(f"{file.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
            database.execute("pragma trusted_schema = off")
            database.execute("pragma mmap_size = 1000000000")  # pages asked for again are not read again
            if database.execute("select yes from complete").fetchone():
                with suppress(OSError):
                    os.utime(file)  # used now: those used longest ago are removed first
                return database
            database.close()
    return None
