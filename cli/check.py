"""`termbase check`: does a document, or a translation, keep to the termbase?"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from termbase.errors import TermbaseError

from . import options
from .check_output import LEVELS, Limits, exit_status, say_checked, say_mended, write
from .terminal import progress, say

if TYPE_CHECKING:
    from termbase_service.check import Checked, Job
    from termbase_service.termbases import Termbases


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
@options.output_format("text", "json", "github", "sarif", "junit", "html")
@click.option("--output-file", metavar="FILE", help="Write the report there, not to standard output.")
@click.option("--fix", is_flag=True, help="Mend what has one right form, in text; tell the rest.")
@click.option("--diff", is_flag=True, help="Show what --fix would change; change nothing.")
@click.option("--fail-on", type=click.Choice(LEVELS), default="info", show_default=True, help="Lesser ones pass.")
@click.option("--max-warnings", metavar="N", type=click.IntRange(0), default=0, help="So many may pass; no error.")
@click.option("--exit-zero", is_flag=True, help="Exit with status 0 even with findings.")
@options.force_files
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
    from termbase.document.reader import standard_input_of
    from termbase.report.findings_formats import render_findings
    from termbase_service.check import read_job
    from termbase_service.check_results import Sieve, diff_of, found, mend
    from termbase_service.termbases import Termbases

    if fix and "-" in sources:
        raise click.UsageError("--fix cannot change standard input; use --diff")
    if not termbase:
        raise TermbaseError("no termbase to check against", hint="give --termbase FILE, or set it in termbase.toml")
    job = read_job(Path.cwd(), Selection(select, ignore, extend_select), language, source, target)
    termbases, standard_input = Termbases(termbase), standard_input_of(sources)
    run = partial(_check, job, termbases, sources, standard_input, set())
    checked = run()
    if write_baseline:
        write(baseline_of(found(checked)), write_baseline, force)
    sift = Sieve(since, write_baseline or baseline)
    new, old = sift(found(checked))
    if diff:
        write(changes := diff_of(new, standard_input), output_file, force)
        context.exit(int(bool(changes) and not exit_zero))
    if fix and say_mended(mend(new)):
        checked = run()
        new, old = sift(found(checked))
    labels = termbases.known().labels if form == "html" else {}
    outcome = Outcome(tuple(one.file for one in checked if not one.error), tuple(new), tuple(old), labels)
    write(render_findings(outcome, form), output_file, force)
    context.exit(exit_status(outcome, checked, Limits(fail_on, max_warnings, exit_zero)))


def _check(
    job: Job, termbases: Termbases, sources: tuple[str, ...], standard_input: bytes | None, said: set[str]
) -> list[Checked]:
    """Every file checked, with a progress bar on a terminal; what could not be read is said on standard error.

    Remarks on the termbases that were `said` are not said again.
    """
    from termbase.document.find import find_files
    from termbase.document.reader import SUFFIXES as DOCUMENTS
    from termbase_service.check import Checked
    from termbase_service.check_files import check_files
    from tmx.bilingual.suffixes import SUFFIXES as BITEXTS

    refused: list[TermbaseError] = []
    files = find_files(sources, DOCUMENTS | BITEXTS, refused.append)
    found, remarks = check_files(job, termbases, files, standard_input, progress("Checking", len(files)))
    for remark in remarks:
        if remark not in said:
            say(remark)
    said.update(remarks)
    checked = [*(Checked(error.file or "", error=str(error)) for error in refused), *found]
    for one in checked:
        say_checked(one)
    return checked
