"""The checks of one file against termbases. Start from `check_file`; `check_files` has those of many."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from termbase.errors import TermbaseError

if TYPE_CHECKING:
    from termbase.check.configure import Rules, Selection
    from termbase.check.finding import Finding
    from termbase.check.known_terms import KnownTerms


@dataclass(frozen=True)
class Job:
    """How to check; `language`, `source` and `target` are canonical tags, None for what the files say."""

    rules: Rules
    language: str | None = None
    source: str | None = None
    target: str | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """The findings in one file, or why it could not be read; `encoding` is that of a document.

    `repairs` says what of a damaged memory was mended or lost.
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
) -> Job:
    """A job with the rules of the `termbase.toml` in a folder or above it; tags in any spelling.

    Raises TermbaseError for a wrong setting or tag.
    """
    from termbase.check.configure import read_rules
    from termbase.config import find_configuration, read_configuration
    from termbase.language import canonical

    path = find_configuration(folder)
    rules = read_rules(read_configuration(path).get("check", {}) if path else {}, path, selection)
    return Job(rules, *(canonical(tag) if tag else None for tag in (language, source, target)))


def check_file(job: Job, known: KnownTerms, file: str, standard_input: bytes | None = None) -> Checked:
    """The findings of all checks in one file; what makes it unreadable is a value too, the other files go on."""
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
    no_text = (RepairCode.HEADER, RepairCode.DATE)  # nothing that is checked depends on them
    reported = tuple(str(repair) for repair in repairs if repair.code not in no_text)
    return Checked(file, tuple(finding for findings in found for finding in findings), repairs=reported)
