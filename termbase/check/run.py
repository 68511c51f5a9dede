"""Documents or bitexts in, findings out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from termbase.check.bitext import Bitext, BitextSubject, read_bitext_subject
from termbase.check.finding import Finding, Problem
from termbase.check.presence import is_in_source
from termbase.check.registry import BITEXT_CHECKS, DOCUMENT_CHECKS, SENSE_CHECKS, TARGET_CHECKS, AnyCheck
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
    return [finding for document in documents for finding in _in_document(document, known, language, settings)]


def check_bitexts(
    bitexts: Iterable[Bitext], termbases: Sequence[Termbase], settings: Settings = DEFAULTS
) -> list[Finding]:
    """The findings of every check on every bitext, by file and segment."""
    known = Known(termbases)
    return [finding for bitext in bitexts for finding in _in_bitext(bitext, known, settings)]


def _in_document(document: Document, known: Known, language: str | None, settings: Settings) -> list[Finding]:
    subject = read_subject(document, known, language, settings)
    findings = [
        _finding(document, check, problem) for check in DOCUMENT_CHECKS for problem in check.function(subject)
    ]
    return sorted(findings, key=lambda finding: (finding.start, finding.end, finding.code))


def _in_bitext(bitext: Bitext, known: Known, settings: Settings) -> list[Finding]:
    subject = read_bitext_subject(bitext, known, settings)
    problems: list[tuple[AnyCheck, Problem]] = []
    for target_check in TARGET_CHECKS:
        found = target_check.function(subject.target.subject)
        is_of_sense = target_check in SENSE_CHECKS
        problems += ((target_check, p) for p in found if not is_of_sense or is_in_source(subject, p))
    for check in BITEXT_CHECKS:
        problems += ((check, problem) for problem in check.function(subject))
    problems.sort(key=lambda found: (_segment(subject, found[1]), found[1].side, found[1].start, found[0].code))
    return [_in_segment(subject, check, problem) for check, problem in problems]


def _segment(subject: BitextSubject, problem: Problem) -> int:
    return subject.side(problem.side).segment(problem.start)


def _in_segment(subject: BitextSubject, check: AnyCheck, problem: Problem) -> Finding:
    """The finding with its offsets counted in its segment, as the file's readers know them."""
    side, number = subject.side(problem.side), _segment(subject, problem)
    return replace(
        _finding(side.subject.document, check, problem),
        start=problem.start - side.starts[number],
        end=problem.end - side.starts[number],
        segment=subject.bitext.pairs[number].id,
        side=problem.side,
    )


def _finding(document: Document, check: AnyCheck, problem: Problem) -> Finding:
    return Finding(
        check.code,
        check.name,
        check.severity,
        problem.message,
        document.file,
        *document.place(problem.start),
        *document.place(problem.end),
        problem.start,
        problem.end,
        document.text[problem.start : problem.end],
        problem.concept,
        problem.suggestions,
    )
