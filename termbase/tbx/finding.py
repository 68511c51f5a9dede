"""Problems and repairs found in a termbase file: values with a position, not exceptions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How serious a finding is: an error makes the file invalid, a warning is for a terminologist to judge."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem or repair in a termbase file. `line` and `column` are 1-based, or 0 if there is no position.

    `path` leads from the root to the element (`/tbx/text/body/conceptEntry[2]`); `hint` says how to correct it.
    """

    code: str
    severity: Severity
    message: str
    line: int = 0
    column: int = 0
    path: str = ""
    hint: str = ""
