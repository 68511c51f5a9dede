"""A memory's bytes from wherever it lies: a file, `.gz`, `.zip`, or standard input; cut into blocks of whole units.

Start from `Source.blocks`. Nothing is held but one block, so size does not matter.
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

BLOCK = 1 << 18
"""Bytes read at a time: a block is parsed as one small document."""

_LIMIT = 1 << 25
"""Bytes after which a block is taken as it is: no unit is that long, so its end is damaged."""

_BROKEN = (OSError, EOFError, zlib.error, zipfile.BadZipFile)


class Source:
    """A file to be read, more than once where that is needed. Standard input (`-`) is kept in a temporary file."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.position = 0
        """Bytes read of the last pass, for a progress bar."""
        self._spooled = _spool() if file == "-" else None

    def open(self) -> BinaryIO:
        """The bytes as they were before packing. Raises TermbaseError where they cannot be read."""
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
        """The bytes that a pass reads; None where they are packed."""
        if Path(self.file).suffix.lower() in (".gz", ".zip"):
            return None
        return Path(self._spooled.name if self._spooled else self.file).stat().st_size

    def blocks(self, encoding: str, skip: int) -> Iterator[bytes]:
        """The bytes after `skip` in blocks that end with a unit; the last is what follows the last unit."""
        end, opening, closing = (mark.encode(encoding) for mark in ("</tu>", "<!--", "-->"))
        rest = b""
        self.position = 0
        with self._reading() as file:
            file.read(skip)
            while data := file.read(BLOCK):
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
    """Where the last unit ends that does not stand in a comment; 0 where none does."""
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
        raise TermbaseError(f"holds {len(names)} TMX files", file=file, hint="unpack it and name one")
    return archive.open(names[0])


def _spool() -> IO[bytes]:
    spooled = tempfile.NamedTemporaryFile(prefix="termbase-", suffix=".tmx")  # noqa: SIM115 - lives with its source
    shutil.copyfileobj(sys.stdin.buffer, spooled)
    spooled.flush()
    return spooled


def _refusal(error: Exception, file: str) -> TermbaseError:
    if isinstance(error, OSError) and error.errno:
        return os_error(error, file, "read")
    return TermbaseError(f"is damaged: {error}", file=file, hint="unpack it, or get it anew")
