"""A large file written whole or not at all: into a temporary file beside it, synced, then renamed.

A process that is killed on the way leaves the old file as it was.
"""

from __future__ import annotations

import gzip
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import BinaryIO, cast

from termbase.errors import TermbaseError, os_error

STANDARD_OUTPUT = "-"


def refuse_existing(file: str, force: bool) -> None:
    """Raise TermbaseError where a file exists and `force` is not given."""
    if file != STANDARD_OUTPUT and not force and Path(file).exists():
        raise TermbaseError("exists", file=file, hint="--force overwrites it")


@contextmanager
def whole_file(file: str) -> Iterator[BinaryIO]:
    """A file to write that takes its name only when all of it is on disk. `-` is standard output; `.gz` is packed.

    Raises TermbaseError where it cannot be written, a full disk included; the old file stays.
    """
    if file == STANDARD_OUTPUT:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    path = Path(file)
    try:
        with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as temporary:
            try:
                yield from _filled(path, cast(BinaryIO, temporary))
                temporary.flush()
                os.fsync(temporary.fileno())
                Path(temporary.name).chmod(_mode(path))
                Path(temporary.name).replace(path)
            except BaseException:
                Path(temporary.name).unlink(missing_ok=True)
                raise
    except OSError as error:
        raise os_error(error, file, "write") from error


def _filled(path: Path, temporary: BinaryIO) -> Iterator[BinaryIO]:
    if path.suffix.lower() == ".gz":
        with gzip.GzipFile(path.stem, "wb", fileobj=temporary, mtime=0) as packed:
            yield cast(BinaryIO, packed)
    else:
        yield temporary


def _mode(path: Path) -> int:
    """The rights of the file that is replaced, or those that a new file gets."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
