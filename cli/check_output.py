"""What `termbase check` prints and writes, and its exit status."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

import click

from termbase.severity import Severity

from .terminal import say, say_encoding

if TYPE_CHECKING:
    from termbase.check.finding import Outcome
    from termbase_service.check import Checked
    from termbase_service.check_results import Mended

LEVELS = [level.value for level in Severity]
_SHOWN = 20


class Limits(NamedTuple):
    """What makes the command fail: findings of `fail_on` or worse, of those more warnings than `max_warnings`."""

    fail_on: str
    max_warnings: int
    exit_zero: bool


def exit_status(outcome: Outcome, checked: Iterable[Checked], limits: Limits) -> int:
    """0 for success, 1 for findings or a file that could not be read, 2 if no file could be read."""
    if not outcome.files:
        return 2
    if limits.exit_zero:
        return 0
    levels = LEVELS[: LEVELS.index(limits.fail_on) + 1]
    heavy = [finding for finding in outcome.findings if finding.severity in levels]
    errors = sum(finding.severity == "error" for finding in heavy)
    return int(errors > 0 or len(heavy) > limits.max_warnings or any(one.error for one in checked))


def write(report: str, file: str | None, force: bool) -> None:
    """Write to a file, whole or not at all; to standard output where there is none.

    Bytes of a file's name that are no UTF-8 are shown as U+FFFD.
    """
    from termbase.files.output import refuse_overwriting, write_file

    report = report.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    if file is None:
        click.echo(report, nl=False)
        return
    refuse_overwriting([file], force)
    write_file(file, report.encode())


def say_checked(checked: Checked) -> None:
    """Say on standard error why a file could not be read, or how it was read.

    Of what was mended or lost in a damaged memory the first is said.
    """
    if checked.error:
        say(f"Error: {checked.error}")
        return
    say_encoding(checked.file, checked.encoding)
    for repair in checked.repairs[:_SHOWN]:
        say(repair)
    if len(checked.repairs) > _SHOWN:
        say(f"{checked.file}: {len(checked.repairs) - _SHOWN} more repairs: `termbase tmx validate` lists all")


def say_mended(mended: Mended) -> bool:
    """Say on standard error which files were mended, and which cannot be; whether there were any."""
    for file in mended.packed:
        say(f"{file}: not mended, since it is packed: change it in its own program")
    for file, count in mended.counts.items():
        say(f"{file}: {count} mended")
    return bool(mended.counts)
