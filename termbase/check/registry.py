"""The checks of documents with their functions, whose docstrings are the documentation that users see.

Those of bitexts are in `bitext_registry`, which a check of documents does not import, so that it starts faster.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from inspect import cleandoc
from typing import Generic, TypeVar

from termbase.check.bilingual.bitext_subject import BitextSubject
from termbase.check.catalogue import CATALOGUE
from termbase.check.checks.abbreviation import abbreviation
from termbase.check.checks.case import case
from termbase.check.checks.deprecated import deprecated
from termbase.check.checks.gloss import gloss
from termbase.check.checks.mixed import mixed
from termbase.check.checks.region import region
from termbase.check.checks.unlisted import unlisted
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


def check_of(name: str, function: Callable[[LookedAt], Iterator[Problem]]) -> Check[LookedAt]:
    """Return the check of the catalogue with a name, which a function makes."""
    (entry,) = (entry for entry in CATALOGUE if entry.name == name)
    return Check(entry.code, name, entry.severity, function, entry.is_default)


AnyCheck = Check[Subject] | Check[BitextSubject] | Check[Suppressions]

SUPPRESSION = check_of("suppression", suppression)
"""The check of the comments that switch checks off."""

_DEPRECATED = check_of("deprecated", deprecated)
_REGION = check_of("region", region)
_CASE = check_of("case", case)
_ABBREVIATION = check_of("abbreviation", abbreviation)
_MIXED = check_of("mixed", mixed)
_UNLISTED = check_of("unlisted", unlisted)
_GLOSS = check_of("gloss", gloss)

WORDING = check_of("wording", wording)
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
