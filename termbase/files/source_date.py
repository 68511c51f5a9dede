"""The one date that written files may hold, so that equal input gives equal bytes."""

from __future__ import annotations

import os
from datetime import UTC, datetime

from termbase.errors import TermbaseError


def source_date() -> datetime | None:
    """The moment that `SOURCE_DATE_EPOCH` gives (seconds since 1970, UTC), or None: then no date is written.

    See the reproducible-builds specification of that variable. Raises TermbaseError if it is no such number.
    """
    value = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not value:
        return None
    try:
        return datetime.fromtimestamp(int(value), UTC)
    except (ValueError, OverflowError, OSError):
        raise TermbaseError(f"SOURCE_DATE_EPOCH is no moment: {value!r}", hint="give seconds since 1970") from None
