"""What is said of a termbase file: a value with its place, never an exception."""

from __future__ import annotations

from dataclasses import dataclass

from termbase.severity import Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found in a termbase file. `line` and `column` are 1-based, 0 where there is no such place.

    `path` leads from the root to the element (`/tbx/text/body/conceptEntry[2]`), `hint` says how to mend it.
    """

    code: str
    severity: Severity
    message: str
    line: int = 0
    column: int = 0
    path: str = ""
    hint: str = ""
