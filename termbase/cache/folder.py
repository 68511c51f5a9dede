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
_MOST = {"*.sqlite": 20, "*.terms": 20, "*.words": 2, "*.stamp": 200}
_LEFT_BEHIND = 24 * 3600
"""Seconds after which a temporary file has no process any more that will finish it."""
SETTLING_TIME = 2_000_000_000
"""Nanoseconds after a change of a file in which another change may leave the same time on it."""


def own_folder() -> Path | None:
    """The folder, made where needed; None where it cannot be written, or others can write to it."""
    from platformdirs import user_cache_path

    folder = user_cache_path("termbase") / "index"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return folder if is_own(folder) and os.access(folder, os.W_OK) else None
    except OSError:
        return None


def is_own(path: Path) -> bool:
    """Whether a file or folder, no link to one, is this user's and closed to the writing of others."""
    if path.is_symlink():
        return False
    if sys.platform == "win32":  # has no owner and mode to ask for; the cache folder there is the user's own
        return path.exists()
    status = path.lstat()
    return status.st_uid == os.getuid() and not status.st_mode & _OTHERS_MAY_WRITE


def write(file: Path, fill: Callable[[Path], object]) -> None:
    """Have a file filled under another name and put it in place whole: no two processes or threads meet at it."""
    temporary = file.with_name(f".{file.name}.{os.getpid()}.{get_ident()}")
    try:
        temporary.unlink(missing_ok=True)
        temporary.touch(mode=0o600)
        fill(temporary)
        temporary.replace(file)
    finally:
        temporary.unlink(missing_ok=True)


def remembered(folder: Path | None, name: str, state: bytes, changed: int, content: Callable[[], str]) -> str:
    """What `content` gives, from the stamp `name` where it was written for the same `state`.

    `changed` is when the newest of the files changed (nanoseconds since 1970): no stamp is written before later
    changes would show. Without a folder nothing is remembered.
    """
    if folder is None:
        return content()
    stamp = folder / name
    with suppress(OSError):
        if is_own(stamp) and (known := stamp.read_bytes()).startswith(state):
            return known[len(state) :].decode("ascii", "replace")
    made = content()
    if time.time_ns() - changed > SETTLING_TIME:
        with suppress(OSError):
            write(stamp, lambda file: file.write_bytes(state + made.encode()))
    return made


def remove_oldest(folder: Path) -> None:
    """Keep the folder bounded: drop what was used longest ago, and what an ended process left behind."""
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
