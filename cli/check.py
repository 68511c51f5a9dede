"""`termbase check`: does a document, or a translation, keep to the termbase?"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from functools import cache, partial
from typing import TYPE_CHECKING, NamedTuple

import click

from termbase.errors import TermbaseError
from termbase.severity import Severity

from . import options
from .check_job import Checked, Job, check_file, known_terms, remarks
from .check_results import Sieve, diff_of, found, mend, say_repairs, write

if TYPE_CHECKING:
    from termbase.check.configure import Rules, Selection
    from termbase.check.finding import Outcome

_FORMATS = ["text", "json", "github", "sarif", "junit", "html"]
_LEVELS = [level.value for level in Severity]


class Limits(NamedTuple):
    """What makes the command fail: findings of `fail_on` or worse, of those more warnings than `max_warnings`."""

    fail_on: str
    max_warnings: int
    exit_zero: bool


@click.command()
@options.sources
@options.termbases
@click.option("--language", metavar="TAG", help="Language of the documents; else their text tells.")
@click.option("--source", metavar="TAG", help="Source language of bilingual files; else they tell.")
@click.option("--target", metavar="TAG", help="Target language of bilingual files; else all they have.")
@click.option("--select", metavar="CHECK", multiple=True, help="Run this check only (name or code, or all).")
@click.option("--extend-select", metavar="CHECK", multiple=True, help="Run this check too.")
@click.option("--ignore", metavar="CHECK", multiple=True, help="Do not run this check.")
@click.option("--since", metavar="REV", help="Only lines changed since this git revision.")
@click.option("--baseline", metavar="FILE", help="Let the findings of this file pass.")
@click.option("--write-baseline", metavar="FILE", help="Write the findings there, to let them pass from now on.")
@click.option("--format", "form", type=click.Choice(_FORMATS), default="text", show_default=True, help="Output.")
@click.option("--output-file", metavar="FILE", help="Write the report there, not to standard output.")
@click.option("--fix", is_flag=True, help="Mend what has one right form, in text; tell the rest.")
@click.option("--diff", is_flag=True, help="Show what --fix would change; change nothing.")
@click.option("--fail-on", type=click.Choice(_LEVELS), default="info", show_default=True, help="Lesser ones pass.")
@click.option("--max-warnings", metavar="N", type=click.IntRange(0), default=0, help="So many may pass; no error.")
@click.option("--exit-zero", is_flag=True, help="Exit with status 0 even with findings.")
@click.option("--force", is_flag=True, help="Overwrite files that are there.")
@click.pass_context
def check(
    context: click.Context,
    sources: tuple[str, ...],
    termbase: tuple[str, ...],
    language: str | None,
    source: str | None,
    target: str | None,
    select: tuple[str, ...],
    extend_select: tuple[str, ...],
    ignore: tuple[str, ...],
    since: str | None,
    baseline: str | None,
    write_baseline: str | None,
    form: str,
    output_file: str | None,
    fix: bool,
    diff: bool,
    fail_on: str,
    max_warnings: int,
    exit_zero: bool,
    force: bool,
) -> None:
    """Check that documents keep to a termbase: no deprecated terms, one rendering a concept, glosses as listed.

    SOURCE is a file, a folder, a glob, or - for standard input. Translations are read from TMX, XLIFF and PO files,
    and from TS files and tables that are named. The exit status is 1 where something was found. The checks are told
    in docs/check.md.
    """
    from termbase.check.baseline import baseline_of
    from termbase.check.configure import Selection
    from termbase.check.finding import Outcome
    from termbase.report.findings_formats import render_findings

    if fix and "-" in sources:
        raise click.UsageError("--fix cannot change standard input; use --diff")
    job = _job(termbase, Selection(select, ignore, extend_select), (language, source, target))
    checked = _check(job, sources)
    if write_baseline:
        write(baseline_of(found(checked)), write_baseline, force)
    sift = Sieve(since, write_baseline or baseline)
    new, old = sift(found(checked))
    if diff:
        write(changes := diff_of(new), output_file, force)
        context.exit(int(bool(changes) and not exit_zero))
    if fix and mend(new):
        checked = _check(job, sources)
        new, old = sift(found(checked))
    labels = known_terms(termbase).labels if form == "html" else {}
    outcome = Outcome(tuple(one.file for one in checked if not one.error), tuple(new), tuple(old), labels)
    write(render_findings(outcome, form), output_file, force)
    context.exit(_status(outcome, checked, Limits(fail_on, max_warnings, exit_zero)))


def _job(termbases: tuple[str, ...], selection: Selection, tags: Iterable[str | None]) -> Job:
    if not termbases:
        raise TermbaseError("no termbase to check against", hint="give --termbase FILE, or set it in termbase.toml")
    return Job(termbases, _rules(selection), *map(_canonical, tags))


def _check(job: Job, sources: tuple[str, ...]) -> list[Checked]:
    """Every file checked, with a progress bar on a terminal; what could not be read is said on standard error."""
    from termbase.document.find import find_files
    from termbase.document.reader import SUFFIXES as DOCUMENTS
    from tmx.bilingual.suffixes import SUFFIXES as BITEXTS

    refused: list[TermbaseError] = []
    files = find_files(sources, DOCUMENTS | BITEXTS, refused.append)
    known = _known_results(job, files)
    folders = (Checked(error.file or "", error=str(error)) for error in refused)
    checked = [*folders, *(known[file] for file in files)]
    for one in checked:
        if one.error:
            click.echo(f"Error: {one.error}", err=True)
        else:
            options.say_encoding(one.file, one.encoding)
            say_repairs(one.file, one.repairs)
    return checked


def _known_results(job: Job, files: list[str]) -> dict[str, Checked]:
    """What is found in each file: from an earlier run where neither the file nor anything else has changed."""
    from .check_cache import Results

    results = Results(job)
    keys = results.keys(files)
    found, said = results.get(keys)
    rest = [file for file in files if file not in found]
    new = _check_files(job, rest) if rest else []
    said = list(remarks(job.termbases)) if rest else said
    for remark in said:
        _say_once(remark)
    results.put(keys, new, said)
    return found | {one.file: one for one in new}


@cache
def _say_once(remark: str) -> None:
    """Say something of a termbase, which --fix reads a second time, on standard error."""
    click.echo(remark, err=True)


def _check_files(job: Job, files: list[str]) -> list[Checked]:
    from termbase.files.parallel import map_files

    known_terms(job.termbases)  # here once, so that no worker tells it
    results = map_files(partial(check_file, job), files)
    with click.progressbar(
        results, length=len(files), label="Checking", file=sys.stderr, hidden=not sys.stderr.isatty()
    ) as bar:
        return list(bar)


def _status(outcome: Outcome, checked: Iterable[Checked], limits: Limits) -> int:
    if not outcome.files:
        return 2
    if limits.exit_zero:
        return 0
    levels = _LEVELS[: _LEVELS.index(limits.fail_on) + 1]
    heavy = [finding for finding in outcome.findings if finding.severity in levels]
    errors = sum(finding.severity is Severity.ERROR for finding in heavy)
    return int(errors > 0 or len(heavy) > limits.max_warnings or any(one.error for one in checked))


def _canonical(tag: str | None) -> str | None:
    from termbase.language import canonical

    return canonical(tag) if tag else None


def _rules(selection: Selection) -> Rules:
    from pathlib import Path

    from termbase.check.configure import read_rules
    from termbase.config import find_configuration, read_configuration

    path = find_configuration(Path.cwd())
    configured = read_configuration(path).get("check", {}) if path else {}
    return read_rules(configured, path, selection)
