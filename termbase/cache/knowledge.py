"""One fingerprint of all that results depend on beside the user's files: program, data, Python, libraries.

Start from `knowledge`. Everything that is kept in the cache folder has it in its name or key, so that nothing that
another version kept is ever used.
"""

from __future__ import annotations

import os
import sys
import zlib
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from termbase.cache.folder import own_folder, remembered

FORMAT = 4
"""Increased to make everything that is kept anew for a reason that no file of the program shows."""

PACKAGES = ("termbase", "tmx", "termbase_service", "termbase_cli", "termbase_data")


@cache
def knowledge() -> str:
    """The fingerprint, as hexadecimal digits: equal for equal files, wherever and whenever they were installed.

    The files are read only where one of them has another size or time than at the last call on this machine.
    """
    folders = sorted(_folders())
    files = [file for place in folders for file in _files(place)]
    newest = max((changed for _, _, changed in files), default=0)
    about = repr([FORMAT, sys.version, sys.byteorder, sorted(_distributions())])
    state = f"{zlib.crc32(repr(files).encode('utf-8', 'surrogateescape')):08x} {about}\n".encode()
    name = f"{zlib.crc32(repr(folders).encode('utf-8', 'surrogateescape')):08x}.program.stamp"

    def content() -> str:
        from hashlib import blake2b

        digest = blake2b(about.encode(), digest_size=16)
        for place in folders:
            for path, _, _ in _files(place):
                data = Path(path).read_bytes()
                digest.update(f"{os.path.relpath(path, place)} {len(data)}\n".encode("utf-8", "surrogateescape"))
                digest.update(data)
        return digest.hexdigest()

    return remembered(own_folder(), name, state, newest, content)


def _folders() -> Iterator[str]:
    for package in PACKAGES:
        spec = find_spec(package)
        yield from (spec and spec.submodule_search_locations) or ()


def _files(place: str) -> Iterator[tuple[str, int, int]]:
    """Path, size and time of change (nanoseconds) of the files in a folder and the folders below it, in order."""
    with os.scandir(place) as entries:
        ordered = sorted(entries, key=lambda entry: entry.name)
    for entry in ordered:
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from _files(entry.path)
        elif not entry.name.endswith(".pyc"):
            status = entry.stat()
            yield entry.path, status.st_size, max(status.st_mtime_ns, status.st_ctime_ns)


def _distributions() -> Iterator[str]:
    """What is installed beside the program, with versions; `importlib.metadata` takes as long as a whole lookup."""
    for place in sys.path:
        with suppress(OSError), os.scandir(place or ".") as entries:
            yield from (entry.name for entry in entries if entry.name.endswith((".dist-info", ".egg-info")))
