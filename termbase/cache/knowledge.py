"""Computes one fingerprint of what results depend on, except the user's files: program, data, Python, libraries.

Start from `knowledge`. The name or key of everything in the cache folder includes it, so that no result of another
version is ever used.
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

_FORMAT = 4
"""Increase it to invalidate every cached result for a reason that is in no file of the program."""

PACKAGES = ("termbase", "tmx", "termbase_service", "termbase_cli", "termbase_data")


@cache
def knowledge() -> str:
    """Return the fingerprint in hexadecimal digits. It is equal for equal files, wherever and whenever installed.

    The files are read only if the size or time of one has changed since the last call on this machine.
    """
    folders = sorted(_folders())
    files = [file for place in folders for file in _files(place)]
    newest = max((changed for _, _, changed in files), default=0)
    about = repr([_FORMAT, sys.version, sys.byteorder, sorted(_distributions())])
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
    """Yield path, size (bytes) and time of change (nanoseconds) of the files below a folder, in order."""
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
    """Yield names and versions of the installed packages; `importlib.metadata` takes as long as a lookup."""
    for place in sys.path:
        with suppress(OSError), os.scandir(place or ".") as entries:
            yield from (entry.name for entry in entries if entry.name.endswith((".dist-info", ".egg-info")))
