"""Prints and writes the results of `termbase check`, and computes its exit status."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

import click

from termbase.severity import Severity

from .terminal import number, say, say_remarks

if TYPE_CHECKING:
    from termbase.check.finding import Outcome
    from termbase_service.check import Checked
    from termbase_service.check_results import Mended

LEVELS = [level.value for level in Severity]
_SHOWN = 20


class Limits(NamedTuple):
    """Decides when the command fails.

    It fails on findings at least as severe as `fail_on`, if one is an error or there are more than `max_warnings`.
    With `exit_zero` it never fails on findings.
    """

    fail_on: str
    max_warnings: int
    exit_zero: bool


def exit_status(outcome: Outcome, checked: Iterable[Checked], limits: Limits) -> int:
    """Return 0 for success, 1 for findings, 2 if a file could not be read, whatever was found in the others."""
    if any(one.error for one in checked):
        return 2
    if limits.exit_zero:
        return 0
    levels = LEVELS[: LEVELS.index(limits.fail_on) + 1]
    heavy = [finding for finding in outcome.findings if finding.severity in levels]
    errors = sum(finding.severity == "error" for finding in heavy)
    return int(errors > 0 or len(heavy) > limits.max_warnings)


def refuse_files(read: Sequence[str], output: str | None, baseline: str | None, force: bool) -> None:
    """Raise TermbaseError if a file to write exists and `force` is not given, or is one of those to read."""
    from termbase.files.output import refuse_overwriting, refuse_replacing

    refuse_replacing([*read, *([baseline] if baseline else [])], [output] if output else [])
    refuse_replacing(read, [baseline] if baseline else [])
    refuse_overwriting([file for file in (output, baseline) if file], force)


def write(report: str | bytes, file: str | None) -> None:
    """Write a report to a file (completely or not at all), or to standard output if `file` is None.

    In text, bytes in the names of checked files that are not UTF-8 are shown as U+FFFD.
    """
    from termbase.document.find import readable_name
    from termbase.files.output import write_file

    if isinstance(report, str):
        report = readable_name(report).encode()
    if file is None:
        click.echo(report, nl=False)
        return
    write_file(file, report)


def say_checked(checked: Checked) -> None:
    """Print on standard error why a file could not be read, or what was unusual about it.

    Only the first repairs of a damaged memory are printed.
    """
    if checked.error:
        say(f"Error: {checked.error}")
        return
    say_remarks(checked.file, checked.remarks)
    for repair in checked.repairs[:_SHOWN]:
        say(str(repair))
    if len(checked.repairs) > _SHOWN:
        more = number(len(checked.repairs) - _SHOWN, "more repair")
        say(f"{checked.file}: {more} (`termbase tmx validate` lists all)")


def say_mended(mended: Mended) -> None:
    """Print on standard error which files were fixed, and which cannot be and why."""
    for file in mended.packed:
        say(f"{file}: not fixed, because it is a zipped format: change it in its own program")
    for file, count in mended.counts.items():
        say(f"{file}: {count} fixed")
    for error in mended.errors:
        say(f"Error: {error}")
