"""Renders findings as annotations of a pull request: workflow commands that GitHub reads from a job's output."""

from __future__ import annotations

from collections.abc import Iterator

from termbase.check.finding import Finding, Outcome
from termbase.check.fingerprint import project_path
from termbase.severity import Severity

_COMMAND = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_ORDER = list(Severity)
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def findings_github(outcome: Outcome) -> Iterator[str]:
    """Yield one line for the counts, then one line for each finding, the most severe first.

    The order matters because GitHub shows only ten annotations of each severity.
    """
    if outcome.findings:
        yield f"::notice title=termbase::{outcome.headline().translate(_DATA)}"
    for finding in sorted(outcome.findings, key=lambda finding: _ORDER.index(finding.severity)):
        properties = ",".join(f"{name}={value.translate(_PROPERTY)}" for name, value in _properties(finding))
        yield f"::{_COMMAND[finding.severity]} {properties}::{_message(finding).translate(_DATA)}"


def _properties(finding: Finding) -> Iterator[tuple[str, str]]:
    yield "file", project_path(finding.file)
    yield "line", str(finding.line)
    yield "endLine", str(finding.end_line)
    if finding.line == finding.end_line:  # GitHub accepts columns only within one line
        yield "col", str(finding.column)
        yield "endColumn", str(finding.end_column)
    yield "title", f"{finding.code} {finding.name}"


def _message(finding: Finding) -> str:
    use = f"; use: {' | '.join(finding.suggestions)}" if finding.suggestions else ""
    return "\n".join((finding.message + use, *(f"{side}: {text}" for side, text in finding.sides())))
