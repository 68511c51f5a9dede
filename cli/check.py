"""`termbase check`: checks that documents and translations use the terms of a termbase."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from termbase.errors import TermbaseError

from .check_options import CheckOptions, check_options
from .check_output import Limits, exit_status, refuse_files, say_checked, say_mended, write
from .settings import is_set_in_file
from .terminal import progress, say

if TYPE_CHECKING:
    from termbase.check.finding import Finding, Outcome
    from termbase_service.check import Checked, Job
    from termbase_service.termbases import Termbases


@click.command()
@check_options
def check(options: CheckOptions) -> None:
    """Check that documents and translations use the terms of a termbase.

    Reports deprecated terms, several terms for one concept, glosses that differ from the termbase, words of another
    Chinese region, and more; docs/check.md describes all checks. Some of them need no termbase.

    SOURCE is a file, a folder, a glob, or - for standard input. Translations are read from TMX, XLIFF and PO files.
    TS files and tables are read only if you name them, not in a folder. Doubtful terms that `build` has extracted
    count only when they are accepted. The exit status is 1 if there are errors or warnings.
    """
    from termbase.check.baseline import baseline_of
    from termbase.check.finding import Outcome
    from termbase.check.stand_in import with_stand_ins
    from termbase.document.reader import standard_input_of
    from termbase_service.changed_units import changed_units
    from termbase_service.check import check_file
    from termbase_service.check_results import Sieve, damage, found, left_out, mend_all
    from termbase_service.termbases import Termbases

    if options.fix and "-" in options.sources:
        raise click.UsageError("--fix cannot change standard input; use --diff")
    refuse_files((*options.sources, *options.termbase), options.output_file, options.write_baseline, options.force)
    job = _job(options)
    if not options.termbase:
        _say_what_runs(options.select)
    termbases = Termbases(options.termbase, counted=job.counted)
    standard_input = standard_input_of(options.sources)
    run = partial(_check, job, termbases, options.sources, standard_input, set())
    checked = run()
    if options.write_baseline:
        write(baseline_of(found(checked)), options.write_baseline)

    def check_again(file: str, changed: Sequence[tuple[int, int]]) -> tuple[Finding, ...]:
        return check_file(job, termbases.known(), file, standard_input, changed).findings

    files = tuple(one.file for one in checked if not one.error)
    known = options.write_baseline or options.baseline
    sift = Sieve(options.since, known, check_again, partial(changed_units, job), files)
    new, old = sift(found(checked))
    if options.diff:
        sys.exit(_show_changes(new, standard_input, options))
    mended = mend_all(new if options.fix else [], lambda: sift(found(run()))[0])
    say_mended(mended)
    if mended.counts:
        checked = run()
        new, old = sift(found(checked))
    labels = termbases.known().labels if options.form == "html" else {}
    about = tuple(with_stand_ins(new)), tuple(old), labels, left_out(checked), damage(checked)
    status = _report(Outcome(files, *about), checked, options)
    sys.exit(2 if mended.errors else status)


def _report(outcome: Outcome, checked: Sequence[Checked], options: CheckOptions) -> int:
    """Write the findings in the format of the options, and return the exit status that they require."""
    from termbase.report.findings_formats import render_findings

    write(render_findings(outcome, options.form), options.output_file)
    return exit_status(outcome, checked, Limits(options.fail_on, options.max_warnings, options.exit_zero))


def _show_changes(findings: Sequence[Finding], standard_input: bytes | None, options: CheckOptions) -> int:
    """Write what --fix would change as a diff, and return the exit status: 2 if a file cannot be changed."""
    from termbase_service.check_results import diffs_of

    is_shown = options.output_file is None and sys.stdout.isatty()
    made = list(diffs_of(findings, standard_input, is_shown))
    changes = b"".join(one for one in made if isinstance(one, bytes))
    write(changes, options.output_file)
    refused = [one for one in made if isinstance(one, TermbaseError)]
    for error in refused:
        say(f"Error: {error}")
    return 2 if refused else int(bool(changes) and not options.exit_zero)


def _job(options: CheckOptions) -> Job:
    from termbase.check.configure import Selection, names_of
    from termbase.tbx.select import Counted
    from termbase_service.check import read_job

    is_set = partial(is_set_in_file, click.get_current_context())
    given = [
        spelling for name in ("select", "extend_select") if not is_set(name) for spelling in getattr(options, name)
    ]
    named = names_of(part for spelling in given for part in spelling.split(",") if part.strip() != "all")
    ignored = names_of(options.ignore) - (named if is_set("ignore") else frozenset())
    return read_job(
        Path.cwd(),
        Selection(options.select, tuple(ignored), options.extend_select),
        options.language,
        options.source,
        options.target,
        options.unfinished,
        Counted(options.min_confidence, options.kinds),
    )


def _say_what_runs(select: tuple[str, ...]) -> None:
    """Say which checks run without a termbase, unless the user selected only such checks.

    Raises TermbaseError if the user selected others only.
    """
    from termbase.check.catalogue import NAMES, WITHOUT_TERMS

    hint = "give --termbase FILE, or set it in termbase.toml"
    names = {NAMES.get(name.strip(), name.strip()) for names in select for name in names.split(",")}
    running = [name for name in WITHOUT_TERMS if not select or not names.isdisjoint((name, "all"))]
    if not running:
        raise TermbaseError("no termbase to check against", hint=hint)
    if not names or not names.issubset(running):
        say(f"no termbase ({hint}): only these checks can find anything: {', '.join(running)}")


def _check(
    job: Job, termbases: Termbases, sources: tuple[str, ...], standard_input: bytes | None, shown: set[str]
) -> list[Checked]:
    """Check every file, with a progress bar on a terminal; errors are printed on standard error.

    Remarks on the termbases that are in `shown` are not printed again.
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
        if remark not in shown:
            say(remark)
    shown.update(remarks)
    checked = [*(Checked(error.file or "", error=str(error)) for error in refused), *found]
    for one in checked:
        say_checked(one)
    return checked
