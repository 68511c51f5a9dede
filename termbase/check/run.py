"""Documents in, findings out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from termbase.check.finding import Finding, Problem
from termbase.check.registry import CHECKS, Check
from termbase.check.subject import DEFAULTS, Known, Settings, read_subject
from termbase.document.model import Document
from termbase.model import Termbase


def check_documents(
    documents: Iterable[Document],
    termbases: Sequence[Termbase],
    language: str | None,
    settings: Settings = DEFAULTS,
) -> list[Finding]:
    """The findings of every check on every document, by document and place.

    `language` (canonical tag) is that of all documents; None lets each text tell its own.
    """
    known = Known(termbases)
    return [finding for document in documents for finding in _check_document(document, known, language, settings)]


def _check_document(document: Document, known: Known, language: str | None, settings: Settings) -> list[Finding]:
    subject = read_subject(document, known, language, settings)
    findings = [_finding(document, check, problem) for check in CHECKS for problem in check.function(subject)]
    return sorted(findings, key=lambda finding: (finding.start, finding.end, finding.code))


def _finding(document: Document, check: Check, problem: Problem) -> Finding:
    first, last = document.place(problem.start), document.place(problem.end)
    return Finding(
        check.code,
        check.name,
        check.severity,
        problem.message,
        document.file,
        *first,
        *last,
        problem.start,
        problem.end,
        document.text[problem.start : problem.end],
        problem.concept,
        problem.suggestions,
    )
