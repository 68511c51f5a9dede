"""The codes, names and default severities of the checks. It is quick to import because it has no functions."""

from __future__ import annotations

from typing import NamedTuple

from termbase.severity import Severity


class Entry(NamedTuple):
    """One check without its function.

    `code` never changes its meaning. `name` is the name that users write. A check that is not `is_default` runs
    only if the user selects it.
    """

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
    Entry("T016", "wording", Severity.WARNING),
)
"""All checks, in the order of their codes."""

NAMES = {spelling: entry.name for entry in CATALOGUE for spelling in (entry.name, entry.code)}
"""The name of a check by each spelling that users may write: its name or its code."""

DEFAULT_NAMES = frozenset(entry.name for entry in CATALOGUE if entry.is_default)
"""The names of the checks that run if the user selects none."""
