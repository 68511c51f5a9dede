"""Writes files whole or not at all: to a temporary file in the same folder, which is synced to disk and renamed.

Start from `write_file`, or from `whole_file` to write in pieces. If the process is killed, the old file stays as it
was, and the next one that writes the file removes the temporary one. A replaced file keeps its access rights, and a
symbolic link stays a link. Missing folders are created.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from termbase.errors import TermbaseError, os_error
from termbase.files.interrupts import interrupts_delayed
from termbase.files.unfinished import UnfinishedFile

STANDARD_OUTPUT = "-"


def real_path(file: str | Path) -> Path:
    """Return the absolute path of a file behind its symbolic links; of links in a circle, that of one of them."""
    return Path(os.path.realpath(file))  # Path.resolve raises an error for a circle


def refuse_overwriting(files: Iterable[str], force: bool, hint: str = "--force overwrites it") -> None:
    """Raise TermbaseError if one of the files exists and `force` is not given; `hint` says what to do.

    It is an error too if one of them is a folder, or a folder that a file is to be in is itself a file.
    """
    kept = [file for file in files if file != STANDARD_OUTPUT and not _is_device(file)]
    for folder in (folder for file in kept for folder in Path(file).parents if folder.is_file()):
        raise TermbaseError("is a file, not a folder", file=str(folder), hint="name another folder")
    for file in filter(os.path.isdir, kept):
        raise TermbaseError("is a folder", file=file, hint="name a file")
    existing = [file for file in kept if Path(file).exists()]
    if existing and not force:
        others = "".join(f", {Path(file).name} too" for file in existing[1:])
        raise TermbaseError(f"exists already{others}", file=existing[0], hint=hint)


def refuse_replacing(used: Iterable[str], files: Iterable[str]) -> None:
    """Raise TermbaseError if one of the files to write is one that the command uses itself, by whatever name."""
    names = {real_path(file) for file in used if file != STANDARD_OUTPUT}
    for file in files:
        if file != STANDARD_OUTPUT and real_path(file) in names:
            raise TermbaseError("is used by this command itself", file=file, hint="write to another file")


def write_file(file: str, data: bytes) -> None:
    """Write one file; `-` is standard output. Raise TermbaseError as `whole_file` does."""
    with whole_file(file) as opened:
        opened.write(data)


def write_files(folder: str, contents: Mapping[str, bytes]) -> None:
    """Write files, given by their names, into a folder. Raise TermbaseError as `whole_files` does."""
    with whole_files(folder) as open_file:
        for name, data in contents.items():
            open_file(str(Path(folder) / name)).write(data)


@contextmanager
def whole_file(file: str) -> Iterator[BinaryIO]:
    """Open a file to write in pieces. `-` is standard output, and a file named `.gz` is compressed.

    A device or pipe is written to directly. Raise TermbaseError if the file cannot be written, for instance because
    the disk is full; the old file then stays.
    """
    if file == STANDARD_OUTPUT:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    try:
        with Path(file).open("wb") if _is_device(file) else _whole(file) as opened:
            yield opened
    except OSError as error:
        raise os_error(error, file, "write") from error


@contextmanager
def whole_files(folder: str) -> Iterator[Callable[[str], BinaryIO]]:
    """Return a function that opens files to write by their paths. No old file is replaced before all are on disk.

    Raise TermbaseError, which names the folder, if a file cannot be written.
    """
    try:
        Path(folder).mkdir(parents=True, exist_ok=True)
        with _all_or_none() as open_file:
            yield open_file
    except OSError as error:
        raise os_error(error, folder, "write") from error


def _is_device(file: str) -> bool:
    """Return whether a path is a device or pipe, which has no content to protect and must not be replaced."""
    path = Path(file)
    return path.exists() and not path.is_file() and not path.is_dir()


@contextmanager
def _whole(file: str) -> Iterator[BinaryIO]:
    with _all_or_none() as open_file:
        yield open_file(file)


@contextmanager
def _all_or_none() -> Iterator[Callable[[str], BinaryIO]]:
    started: list[UnfinishedFile] = []

    def open_file(file: str) -> BinaryIO:
        with interrupts_delayed():  # a file that is there, but not in the list, would never be removed
            started.append(UnfinishedFile(real_path(file)))
        return started[-1].opened

    try:
        yield open_file
        for file in started:
            file.finish()
        for file in started:
            file.take_name()
    finally:
        with interrupts_delayed():
            for file in started:
                file.discard()
