"""What `termbase tbx validate` prints of a verdict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from .termbase_words import number

if TYPE_CHECKING:
    from termbase.tbx.finding import Finding
    from termbase.tbx.validate import Verdict


def verdict_json(verdict: Verdict, no_warnings: bool) -> dict[str, object]:
    """A verdict as the document that `--format json` prints."""
    return {
        "file": verdict.file,
        "valid": verdict.is_valid,
        "version": verdict.version,
        "dialect": verdict.dialect,
        "findings": [
            {
                "code": finding.code,
                "severity": finding.severity.value,
                "line": finding.line,
                "column": finding.column,
                "path": finding.path,
                "message": finding.message,
                "hint": finding.hint,
            }
            for finding in _shown(verdict, no_warnings)
        ],
        "concepts": verdict.concepts,
    }


def verdict_text(verdict: Verdict, no_warnings: bool) -> Iterable[str]:
    """A verdict as lines for people: its findings with their places, then the sum."""
    for finding in _shown(verdict, no_warnings):
        place = f"{verdict.file}:{finding.line}:{finding.column}"
        yield f"{place}: {finding.severity} {finding.code}: {finding.message} ({finding.hint})"
        yield f"    {finding.path}"
    counts = Counter(finding.severity.value for finding in verdict.findings)
    told = ", ".join(number(count, severity) for severity, count in counts.items()) or "no finding"
    told += " (warnings not shown)" if no_warnings and counts["warning"] else ""
    kind = f"{'valid' if verdict.is_valid else 'invalid'} {verdict.dialect} (version {verdict.version})"
    yield f"{verdict.file}: {kind}, {number(verdict.concepts, 'concept')}: {told}"


def _shown(verdict: Verdict, no_warnings: bool) -> Iterable[Finding]:
    from termbase.severity import Severity

    return [finding for finding in verdict.findings if not no_warnings or finding.severity is Severity.ERROR]
