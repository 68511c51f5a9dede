"""Reads the date to write into files. Files have no other date, so that equal input gives equal bytes."""

from __future__ import annotations

import os
from datetime import UTC, datetime

from termbase.errors import TermbaseError


def source_date() -> datetime | None:
    """Return the time in the environment variable `SOURCE_DATE_EPOCH` (seconds since 1970, UTC).

    Return None if it is not set; then no date is written. The variable is specified by the Reproducible Builds
    project. Raise TermbaseError if its value is not a number of seconds.
    """
    value = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not value:
        return None
    try:
        return datetime.fromtimestamp(int(value), UTC)
    except (ValueError, OverflowError, OSError):
        raise TermbaseError(
            f"SOURCE_DATE_EPOCH is not a valid time: {value!r}", hint="give seconds since 1970"
        ) from None
