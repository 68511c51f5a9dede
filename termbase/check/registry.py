"""The checks, in one place: code, name, severity, function. A function's docstring is the check's documentation."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from termbase.check.abbreviation import abbreviation
from termbase.check.capitals import case
from termbase.check.finding import Problem, Severity
from termbase.check.gloss import gloss
from termbase.check.region import region
from termbase.check.status import deprecated
from termbase.check.subject import Subject
from termbase.check.variants import mixed


@dataclass(frozen=True, slots=True)
class Check:
    """One check. Codes never change their meaning; `name` is what users write."""

    code: str
    name: str
    severity: Severity
    function: Callable[[Subject], Iterator[Problem]]


CHECKS = (
    Check("T001", "deprecated", Severity.ERROR, deprecated),
    Check("T002", "region", Severity.ERROR, region),
    Check("T005", "case", Severity.WARNING, case),
    Check("T006", "abbreviation", Severity.WARNING, abbreviation),
    Check("T007", "mixed", Severity.WARNING, mixed),
    Check("T009", "gloss", Severity.WARNING, gloss),
)
