"""Names the place in the cache folder for a result that is made from a file.

Start from `place_of`, or from `content_mark` to detect whether a file has changed. The name is a hash of the
content of the file and the fingerprint of the program, so an outdated result is never used. A stamp named by the
path of the file shows, without reading the file, that it has not changed.
"""

from __future__ import annotations

import os
import zlib
from pathlib import Path

from termbase.cache.folder import own_folder, remembered
from termbase.cache.knowledge import knowledge


def place_of(path: Path, ending: str, is_read: bool = False) -> Path | None:
    """Return the place for a result made from the present content of a file.

    Return None if there is no such file or the cache folder cannot be used. With `is_read` the file is read even if
    its stamp shows that it has not changed.
    """
    folder = own_folder() if path.is_file() else None
    if folder is None:
        return None
    return folder / f"{_content(path) if is_read else _stamped_content(path, folder)}{ending}"


def content_mark(path: Path) -> str:
    """Return a hash of the content of a file and of the program. The file is read only if it has changed.

    Raise OSError if it cannot be read.
    """
    return _stamped_content(path, own_folder())


def _stamped_content(path: Path, folder: Path | None) -> str:
    name = f"{zlib.crc32(os.fsencode(path)):08x}.stamp"
    status = path.stat()
    changed = max(status.st_mtime_ns, status.st_ctime_ns)  # a copy may keep the old time of modification
    state = os.fsencode(f"{path}\n{status.st_size} {changed} {status.st_ino}\n{knowledge()}\n")
    return remembered(folder, name, state, changed, lambda: _content(path))


def _content(path: Path) -> str:
    """Return a hash (hexadecimal) of a file, of its ending, which chooses the reader, and of the program."""
    from hashlib import blake2b

    reader = f"{path.suffix.lower()}\n{knowledge()}"
    return blake2b(path.read_bytes() + reader.encode(), digest_size=16).hexdigest()
