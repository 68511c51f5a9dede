"""What a check gives, a problem at a place of a text; and what the user gets, a finding at a place of a file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from termbase.severity import Severity

Side = Literal["source", "target"]


@dataclass(frozen=True, slots=True)
class Problem:
    """What one check says of one stretch of a text (code points, 0-based, end-exclusive).

    In a bitext the text is all segments of the `side`, which is the target unless said. `listed` is how the
    termbase spells what was found. `severity` is other than the check's where one finding weighs less.
    """

    start: int
    end: int
    message: str
    concept: str | None = None
    suggestions: tuple[str, ...] = ()
    side: Side = "target"
    listed: str = ""
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Fix:
    """The one right text for a stretch of a document (code points, 0-based, end-exclusive)."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem with its check and its place in the file: the fields of `termbase check --format json`.

    Lines and columns are 1-based, `end_column` is the column after the last character; `start` and `end` are
    0-based code points. `segment` and `side` are of bilingual files only; offsets then count in that side's
    plain text. `before` and `after` are the rest of the line that the words stand in, as far as people need it.
    """

    code: str
    name: str
    severity: Severity
    message: str
    file: str
    line: int
    column: int
    end_line: int
    end_column: int
    start: int
    end: int
    text: str
    concept: str | None
    suggestions: tuple[str, ...]
    segment: str | None = None
    side: Side | None = None
    fix: Fix | None = None
    before: str = ""
    after: str = ""


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
