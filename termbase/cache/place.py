"""Where in the cache folder belongs what is made of a file.

Start from `place_of`, or from `content_mark` to see whether a file has changed. The name holds a mark of the file's
content and the fingerprint of the program, so what is found there is never wrong, only unused. A stamp under the
path of the file tells, without reading it, that it has not changed.
"""

from __future__ import annotations

import os
import zlib
from pathlib import Path

from termbase.cache.folder import own_folder
from termbase.cache.knowledge import knowledge
from termbase.cache.stamp import remembered


def place_of(path: Path, ending: str, is_read: bool = False) -> Path | None:
    """Where what is made of a file as it is now belongs; None for no file, or where nothing can be kept.

    With `is_read` the file is read for it even if its stamp says that it has not changed.
    """
    folder = own_folder() if path.is_file() else None
    if folder is None:
        return None
    return folder / f"{_content(path) if is_read else _stamped_content(path, folder)}{ending}"


def content_mark(path: Path) -> str:
    """A mark of what a file holds and of the program; the file is read only if it has changed. Raises OSError."""
    return _stamped_content(path, own_folder())


def _stamped_content(path: Path, folder: Path | None) -> str:
    name = f"{zlib.crc32(os.fsencode(path)):08x}.stamp"
    status = path.stat()
    changed = max(status.st_mtime_ns, status.st_ctime_ns)  # a copy may bring its old time along
    state = os.fsencode(f"{path}\n{status.st_size} {changed} {status.st_ino}\n{knowledge()}\n")
    return remembered(folder, name, state, changed, lambda: _content(path))


def _content(path: Path) -> str:
    """A mark of what a file holds, of the ending by which it is read, and of the program that reads it."""
    from hashlib import blake2b

    reader = f"{path.suffix.lower()}\n{knowledge()}"
    return blake2b(path.read_bytes() + reader.encode(), digest_size=16).hexdigest()
