"""Which index belongs to a termbase file, kept in the user's cache folder and made where it is missing.

Start from `open_index`. An index is named after what the file holds and the knowledge it was made with, see
`place_of`, so it is never wrong, only unused. A stamp under the path of the file tells, without reading it, that it
has not changed.
Where the folder cannot be used everything works, only slower.
"""

from __future__ import annotations

import os
import sqlite3
import sys
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from termbase import cache_folder
from termbase.index.folder import open_database
from termbase.index.store import Index
from termbase.model import Termbase

FORMAT = 2
"""Counted up whenever the tables or what stands in them change."""
_SETTLED = 2_000_000_000
"""Nanoseconds after a change of a file in which another change may leave the same time on it."""
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
            cache_folder.write(place, lambda file: write_index(termbase, file))
            cache_folder.remove_oldest(place.parent)
        if database := open_database(place):
            return database
    return in_memory(termbase)


def place_of(path: Path, ending: str, is_read: bool = False) -> Path | None:
    """Where what is made of a termbase file as it is now belongs; None for no file, or where nothing can be kept.

    With `is_read` the file is read for it even if its stamp says that it has not changed.
    """
    folder = cache_folder.own_folder() if path.is_file() else None
    if folder is None:
        return None
    return folder / f"{_content(path) if is_read else _stamped_content(path, folder)}{ending}"


def _stamped_content(path: Path, folder: Path) -> str:
    """The mark of what the file holds now; it is read only if changed since its stamp."""
    stamp = folder / f"{zlib.crc32(os.fsencode(path)):08x}.stamp"
    state = path.stat()
    changed = max(state.st_mtime_ns, state.st_ctime_ns)  # a copy may bring its old time along
    head = os.fsencode(f"{path}\n{state.st_size} {changed} {state.st_ino}\n{_knowledge()}\n")
    with suppress(OSError):
        if cache_folder.is_own(stamp) and (known := stamp.read_bytes()).startswith(head):
            return known[len(head) :].decode("ascii", "replace")
    content = _content(path)
    if time.time_ns() - changed > _SETTLED:
        with suppress(OSError):
            cache_folder.write(stamp, lambda file: _write_stamp(file, head + content.encode()))
    return content


def _write_stamp(file: Path, content: bytes) -> None:
    file.write_bytes(content)


def _content(path: Path) -> str:
    """A mark of what a file holds and of the knowledge that an index of it is made with."""
    from hashlib import blake2b

    return blake2b(path.read_bytes() + _knowledge().encode(), digest_size=16).hexdigest()


@cache
def _knowledge() -> str:
    """What keys are made with: this format, the libraries for Chinese, and the state of this package's own files.

    importlib.metadata would tell versions too, at the price of a whole lookup.
    """
    parts = [str(FORMAT), *sorted(_distributions()), *_own_files()]
    return f"{zlib.crc32(repr(parts).encode()):08x}"


def _distributions() -> Iterator[str]:
    for place in sys.path:
        with suppress(OSError):
            with os.scandir(place or ".") as entries:
                names = [entry.name for entry in entries]
            yield from (name for name in names if name.lower().startswith(("opencc-", "pypinyin-", "daachorse-")))


def _own_files() -> Iterator[str]:
    package, data = Path(__file__).parent, find_spec("termbase_data")
    for place in (package.parent, package, Path(str(data and data.origin)).parent):
        with os.scandir(place) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                if entry.name.endswith((".py", ".tsv")):
                    yield f"{entry.name} {entry.stat().st_size} {entry.stat().st_mtime_ns}"
