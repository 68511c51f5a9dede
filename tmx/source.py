"""Reads the bytes of a TMX file, also from `.gz`, `.zip` or standard input, in blocks of whole units.

Start from `Source.blocks`. Only one block is held in memory, so files of any size can be read.
"""

from __future__ import annotations

import gzip
import shutil
import sys
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, BinaryIO, cast

from termbase.errors import TermbaseError, os_error

_BLOCK = 1 << 18
"""The number of bytes read at a time; a block is parsed as one small document."""

_LIMIT = 1 << 25
"""The size in bytes at which a block is passed on without a unit end: only a damaged unit can be so long."""

_BROKEN = (OSError, EOFError, zlib.error, zipfile.BadZipFile)


class Source:
    """A file that can be read several times. Standard input (`-`) is copied to a temporary file for that."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.position = 0
        """The number of bytes that the current pass has read, for a progress bar."""
        self._spooled = _spool() if file == "-" else None

    def open(self) -> BinaryIO:
        """Open the file for reading, decompressed. Raises TermbaseError if it cannot be read."""
        try:
            return self._open()
        except _BROKEN as error:
            raise _refusal(error, self.file) from error

    def _open(self) -> BinaryIO:
        if self._spooled:
            return Path(self._spooled.name).open("rb")
        suffix = Path(self.file).suffix.lower()
        if suffix == ".gz":
            return cast(BinaryIO, gzip.open(self.file, "rb"))
        if suffix == ".zip":
            return cast(BinaryIO, _member(self.file))
        return Path(self.file).open("rb")

    def size(self) -> int | None:
        """Return the size of the file in bytes; None if it is compressed."""
        if Path(self.file).suffix.lower() in (".gz", ".zip"):
            return None
        return Path(self._spooled.name if self._spooled else self.file).stat().st_size

    def blocks(self, encoding: str, skip: int, prefix: str = "") -> Iterator[bytes]:
        """Yield the bytes after the first `skip` in blocks that end with a unit; the last is what follows them.

        `prefix` is what stands before the names of elements, such as `tmx:`.
        """
        end, opening, closing = (mark.encode(encoding) for mark in (f"</{prefix}tu>", "<!--", "-->"))
        rest = b""
        self.position = 0
        with self._reading() as file:
            file.read(skip)
            while data := file.read(_BLOCK):
                rest += data
                self.position += len(data)
                cut = _cut(rest, end, opening, closing)
                if cut or len(rest) > _LIMIT:
                    yield rest[: cut or len(rest)]
                    rest = rest[cut:] if cut else b""
        yield rest

    @contextmanager
    def _reading(self) -> Iterator[BinaryIO]:
        with self.open() as file:
            try:
                yield file
            except _BROKEN as error:
                raise _refusal(error, self.file) from error


def _cut(data: bytes, end: bytes, opening: bytes, closing: bytes) -> int:
    """The end of the last unit that is not in a comment; 0 if there is none."""
    limit = len(data)
    while (found := data.rfind(end, 0, limit)) >= 0:
        opened = data.rfind(opening, 0, found)
        if opened < 0 or data.find(closing, opened, found) >= 0:
            return found + len(end)
        limit = opened
    return 0


def _member(file: str) -> IO[bytes]:
    archive = zipfile.ZipFile(file)
    names = [name for name in archive.namelist() if name.lower().endswith(".tmx")]
    if len(names) != 1:
        archive.close()
        raise TermbaseError(
            f"contains {len(names)} TMX files, not one", file=file, hint="unpack it and give one of them"
        )
    return archive.open(names[0])


def _spool() -> IO[bytes]:
    spooled = tempfile.NamedTemporaryFile(prefix="termbase-", suffix=".tmx")  # noqa: SIM115 - closed when its Source is deleted
    shutil.copyfileobj(sys.stdin.buffer, spooled)
    spooled.flush()
    return spooled


def _refusal(error: Exception, file: str) -> TermbaseError:
    if isinstance(error, OSError) and error.errno:
        return os_error(error, file, "read")
    return TermbaseError(f"is damaged: {error}", file=file, hint="try to unpack it, or get a new copy")
