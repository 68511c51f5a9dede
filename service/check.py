"""Checks one document or bilingual file against termbases. Start from `read_job` and `check_file`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from termbase.errors import TermbaseError

if TYPE_CHECKING:
    from termbase.check.configure import Rules, Selection
    from termbase.check.finding import Finding
    from termbase.check.known_terms import KnownTerms
    from termbase.tbx.select import Counted


@dataclass(frozen=True)
class Job:
    """The settings of a check. `language`, `source` and `target` are canonical tags.

    `counted` are the terms of the termbases that count, as for `Termbases`. Otherwise None means that the language
    is taken from each file or detected from its text.
    """

    rules: Rules
    language: str | None = None
    source: str | None = None
    target: str | None = None
    counted: Counted | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """The findings in one file, or an error message if it could not be read.

    `encoding` is that of a document. `repairs` are messages about what was repaired or lost in a damaged memory.
    """

    file: str
    findings: tuple[Finding, ...] = ()
    encoding: str = "utf-8"
    error: str | None = None
    repairs: tuple[str, ...] = ()


def read_job(
    folder: Path,
    selection: Selection,
    language: str | None = None,
    source: str | None = None,
    target: str | None = None,
    counted: Counted | None = None,
) -> Job:
    """Return a job with the rules of the `termbase.toml` in a folder or above it; tags may have any spelling.

    Raises TermbaseError for a wrong setting or tag.
    """
    from termbase.check.configure import read_rules
    from termbase.config import find_configuration, read_configuration
    from termbase.language import canonical

    path = find_configuration(folder)
    rules = read_rules(read_configuration(path).get("check", {}) if path else {}, path, selection)
    language, source, target = (canonical(tag) if tag else None for tag in (language, source, target))
    return Job(rules, language, source, target, counted)


def check_file(job: Job, known: KnownTerms, file: str, standard_input: bytes | None = None) -> Checked:
    """Run all checks on one file.

    If it cannot be read, the result has an error, so that other files are still checked.
    """
    from tmx.bilingual.segment_pairs import is_bilingual

    try:
        if is_bilingual(file):
            return _check_bitexts(job, known, file)
        return _check_document(job, known, file, standard_input)
    except TermbaseError as error:
        return Checked(file, error=str(error))


def _check_document(job: Job, known: KnownTerms, file: str, standard_input: bytes | None) -> Checked:
    from termbase.check.run import check_document
    from termbase.document.reader import read_document

    document = read_document(file, standard_input)
    findings = check_document(document, known, job.language, job.rules.settings(file))
    return Checked(file, tuple(findings), document.encoding)


def _check_bitexts(job: Job, known: KnownTerms, file: str) -> Checked:
    from termbase.check.run import check_bitext
    from tmx.bilingual.segment_pairs import read_bitexts
    from tmx.report import Repair, RepairCode, Report

    settings = job.rules.settings(file)
    repairs: list[Repair] = []
    bitexts = read_bitexts(file, job.source, job.target, Report(file, repairs.append))
    found = (check_bitext(bitext, known, settings) for bitext in bitexts)
    no_text = (RepairCode.HEADER, RepairCode.DATE)  # the checks do not depend on these
    reported = tuple(str(repair) for repair in repairs if repair.code not in no_text)
    return Checked(file, tuple(finding for findings in found for finding in findings), repairs=reported)
