"""The codes, names and default severities of the checks. It is quick to import because it has no functions."""

from __future__ import annotations

from typing import NamedTuple

from termbase.severity import Severity


class Entry(NamedTuple):
    """One check without its function.

    `code` never changes its meaning. `name` is the name that users write. A check that is not `is_default` runs
    only if the user selects it. One that `needs_terms` finds nothing without a termbase.
    """

    code: str
    name: str
    severity: Severity
    is_default: bool = True
    needs_terms: bool = True


CATALOGUE = (
    Entry("T000", "suppression", Severity.WARNING, needs_terms=False),
    Entry("T001", "deprecated", Severity.ERROR),
    Entry("T002", "region", Severity.ERROR),
    Entry("T003", "missing", Severity.ERROR),
    Entry("T004", "extra", Severity.WARNING),
    Entry("T005", "case", Severity.WARNING),
    Entry("T006", "abbreviation", Severity.WARNING),
    Entry("T007", "mixed", Severity.WARNING),
    Entry("T008", "unlisted", Severity.INFO, is_default=False),
    Entry("T009", "gloss", Severity.WARNING),
    Entry("T010", "inconsistent", Severity.WARNING, needs_terms=False),
    Entry("T011", "same-target", Severity.INFO, needs_terms=False),
    Entry("T012", "number", Severity.WARNING, needs_terms=False),
    Entry("T013", "punctuation", Severity.WARNING, needs_terms=False),
    Entry("T014", "untranslated", Severity.WARNING, needs_terms=False),
    Entry("T015", "code", Severity.ERROR, needs_terms=False),
    Entry("T016", "wording", Severity.WARNING, needs_terms=False),
)
"""All checks, in the order of their codes."""

NAMES = {spelling: entry.name for entry in CATALOGUE for spelling in (entry.name, entry.code)}
"""The name of a check by each spelling that users may write: its name or its code."""

WITHOUT_TERMS = tuple(entry.name for entry in CATALOGUE if not entry.needs_terms)
"""The names of the checks that also work without a termbase."""

DEFAULT_NAMES = frozenset(entry.name for entry in CATALOGUE if entry.is_default)
"""The names of the checks that run if the user selects none."""
