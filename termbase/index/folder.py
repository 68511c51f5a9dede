"""The indexes in the user's cache: which are sound."""

from __future__ import annotations

import os
import sqlite3
from contextlib import suppress
from pathlib import Path

from termbase.cache.folder import is_own


def open_database(file: Path) -> sqlite3.Connection | None:
    """An index for reading; None for one that is missing, unfinished or not to be trusted.

    Damage further in shows when it is asked, see `Index`.
    """
    with suppress(OSError, sqlite3.Error):
        if is_own(file):
            database = sqlite3.connect(f"{file.as_uri()}?mode=ro&immutable=1", uri=True)
            database.execute("pragma trusted_schema = off")
            database.execute("pragma mmap_size = 1000000000")  # pages asked for again are not read again
            if database.execute("select yes from complete").fetchone():
                with suppress(OSError):
                    os.utime(file)  # used now: those used longest ago are removed first
                return database
            database.close()
    return None
