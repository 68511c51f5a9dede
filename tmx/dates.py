"""The dates in the attributes of a memory, which TMX 1.4b writes in the basic format of ISO 8601, in UTC."""

from __future__ import annotations

import re

from tmx.report import RepairCode, Report

DATES = ("creationdate", "changedate", "lastusagedate")
"""The attributes of `header`, `tu` and `tuv` that are dates."""

_DATE = re.compile(
    r"(\d{4})[-/]?(\d\d)[-/]?(\d\d)"
    r"(?:[T ](\d\d):?(\d\d)(?::?(\d\d)(?:\.\d+)?)?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d)?)?",
    re.IGNORECASE,
)


def in_utc(value: str, report: Report, line: int) -> str:
    """Return a date as TMX 1.4b writes it (20240131T080000Z), "" if it is not a date; both are reported.

    A date without a time is the midnight before it, and a time without a zone is in UTC, as TMX has it.
    """
    from datetime import UTC, datetime

    match = _DATE.fullmatch(value.strip())
    year, month, day, hour, minute, second, zone = match.groups() if match else [""] * 7
    written = f"{year}{month}{day}{hour or '00'}{minute or '00'}{second or '00'}"
    has_offset = zone and zone[0] in "+-"
    try:
        moment = datetime.strptime(written + (zone.replace(":", "") if has_offset else "+0000"), "%Y%m%d%H%M%S%z")
        found = f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    except (ValueError, OverflowError):
        report.lose(line, RepairCode.DATE, f"{value!r} is not a date", value)
        return ""
    meaning = "" if zone else ", since it has no time zone"
    message = f"{value} is not in the date format of TMX: written as {found}{meaning}"
    report.mend(line, RepairCode.DATE, message, value)
    return found
