"""Marks of content that are worked out once: a small file says under which state of the files a mark holds."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from termbase.cache import folder as cache_folder

_SETTLED = 2_000_000_000
"""Nanoseconds after a change of a file in which another change may leave the same time on it."""


def remembered(folder: Path | None, name: str, state: bytes, changed: int, content: Callable[[], str]) -> str:
    """What `content` gives, from the stamp `name` where it was written for the same `state`.

    `changed` is when the newest of the files changed (nanoseconds since 1970): no stamp is written before later
    changes would show. Without a folder nothing is remembered.
    """
    if folder is None:
        return content()
    stamp = folder / name
    with suppress(OSError):
        if cache_folder.is_own(stamp) and (known := stamp.read_bytes()).startswith(state):
            return known[len(state) :].decode("ascii", "replace")
    made = content()
    if time.time_ns() - changed > _SETTLED:
        with suppress(OSError):
            cache_folder.write(stamp, lambda file: file.write_bytes(state + made.encode()))
    return made
