"""The checks of bitexts with their functions, and the list of all checks."""

from __future__ import annotations

from termbase.check.bilingual.bitext_subject import BitextSubject
from termbase.check.checks.code import code
from termbase.check.checks.extra import extra
from termbase.check.checks.inconsistent import inconsistent, same_target
from termbase.check.checks.missing import missing
from termbase.check.checks.number import number
from termbase.check.checks.punctuation import punctuation
from termbase.check.checks.untranslated import untranslated
from termbase.check.registry import DOCUMENT_CHECKS, SUPPRESSION, AnyCheck, Check, check_of

BITEXT_CHECKS: tuple[Check[BitextSubject], ...] = (
    check_of("missing", missing),
    check_of("extra", extra),
    check_of("inconsistent", inconsistent),
    check_of("same-target", same_target),
    check_of("number", number),
    check_of("punctuation", punctuation),
    check_of("untranslated", untranslated),
    check_of("code", code),
)
"""The checks of both sides of a bitext."""

ALL_CHECKS: tuple[AnyCheck, ...] = tuple(
    sorted({SUPPRESSION, *DOCUMENT_CHECKS, *BITEXT_CHECKS}, key=lambda check: check.code)
)
"""All checks, in the order of their codes."""
