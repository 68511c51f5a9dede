"""One file of `termbase check`, in whichever process: read it, check it.

A `Job` is all that a worker must know; what it stands for is read once a process.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from termbase.errors import TermbaseError

from . import options

if TYPE_CHECKING:
    from termbase.check.configure import Rules
    from termbase.check.finding import Finding
    from termbase.check.known_terms import KnownTerms


_NO_TEXT = frozenset({"header", "date"})
"""Repairs of a memory that nothing here depends on."""


@dataclass(frozen=True)
class Job:
    """What to check against and how; `language`, `source` and `target` are canonical tags."""

    termbases: tuple[str, ...]
    rules: Rules
    language: str | None
    source: str | None
    target: str | None


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


def check_file(job: Job, file: str) -> Checked:
    """The findings of all checks in one file; what makes it unreadable is a value too, the other files go on."""
    from tmx.bilingual.segment_pairs import is_bilingual

    check = _check_bitexts if is_bilingual(file) else _check_document
    try:
        return check(job, file)
    except TermbaseError as error:
        return Checked(file, error=str(error))


def known_terms(termbases: tuple[str, ...]) -> KnownTerms:
    """The terms of the termbases, read once a process."""
    return _read(termbases)[0]


def remarks(termbases: tuple[str, ...]) -> tuple[str, ...]:
    """What is odd in the termbases."""
    return _read(termbases)[1]


@cache
def _read(termbases: tuple[str, ...]) -> tuple[KnownTerms, tuple[str, ...]]:
    from termbase.check.known_terms import KnownTerms

    said: list[str] = []
    return KnownTerms(options.open_terms(termbases, said.append)), tuple(said)


def _check_document(job: Job, file: str) -> Checked:
    from termbase.check.run import check_document
    from termbase.document.reader import read_document

    document = read_document(file)
    findings = check_document(document, known_terms(job.termbases), job.language, job.rules.settings(file))
    return Checked(file, tuple(findings), document.encoding)


def _check_bitexts(job: Job, file: str) -> Checked:
    from termbase.check.run import check_bitext
    from tmx.bilingual.segment_pairs import read_bitexts
    from tmx.report import Repair, Report

    known, settings = known_terms(job.termbases), job.rules.settings(file)
    repairs: list[Repair] = []
    bitexts = read_bitexts(file, job.source, job.target, Report(file, repairs.append))
    found = (check_bitext(bitext, known, settings) for bitext in bitexts)
    told = tuple(str(repair) for repair in repairs if repair.code not in _NO_TEXT)
    return Checked(file, tuple(finding for findings in found for finding in findings), repairs=told)
