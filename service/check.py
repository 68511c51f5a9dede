"""Checks one document or bilingual file against termbases. Start from `read_job` and `check_file`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from termbase.errors import TermbaseError

if TYPE_CHECKING:
    from termbase.check.configure import Rules, Selection
    from termbase.check.finding import Finding
    from termbase.check.known_terms import KnownTerms
    from termbase.check.settings import Settings
    from termbase.tbx.select import Counted
    from tmx.report import Repair


@dataclass(frozen=True)
class Job:
    """The settings of a check. `language`, `source` and `target` are canonical tags.

    None means that the language is taken from each file or detected from its text. If `unfinished`, translations
    that somebody has yet to finish or confirm are checked too. `counted` are the terms of the termbases that count,
    as for `Termbases`.
    """

    rules: Rules
    language: str | None = None
    source: str | None = None
    target: str | None = None
    unfinished: bool = False
    counted: Counted | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """The findings in one file, or an error message if it could not be read.

    `remarks` say how a document was read, if that is unusual. `repairs` are what was repaired or lost in a damaged
    memory.
    `left_out` counts the translations that were not checked, by their state (`unfinished`, `obsolete` ...), and
    documents of which only the characters were, since their region is not known.
    """

    file: str
    findings: tuple[Finding, ...] = ()
    remarks: tuple[str, ...] = ()
    error: str | None = None
    repairs: tuple[Repair, ...] = ()
    left_out: Mapping[str, int] = field(default_factory=dict)


def read_job(
    folder: Path,
    selection: Selection,
    language: str | None = None,
    source: str | None = None,
    target: str | None = None,
    unfinished: bool = False,
    counted: Counted | None = None,
) -> Job:
    """Return a job with the rules of the `termbase.toml` in a folder or above it; tags may have any spelling.

    Raises TermbaseError for a wrong setting or tag, and for a `language` that no check knows.
    """
    from termbase.check.configure import document_language, read_rules
    from termbase.config import find_configuration, read_configuration
    from termbase.language import canonical

    path = find_configuration(folder)
    rules = read_rules(read_configuration(path).get("check", {}) if path else {}, path, selection)
    source, target = (canonical(tag) if tag else None for tag in (source, target))
    return Job(rules, document_language(language) if language else None, source, target, unfinished, counted)


def check_file(
    job: Job,
    known: KnownTerms,
    file: str,
    standard_input: bytes | None = None,
    changed: Sequence[tuple[int, int]] = (),
) -> Checked:
    """Run all checks on one file. `changed` are its changed lines, as in `Settings.changed`.

    If it cannot be read, the result has an error, so that other files are still checked.
    """
    from tmx.bilingual.segment_pairs import is_bilingual

    settings = replace(job.rules.settings(file), changed=tuple(changed))
    try:
        if is_bilingual(file):
            return _check_bitexts(job, known, file, settings)
        return _check_document(job, known, file, settings, standard_input)
    except TermbaseError as error:
        return Checked(file, error=str(error))


def _check_document(
    job: Job, known: KnownTerms, file: str, settings: Settings, standard_input: bytes | None
) -> Checked:
    from termbase.check.finding import WITHOUT_REGION
    from termbase.check.run import check_document
    from termbase.document.language import language_of_document
    from termbase.document.reader import read_document

    _refuse_one_language(file)
    document = read_document(file, standard_input)
    language = job.language or settings.language or language_of_document(document)
    findings = check_document(document, known, language, settings)
    has_words = settings.selected is None or "wording" in settings.selected
    left_out = {WITHOUT_REGION: 1} if has_words and language == "zh-Hant" else {}
    return Checked(file, tuple(findings), tuple(document.remarks()), left_out=left_out)


def _refuse_one_language(file: str) -> None:
    """Raise TermbaseError for the texts of a program in one language, which are checked as pairs."""
    from tmx.bilingual.suffixes import ONE_LANGUAGE

    path = Path(file)
    if path.suffix.lower() in ONE_LANGUAGE:
        command = f"termbase tmx convert {file} --source-file FILE --out {path.stem}.tmx"
        hint = f"make pairs with the file of the source texts, and check these: {command}"
        raise TermbaseError("holds the texts of one language", file=file, hint=hint)


def _check_bitexts(job: Job, known: KnownTerms, file: str, settings: Settings) -> Checked:
    from termbase.bitext import State
    from termbase.check.finding import WITHOUT_NUMBERS
    from termbase.check.run import check_bitext
    from tmx.bilingual.read import OTHER_LANGUAGE
    from tmx.bilingual.segment_pairs import read_bitexts
    from tmx.report import RepairCode, Report

    repairs: list[Repair] = []
    skipped: Counter[str] = Counter()
    bitexts = read_bitexts(file, job.source, job.target, Report(file, repairs.append), skipped)
    states = {State.LOCKED} if job.unfinished else {State.LOCKED, State.UNFINISHED}
    left_out = Counter(pair.state.value for bitext in bitexts for pair in bitext.pairs if pair.state in states)
    found = (check_bitext(bitext.without(states), known, settings) for bitext in bitexts)
    no_text = (RepairCode.HEADER, RepairCode.DATE)  # the checks do not depend on these
    reported = tuple(repair for repair in repairs if repair.code not in no_text)
    left_out["obsolete"] += skipped["obsolete"]
    left_out["other-language"] += skipped[OTHER_LANGUAGE]
    if settings.selected is None or {"number", "punctuation"} & settings.selected:
        left_out[WITHOUT_NUMBERS] += sum(len(bitext.pairs) for bitext in bitexts if bitext.has_other_language)
    findings = tuple(finding for several in found for finding in several)
    return Checked(file, findings, repairs=reported, left_out=+left_out)
