"""All checks with their functions. The docstring of a function is the documentation that users see."""

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
from termbase.check.checks.extra import extra
from termbase.check.checks.gloss import gloss
from termbase.check.checks.inconsistent import inconsistent, same_target
from termbase.check.checks.missing import missing
from termbase.check.checks.mixed import mixed
from termbase.check.checks.number import number
from termbase.check.checks.punctuation import punctuation
from termbase.check.checks.region import region
from termbase.check.checks.unlisted import unlisted
from termbase.check.checks.untranslated import untranslated
from termbase.check.checks.wording import wording
from termbase.check.finding import Problem
from termbase.check.subject import Subject
from termbase.check.suppression import Suppressions, suppression
from termbase.severity import Severity

LookedAt = TypeVar("LookedAt", Subject, BitextSubject, Suppressions)


@dataclass(frozen=True, slots=True)
class Check(Generic[LookedAt]):
    """One check. `code` never changes its meaning; `name` is the name that users write.

    `severity` is the default one, which users may change. A check that is not `is_default` runs only if the user
    selects it. `function` takes what the check looks at and yields the problems.
    """

    code: str
    name: str
    severity: Severity
    function: Callable[[LookedAt], Iterator[Problem]]
    is_default: bool = True

    @property
    def documentation(self) -> str:
        """The documentation of the check. The first line is a summary."""
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

WORDING = _check("wording", wording)
"""The check of all Chinese words. It does not repeat what the checks of terms report."""

DOCUMENT_CHECKS: tuple[Check[Subject], ...] = (
    _DEPRECATED,
    _REGION,
    _CASE,
    _ABBREVIATION,
    _MIXED,
    _UNLISTED,
    _GLOSS,
    WORDING,
)
"""The checks of documents."""

TARGET_CHECKS: tuple[Check[Subject], ...] = (_DEPRECATED, _REGION, _CASE, WORDING)
"""The checks of documents that also run on the target of a bitext. Translators cannot change its source."""

RENDERING_CHECKS: tuple[Check[Subject], ...] = (_MIXED,)
"""The checks of a target that count only the terms whose concept the source segment has too.

恢复 that translates *regain* is no second rendering of *undo* beside 撤销.
"""

SENSE_CHECKS: tuple[Check[Subject], ...] = (_DEPRECATED, _REGION)
"""The checks of a target that need the concept in the source as well.

Without it, the word has another meaning: 软体 that translates `soft robot` is not the Taiwan word for software.
"""

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
"""All checks, in the order of their codes."""
