"""A file that is still being written, under a temporary name in the folder in which it will be.

Its writer holds a lock on it, which the system releases when the process ends, however it ends. So a temporary file
without a lock was left by a process that was killed, and the next writer of the same file removes it.
"""

from __future__ import annotations

import gzip
import os
import time
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import BinaryIO, cast

_SHOWN = 40
"""How many bytes of a file's name are in its temporary name, since file systems limit the length of names."""

_ENDING = ".unfinished"
_LEFT_BEHIND = 60
"""Age in seconds from which a temporary file without a lock is removed; a younger one may not be locked yet."""


class UnfinishedFile:
    """Opens a file to write; what was written replaces the old file only at `take_name`."""

    def __init__(self, path: Path) -> None:
        """`path` is the name that the file will have. A missing folder is created."""
        path.parent.mkdir(parents=True, exist_ok=True)
        shown = path.name.encode("utf-8", "ignore")[:_SHOWN].decode("utf-8", "ignore")
        _remove_leftovers(path.parent, f".{shown}.")
        self._path = path
        file = NamedTemporaryFile(dir=path.parent, prefix=f".{shown}.", suffix=_ENDING, delete=False)  # noqa: SIM115
        self._raw = cast(BinaryIO, file)
        self._lock = _locked(os.dup(file.fileno()))
        self.opened = self._raw
        if path.suffix.lower() == ".gz":
            self.opened = cast(BinaryIO, gzip.GzipFile(path.stem, "wb", fileobj=self._raw, mtime=0))

    def finish(self) -> None:
        """Write the rest and sync the file to disk."""
        if self.opened is not self._raw:
            self.opened.close()  # writes the rest of the compressed data
        self._raw.flush()
        os.fsync(self._raw.fileno())
        self._raw.close()
        Path(self._raw.name).chmod(_mode(self._path))

    def take_name(self) -> None:
        """Replace the old file."""
        Path(self._raw.name).replace(self._path)

    def discard(self) -> None:
        """Remove the temporary file if it is still there, and release the lock."""
        for opened in (self.opened, self._raw):
            with suppress(OSError, ValueError):
                opened.close()
        with suppress(OSError):
            Path(self._raw.name).unlink()
        if self._lock is not None:
            os.close(self._lock)


def _locked(handle: int) -> int | None:
    """Lock an open file without waiting, and return its handle; close it and return None if that is not possible.

    Some network drives have no locks, nor has Windows, where an open file cannot be removed anyway.
    """
    with suppress(ImportError, OSError):
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return handle
    os.close(handle)
    return None


def _remove_leftovers(folder: Path, beginning: str) -> None:
    """Remove the temporary files of one name that no process is writing."""
    with suppress(OSError):
        for file in folder.iterdir():
            if file.name.startswith(beginning) and file.name.endswith(_ENDING):
                _remove_if_left(file)


def _remove_if_left(file: Path) -> None:
    with suppress(OSError):
        if time.time() - file.lstat().st_mtime < _LEFT_BEHIND:
            return
        handle = _locked(os.open(file, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0)))
        if handle is not None:
            os.close(handle)
            file.unlink()


def _mode(path: Path) -> int:
    """Return the access rights of the file that is replaced, or those of a new file of this user."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
