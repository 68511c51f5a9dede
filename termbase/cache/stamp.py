"""Remembers fingerprints of files in small files, called stamps, with the state of the files they are valid for."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from termbase.cache import folder as cache_folder

_SETTLED = 2_000_000_000
"""Nanoseconds after a change of a file within which another change may give it the same time."""


def remembered(folder: Path | None, name: str, state: bytes, changed: int, content: Callable[[], str]) -> str:
    """Return the fingerprint of the stamp `name` if it was written for the same `state`, else call `content`.

    `changed` is the time of the last change of the files (nanoseconds since 1970). A stamp is written only when a
    later change would be visible in that time. If `folder` is None, nothing is remembered.
    """
    if folder is None:
        return content()
    stamp = folder / name
    with suppress(OSError):
        if cache_folder.is_own(stamp) and (stored := stamp.read_bytes()).startswith(state):
            return stored[len(state) :].decode("ascii", "replace")
    fingerprint = content()
    if time.time_ns() - changed > _SETTLED:
        with suppress(OSError):
            cache_folder.write(stamp, lambda file: file.write_bytes(state + fingerprint.encode()))
    return fingerprint
