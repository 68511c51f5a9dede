"""Which index belongs to a termbase file, kept in the user's cache folder and made where it is missing.

Start from `open_index`. `termbase.cache.place` says where it belongs.
Where the folder cannot be used everything works, only slower.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from termbase.cache import folder
from termbase.cache.place import place_of
from termbase.index.folder import open_database
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
        return Index.of(read())

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
            folder.write(place, lambda file: write_index(termbase, file))
            folder.remove_oldest(place.parent)
        if database := open_database(place):
            return database
    return in_memory(termbase)
