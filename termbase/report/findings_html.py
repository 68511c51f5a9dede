"""Renders findings as one self-contained HTML page, by file and by concept, with the words in question marked.

The template is `findings.html.j2`; it escapes every text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from termbase.check.finding import Finding, Outcome
from termbase.check.fingerprint import project_path
from termbase.report.templates import render
from termbase.severity import Severity


@dataclass(frozen=True, slots=True)
class Group:
    """One section of the page: a file or a concept, with its findings in order."""

    title: str
    findings: tuple[Finding, ...]


def findings_html(outcome: Outcome) -> str:
    """Return the page as HTML that works alone: without scripts, other files or network access."""
    severities = [(str(level), sum(f.severity is level for f in outcome.findings)) for level in Severity]
    return render(
        "findings.html.j2",
        headline=outcome.headline(),
        severities=severities,
        files=_groups((project_path(finding.file), finding) for finding in outcome.findings),
        concepts=_groups(
            (_label(outcome, finding.concept), finding) for finding in outcome.findings if finding.concept
        ),
        path=project_path,
    )


def _groups(titled: Iterable[tuple[str, Finding]]) -> list[Group]:
    groups: dict[str, list[Finding]] = defaultdict(list)
    for title, finding in titled:
        groups[title].append(finding)
    return [Group(title, tuple(findings)) for title, findings in groups.items()]


def _label(outcome: Outcome, concept: str) -> str:
    return outcome.labels.get(concept, concept)
