"""What `termbase check` does with its findings: sift them, mend files, write reports."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

import click

_SHOWN = 20

if TYPE_CHECKING:
    from termbase.check.finding import Finding, Fix

    from .check_job import Checked


def found(checked: Iterable[Checked]) -> list[Finding]:
    """The findings in all files."""
    return [finding for one in checked for finding in one.findings]


class Sieve(NamedTuple):
    """What keeps findings from being told: a revision whose lines have not changed, a baseline that knows them."""

    since: str | None
    baseline: str | None

    def __call__(self, findings: list[Finding]) -> tuple[list[Finding], list[Finding]]:
        """The findings to tell, and those that the baseline lets pass."""
        from termbase.check.baseline import read_baseline, split
        from termbase.check.since import only_changed

        new, old = split(findings, read_baseline(self.baseline)) if self.baseline else (findings, [])
        return (only_changed(new, self.since), old) if self.since else (new, old)


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


def say_repairs(file: str, repairs: tuple[str, ...]) -> None:
    """Say on standard error what of a damaged memory was mended or lost: the first of it."""
    for repair in repairs[:_SHOWN]:
        click.echo(repair, err=True)
    if len(repairs) > _SHOWN:
        click.echo(f"{file}: {len(repairs) - _SHOWN} more repairs: `termbase tmx validate` lists all", err=True)


def _fixes(findings: list[Finding]) -> dict[str, tuple[Fix, ...]]:
    """The fixes by file, of the files that have some."""
    from itertools import groupby

    from termbase.check.apply_fixes import fixes_of

    by_file = {file: fixes_of(group) for file, group in groupby(findings, key=lambda finding: finding.file)}
    return {file: fixes for file, fixes in by_file.items() if fixes}


def diff_of(findings: list[Finding]) -> str:
    """What the fixes would change, as a unified diff."""
    from termbase.check.apply_fixes import diff_of as diff_of_file

    return "".join(diff_of_file(file, fixes) for file, fixes in _fixes(findings).items())


def mend(findings: list[Finding]) -> bool:
    """Mend the files, and say which on standard error, and which are no text; whether there were any."""
    from termbase.check.apply_fixes import mend_file
    from termbase.check.fix import is_packed

    for file in dict.fromkeys(finding.file for finding in findings if is_packed(finding)):
        click.echo(f"{file}: not mended, since it is packed: change it in its own program", err=True)
    fixes = _fixes(findings)
    for file, changes in fixes.items():
        mend_file(file, changes)
        click.echo(f"{file}: {len(changes)} mended", err=True)
    return bool(fixes)
