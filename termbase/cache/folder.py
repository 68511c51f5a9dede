"""The program's folder in the user's cache: whose it is, what in it is trusted, how files come and go.

A mark of content that takes long to work out is kept in a stamp, a small file that says for which state it holds.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import get_ident

_OTHERS_MAY_WRITE = 0o022
_MOST = {
    "*.sqlite": 20,
    "*.terms": 20,
    "*.words": 2,
    "*.cedict": 2,
    "*.pinyin": 2,
    "*.regional": 2,
    "*.applicable": 2,
    "*.patterns": 2,
    "*.uses": 2,
    "*.stamp": 200,
}
_LEFT_BEHIND = 24 * 3600
"""Age in seconds from which a temporary file is taken to be left by a process that has ended."""
SETTLING_TIME = 2_000_000_000
"""Nanoseconds after a change of a file in which another change may leave the same time on it."""


def own_folder() -> Path | None:
    """Return the folder, created if needed, or None if it cannot be written or other users can write to it."""
    from platformdirs import user_cache_path

    folder = user_cache_path("termbase") / "index"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return folder if is_own(folder) and os.access(folder, os.W_OK) else None
    except OSError:
        return None


def is_own(path: Path) -> bool:
    """Return whether a file or folder, not a symbolic link, belongs to this user and others cannot write to it."""
    if path.is_symlink():
        return False
    if sys.platform == "win32":  # has no such owner and mode; its cache folder is the user's own
        return path.exists()
    status = path.lstat()
    return status.st_uid == os.getuid() and not status.st_mode & _OTHERS_MAY_WRITE


def write(file: Path, fill: Callable[[Path], object]) -> None:
    """Call `fill` to write a temporary file, then rename it, so that others never see a part of the file."""
    temporary = file.with_name(f".{file.name}.{os.getpid()}.{get_ident()}")
    try:
        temporary.unlink(missing_ok=True)
        temporary.touch(mode=0o600)
        fill(temporary)
        temporary.replace(file)
    finally:
        temporary.unlink(missing_ok=True)


def remembered(folder: Path | None, name: str, state: bytes, changed: int, content: Callable[[], str]) -> str:
    """Return the fingerprint of the stamp `name` if it was written for the same `state`, else call `content`.

    A stamp is a small file that keeps a fingerprint of files with the state (sizes, times) for which it is valid.
    `changed` is the time of the last change of the files (nanoseconds since 1970). A stamp is written only when a
    later change would be visible in that time. If `folder` is None, nothing is remembered.
    """
    if folder is None:
        return content()
    stamp = folder / name
    with suppress(OSError):
        if is_own(stamp) and (stored := stamp.read_bytes()).startswith(state):
            return stored[len(state) :].decode("ascii", "replace")
    fingerprint = content()
    if time.time_ns() - changed > SETTLING_TIME:
        with suppress(OSError):
            write(stamp, lambda file: file.write_bytes(state + fingerprint.encode()))
    return fingerprint


def remove_oldest(folder: Path) -> None:
    """Limit the number of files: remove those used longest ago, and temporary files that ended processes left."""
    for pattern, most in _MOST.items():
        for file in sorted(folder.glob(pattern), key=_used)[:-most]:
            file.unlink(missing_ok=True)
    for file in folder.glob(".*"):
        if _used(file) < time.time() - _LEFT_BEHIND:
            file.unlink(missing_ok=True)


def _used(file: Path) -> float:
    with suppress(OSError):
        return file.stat().st_mtime
    return 0.0
