"""The checks, in one place: code, name, severity, function. A function's docstring is the check's documentation."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from inspect import cleandoc
from typing import Generic, TypeVar

from termbase.check.abbreviation import abbreviation
from termbase.check.bitext import BitextSubject
from termbase.check.capitals import case
from termbase.check.codes import code
from termbase.check.finding import Problem, Severity
from termbase.check.gloss import gloss
from termbase.check.presence import extra, missing
from termbase.check.region import region
from termbase.check.repetition import inconsistent, same_target
from termbase.check.segments import number, untranslated
from termbase.check.signs import punctuation
from termbase.check.status import deprecated
from termbase.check.subject import Subject
from termbase.check.suppression import Suppressions, suppression
from termbase.check.unlisted import unlisted
from termbase.check.variants import mixed

LookedAt = TypeVar("LookedAt", Subject, BitextSubject, Suppressions)


@dataclass(frozen=True, slots=True)
class Check(Generic[LookedAt]):
    """One check. Codes never change their meaning; `name` is what users write.

    `severity` is what it is unless set otherwise; a check that is not `is_default` runs where it is named only.
    """

    code: str
    name: str
    severity: Severity
    function: Callable[[LookedAt], Iterator[Problem]]
    is_default: bool = True

    @property
    def documentation(self) -> str:
        """What it finds, and why: the first line is the summary."""
        return cleandoc(self.function.__doc__ or "")


AnyCheck = Check[Subject] | Check[BitextSubject] | Check[Suppressions]

SUPPRESSION = Check("T000", "suppression", Severity.WARNING, suppression)
"""The check of the comments that switch checks off."""

_DEPRECATED = Check("T001", "deprecated", Severity.ERROR, deprecated)
_REGION = Check("T002", "region", Severity.ERROR, region)
_MISSING = Check("T003", "missing", Severity.ERROR, missing)
_EXTRA = Check("T004", "extra", Severity.WARNING, extra)
_CASE = Check("T005", "case", Severity.WARNING, case)
_ABBREVIATION = Check("T006", "abbreviation", Severity.WARNING, abbreviation)
_MIXED = Check("T007", "mixed", Severity.WARNING, mixed)
_UNLISTED = Check("T008", "unlisted", Severity.INFO, unlisted, is_default=False)
_GLOSS = Check("T009", "gloss", Severity.WARNING, gloss)
_INCONSISTENT = Check("T010", "inconsistent", Severity.WARNING, inconsistent)
_SAME_TARGET = Check("T011", "same-target", Severity.INFO, same_target)
_NUMBER = Check("T012", "number", Severity.WARNING, number)
_PUNCTUATION = Check("T013", "punctuation", Severity.WARNING, punctuation)
_UNTRANSLATED = Check("T014", "untranslated", Severity.WARNING, untranslated)
_CODE = Check("T015", "code", Severity.ERROR, code)

DOCUMENT_CHECKS: tuple[Check[Subject], ...] = (
    _DEPRECATED,
    _REGION,
    _CASE,
    _ABBREVIATION,
    _MIXED,
    _UNLISTED,
    _GLOSS,
)
"""The checks of documents."""

TARGET_CHECKS: tuple[Check[Subject], ...] = (_DEPRECATED, _REGION, _CASE, _MIXED)
"""Those of them that the target side of a bitext gets; the source is the author's, not the translator's."""

SENSE_CHECKS: tuple[Check[Subject], ...] = (_DEPRECATED, _REGION)
"""Those of them that are of a word in its sense: what renders something else is none (软体 in `soft robots`)."""

BITEXT_CHECKS: tuple[Check[BitextSubject], ...] = (
    _MISSING,
    _EXTRA,
    _INCONSISTENT,
    _SAME_TARGET,
    _NUMBER,
    _PUNCTUATION,
    _UNTRANSLATED,
    _CODE,
)
"""The checks of both sides of a bitext."""

ALL_CHECKS: tuple[AnyCheck, ...] = tuple(
    sorted({SUPPRESSION, *DOCUMENT_CHECKS, *BITEXT_CHECKS}, key=lambda check: check.code)
)
"""Every check, by code."""

NAMES: dict[str, str] = {spelling: check.name for check in ALL_CHECKS for spelling in (check.name, check.code)}
"""The name of the check that a user's spelling means."""

DEFAULT_NAMES = frozenset(check.name for check in ALL_CHECKS if check.is_default)
"""The checks that run where nothing is selected."""
