"""Runs the checks on a document or on a bilingual file, and returns the findings."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

from termbase.bitext import Bitext
from termbase.check.bilingual.bitext_subject import BitextSubject, read_bitext_subject
from termbase.check.bilingual.kept_words import is_in_capitals, is_kept
from termbase.check.bilingual.segment_places import SegmentPlaces
from termbase.check.bilingual.segment_terms import is_in_source, renderings_by_source_term
from termbase.check.bilingual.special_segments import is_credits, is_keyword_list
from termbase.check.catalogue import DEFAULT_NAMES, NAMES
from termbase.check.finding import Finding, Problem
from termbase.check.fix import fix_of
from termbase.check.known_terms import KnownTerms
from termbase.check.registry import (
    DOCUMENT_CHECKS,
    RENDERING_CHECKS,
    SENSE_CHECKS,
    SUPPRESSION,
    TARGET_CHECKS,
    WORDING,
    AnyCheck,
    Check,
)
from termbase.check.settings import Settings
from termbase.check.subject import Subject, read_subject
from termbase.check.suppression import Suppressions, read_suppressions
from termbase.document.model import Document
from termbase.text.sentences import unwrapped

_SHOWN = 200
"""Code points of the line to keep on each side of a finding, for reports."""

_LINE_ENDS = "\r\n\f"


def check_document(
    document: Document, known: KnownTerms, language: str | None, settings: Settings
) -> list[Finding]:
    """Return the findings in a document, in the order of their places.

    `language` (canonical tag) takes precedence over that of `settings`. If neither is given, it is detected.
    """
    subject = read_subject(document, known, language or settings.language, settings)
    findings = [
        _finding(document, subject.settings, check, problem)
        for check, problem in _said_once(_found(subject, DOCUMENT_CHECKS))
        if _counts(subject, check, problem)
    ]
    findings = _without_suppressed(document, subject, findings)
    return sorted(findings, key=lambda finding: (finding.start, finding.end, finding.code))


def _without_suppressed(document: Document, subject: Subject, findings: list[Finding]) -> list[Finding]:
    """Return the findings that no comment in the document suppresses, and those about the comments themselves."""
    comments = read_suppressions(subject.document, NAMES, subject.known)
    if not comments:
        return findings
    selected = subject.settings.selected
    suppressions = Suppressions(comments, DEFAULT_NAMES if selected is None else selected, DEFAULT_NAMES)
    kept = [finding for finding in findings if not suppressions.silence(finding)]
    if _is_on(SUPPRESSION, subject.settings):
        problems = SUPPRESSION.function(suppressions)
        kept += (_finding(document, subject.settings, SUPPRESSION, problem) for problem in problems)
    return kept


def check_bitext(bitext: Bitext, known: KnownTerms, settings: Settings) -> list[Finding]:
    """Return the findings in a bitext, in the order of its segments. The names of translators are not checked."""
    bitext = replace(bitext, pairs=tuple(pair for pair in bitext.pairs if not is_credits(pair.source)))
    subject = read_bitext_subject(bitext, known, settings)
    found = (
        (check, problem)
        for check, problem in _problems(subject, settings)
        if _counts(subject.side(problem.side).subject, check, problem)
    )
    problems = list(_said_once(found))
    problems.sort(key=lambda found: (_segment(subject, found[1]), found[1].side, found[1].start, found[0].code))
    findings = [_in_segment(subject, check, problem) for check, problem in problems]
    return list(_in_file(bitext, known, findings, [_segment(subject, problem) for _, problem in problems]))


def _said_once(found: Iterable[tuple[AnyCheck, Problem]]) -> Iterator[tuple[AnyCheck, Problem]]:
    """Yield the problems; those of two concepts that say the same of one place as one, with the words of both."""
    said: dict[tuple[object, ...], tuple[AnyCheck, Problem]] = {}
    for check, problem in found:
        key = check.code, problem.side, problem.start, problem.end, problem.message
        known = said[key][1] if key in said else problem
        suggestions = tuple(dict.fromkeys((*known.suggestions, *problem.suggestions)))
        said[key] = check, replace(known, suggestions=suggestions)
    yield from said.values()


def _in_file(bitext: Bitext, known: KnownTerms, findings: list[Finding], numbers: list[int]) -> Iterator[Finding]:
    """Yield the findings that no comment in the file suppresses, with their places in the file.

    Their fixes get offsets in the text of the file. A finding loses its fix if the file is not text, or if the
    place of its segment is uncertain. `numbers` are the numbers of the segments of the findings, from 0.
    """
    if bitext.text is None or not findings:
        yield from (replace(finding, fix=None) for finding in findings)
        return
    places = SegmentPlaces(bitext, bitext.text())
    comments = [one for one in read_suppressions(places.document, NAMES, known) if one.action != "on"]
    for finding, number in zip(findings, numbers, strict=True):
        here = [replace(finding, start=offset) for offset in places.offsets(number)]
        if not any(comment.silences(one) for comment in comments for one in here):
            yield _placed(finding, number, places)


def _placed(finding: Finding, number: int, places: SegmentPlaces) -> Finding:
    span = places.span(number, finding.side or "target", finding.start, finding.end)
    document = places.document
    (line, column), (end_line, end_column) = (
        (document.place(span.start), document.place(span.end))
        if span
        else ((finding.line, finding.column), (finding.end_line, finding.end_column))
    )
    return replace(
        finding,
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        unit_lines=places.lines(number),
        fix=finding.fix and places.in_file(number, finding.fix),
    )


def _problems(subject: BitextSubject, settings: Settings) -> Iterator[tuple[AnyCheck, Problem]]:
    from termbase.check.bitext_registry import BITEXT_CHECKS

    target = subject.target.subject
    for target_check, problem in _found(target, TARGET_CHECKS):
        if target_check in SENSE_CHECKS and not is_in_source(subject, problem.start, problem.concept):
            continue
        if (target_check.name == "case" or problem.listed.isupper()) and is_in_capitals(subject, problem):
            continue
        if not (_is_search_word(subject, problem) or is_kept(subject, problem)):
            yield target_check, problem
    if any(_is_on(check, settings) for check in RENDERING_CHECKS):
        for hits in renderings_by_source_term(subject):
            yield from _found(replace(target, hits=hits), RENDERING_CHECKS)
    for check in BITEXT_CHECKS:
        if _is_on(check, settings):
            yield from ((check, problem) for problem in check.function(subject))


def _is_search_word(subject: BitextSubject, problem: Problem) -> bool:
    """Whether a problem is in a list of search words, which may have words of all regions, spellings and ages."""
    return is_keyword_list(subject.bitext.pairs[_segment(subject, problem)].source)


def _found(subject: Subject, checks: Iterable[Check[Subject]]) -> Iterator[tuple[Check[Subject], Problem]]:
    """Yield the problems that the selected checks find; those of any word not where a check of terms finds one."""
    taken: list[tuple[int, int]] = []
    for check in checks:
        if not _is_on(check, subject.settings):
            continue
        for problem in check.function(subject):
            if check in SENSE_CHECKS:
                taken.append((problem.start, problem.end))
            if check is not WORDING or not _overlaps(taken, problem):
                yield check, problem


def _overlaps(taken: list[tuple[int, int]], problem: Problem) -> bool:
    return any(start < problem.end and problem.start < end for start, end in taken)


def _is_on(check: AnyCheck, settings: Settings) -> bool:
    return check.is_default if settings.selected is None else check.name in settings.selected


def _counts(subject: Subject, check: AnyCheck, problem: Problem) -> bool:
    """Whether the settings exclude neither the concept nor the words of a problem."""
    if problem.concept in subject.settings.excepted.get(check.name, ()):
        return False
    alone = subject.left_alone
    before = bisect_right(alone, problem.start, key=lambda span: span.start) - 1
    return before < 0 or alone[before].end < problem.end


def _segment(subject: BitextSubject, problem: Problem) -> int:
    return subject.side(problem.side).segment(problem.start)


def _in_segment(subject: BitextSubject, check: AnyCheck, problem: Problem) -> Finding:
    """Make a finding with offsets in the plain text of its segment."""
    side, number = subject.side(problem.side), _segment(subject, problem)
    finding = _finding(side.subject.document, side.subject.settings, check, problem)
    first, pair = side.starts[number], subject.bitext.pairs[number]
    fix = finding.fix and replace(finding.fix, start=finding.fix.start - first, end=finding.fix.end - first)
    return replace(
        finding,
        start=problem.start - first,
        end=problem.end - first,
        segment=pair.id,
        side=problem.side,
        fix=fix,
        source_text=pair.source,
        target_text=pair.target,
        unit=pair.name,
        unit_lines=((pair.source_line, pair.source_line), (pair.target_line, pair.target_line)),
    )


def _finding(document: Document, settings: Settings, check: AnyCheck, problem: Problem) -> Finding:
    line = _line_around(document.text, problem.start, problem.end)
    finding = Finding(
        check.code,
        check.name,
        settings.severities.get(check.name, problem.severity or check.severity),
        unwrapped(problem.message),
        document.file,
        *document.place(problem.start),
        *document.place(problem.end),
        problem.start,
        problem.end,
        document.text[problem.start : problem.end],
        problem.concept,
        problem.suggestions,
        before=document.text[line.start : problem.start],
        after=document.text[problem.end : line.stop],
        compared=tuple(dict.fromkeys(document.place(offset).line for offset in problem.uses)),
        throughout=problem.throughout,
        standing=problem.standing,
        other=problem.other,
    )
    return replace(finding, fix=fix_of(finding, document, problem.listed))


def _line_around(text: str, start: int, end: int) -> range:
    """Return the offsets of the line or lines around a stretch of text, without the line end.

    At most `_SHOWN` code points on each side are included.
    """
    first = max(start - _SHOWN, *(text.rfind(sign, max(0, start - _SHOWN), start) + 1 for sign in _LINE_ENDS))
    ends = (text.find(sign, end, end + _SHOWN) for sign in _LINE_ENDS)
    return range(first, min((place for place in ends if place >= 0), default=min(len(text), end + _SHOWN)))
