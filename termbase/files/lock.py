"""Lets one process at a time change a file: start from `change_file`.

The lock is on the folder of the file, so no lock file is left behind, and it ends with the process that holds it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from termbase.errors import os_error
from termbase.files.output import real_path, write_file


def change_file(file: str, change: Callable[[bytes], bytes]) -> None:
    """Replace the content of a file by what `change` returns for it, in full or not at all.

    No other `change_file` or `locked` block for the folder runs meanwhile, in any process. Raises TermbaseError if
    the file cannot be read or written, and whatever `change` raises; the file then stays as it was.
    """
    path = real_path(file)
    try:
        with locked(path.parent):
            before = path.read_bytes()
            after = change(before)
            if after != before:
                write_file(str(path), after)
    except OSError as error:
        raise os_error(error, file, "read") from error


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the lock of a folder, after waiting for other processes that hold it.

    Where a folder cannot be locked (Windows, some network drives), nothing is locked.
    """
    handle = None
    with suppress(ImportError, OSError):
        import fcntl

        handle = os.open(folder, os.O_RDONLY)
        fcntl.flock(handle, fcntl.LOCK_EX)
    try:
        yield
    finally:
        if handle is not None:
            os.close(handle)
