"""What a whole run of the checks gave: all that a report tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from termbase.check.finding import Finding


@dataclass(frozen=True, slots=True)
class Outcome:
    """The files looked at (as the user named them) and the findings in them, by file and place.

    `old` are the findings that a baseline lets pass. `labels` tell what a concept is called, by its id.
    """

    files: tuple[str, ...]
    findings: tuple[Finding, ...]
    old: tuple[Finding, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict)

    def by_name(self) -> dict[str, int]:
        """How many findings each check has, by its name."""
        return dict(sorted(Counter(finding.name for finding in self.findings).items()))

    def headline(self) -> str:
        """The outcome in one line: `3 findings in 2 documents: case 1, deprecated 2.`"""
        looked_at = _counted(len(self.files), "document")
        counts = ", ".join(f"{name} {count}" for name, count in self.by_name().items())
        passed = f" {_counted(len(self.old), 'older finding')} let pass." if self.old else ""
        if not self.findings:
            return f"No {'new ' if self.old else ''}findings in {looked_at}.{passed}"
        return f"{_counted(len(self.findings), 'finding')} in {looked_at}: {counts}.{passed}"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' if number != 1 else ''}"
