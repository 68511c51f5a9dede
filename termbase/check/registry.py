"""The checks of the catalogue with their functions. A function's docstring is the check's documentation."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from inspect import cleandoc
from typing import Generic, TypeVar

from termbase.check.bitext_subject import BitextSubject
from termbase.check.catalogue import CATALOGUE
from termbase.check.checks.abbreviation import abbreviation
from termbase.check.checks.case import case
from termbase.check.checks.code import code
from termbase.check.checks.deprecated import deprecated
from termbase.check.checks.gloss import gloss
from termbase.check.checks.inconsistent import inconsistent, same_target
from termbase.check.checks.missing import extra, missing
from termbase.check.checks.mixed import mixed
from termbase.check.checks.number import number, untranslated
from termbase.check.checks.punctuation import punctuation
from termbase.check.checks.region import region
from termbase.check.checks.unlisted import unlisted
from termbase.check.finding import Problem
from termbase.check.subject import Subject
from termbase.check.suppression import Suppressions, suppression
from termbase.severity import Severity

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


def _check(name: str, function: Callable[[LookedAt], Iterator[Problem]]) -> Check[LookedAt]:
    (entry,) = (entry for entry in CATALOGUE if entry.name == name)
    return Check(entry.code, name, entry.severity, function, entry.is_default)


AnyCheck = Check[Subject] | Check[BitextSubject] | Check[Suppressions]

SUPPRESSION = _check("suppression", suppression)
"""The check of the comments that switch checks off."""

_DEPRECATED = _check("deprecated", deprecated)
_REGION = _check("region", region)
_MISSING = _check("missing", missing)
_EXTRA = _check("extra", extra)
_CASE = _check("case", case)
_ABBREVIATION = _check("abbreviation", abbreviation)
_MIXED = _check("mixed", mixed)
_UNLISTED = _check("unlisted", unlisted)
_GLOSS = _check("gloss", gloss)
_INCONSISTENT = _check("inconsistent", inconsistent)
_SAME_TARGET = _check("same-target", same_target)
_NUMBER = _check("number", number)
_PUNCTUATION = _check("punctuation", punctuation)
_UNTRANSLATED = _check("untranslated", untranslated)
_CODE = _check("code", code)

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
