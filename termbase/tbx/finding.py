"""Problems and repairs found in a termbase file: values with a position, not exceptions."""

from __future__ import annotations

from dataclasses import dataclass

from termbase.model import Termbase
from termbase.severity import Severity


@dataclass(frozen=True, slots=True)
class TermbaseFinding:
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


@dataclass(frozen=True, slots=True)
class Reading:
    """A termbase read from a file, and what its reader repaired, respelt, skipped or could not place.

    `columns` says, of a glossary, what each column was taken for; "" if they are called just what they are.
    """

    termbase: Termbase
    findings: tuple[TermbaseFinding, ...] = ()
    columns: str = ""
