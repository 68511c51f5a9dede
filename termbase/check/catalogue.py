"""What the checks are called, without the checks themselves: quick to import where names are all that is asked."""

from __future__ import annotations

from typing import NamedTuple

from termbase.severity import Severity


class Entry(NamedTuple):
    """A check by its code, which never changes its meaning, and its name, which is what users write."""

    code: str
    name: str
    severity: Severity
    is_default: bool = True


CATALOGUE = (
    Entry("T000", "suppression", Severity.WARNING),
    Entry("T001", "deprecated", Severity.ERROR),
    Entry("T002", "region", Severity.ERROR),
    Entry("T003", "missing", Severity.ERROR),
    Entry("T004", "extra", Severity.WARNING),
    Entry("T005", "case", Severity.WARNING),
    Entry("T006", "abbreviation", Severity.WARNING),
    Entry("T007", "mixed", Severity.WARNING),
    Entry("T008", "unlisted", Severity.INFO, is_default=False),
    Entry("T009", "gloss", Severity.WARNING),
    Entry("T010", "inconsistent", Severity.WARNING),
    Entry("T011", "same-target", Severity.INFO),
    Entry("T012", "number", Severity.WARNING),
    Entry("T013", "punctuation", Severity.WARNING),
    Entry("T014", "untranslated", Severity.WARNING),
    Entry("T015", "code", Severity.ERROR),
)
"""Every check, by code."""

NAMES = {spelling: entry.name for entry in CATALOGUE for spelling in (entry.name, entry.code)}
"""The name of the check that a user's spelling means."""

DEFAULT_NAMES = frozenset(entry.name for entry in CATALOGUE if entry.is_default)
"""The checks that run where nothing is selected."""
