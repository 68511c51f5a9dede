"""Termbase files that a command reads and writes, `-` among them; what a reader repairs is said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from termbase.errors import TermbaseError

from ..terminal import say

if TYPE_CHECKING:
    from termbase.model import Termbase
    from termbase.tbx.finding import TermbaseFinding

FORMS = ["tbx3-dca", "tbx3-dct", "tbx2", "tbx-min", "csv", "tsv", "xlsx", "omegat"]
_SHOWN = 20

to = click.option("--to", "form", type=click.Choice(FORMS), help="What to write; else the ending of the file says.")


def read(file: str, source: str | None = None, target: str | None = None) -> Termbase:
    """The termbase of a file; what its reader repaired or skipped is said on standard error."""
    from termbase.exchange import read_with_findings

    reading = read_with_findings(file, source, target)
    if reading.columns:
        say(f"{file}: columns: {reading.columns}")
    report(reading.findings, file)
    return reading.termbase


def form_to_write(form: str | None, out: str) -> str:
    """The form that is asked for, by name or by the ending of the file to write."""
    from termbase.exchange import form_of

    found = form or form_of(out)
    if not found:
        raise TermbaseError("has no ending of a known form", file=out, hint=f"give --to {'|'.join(FORMS)}")
    return found


def write(out: str, data: bytes, force: bool) -> None:
    """Write a file whole or not at all; `-` is standard output."""
    from termbase.files.output import refuse_overwriting, write_file

    refuse_overwriting([out], force)
    write_file(out, data)


def report(findings: Iterable[TermbaseFinding], file: str) -> None:
    """Say findings on standard error: the first of each code, then how many more."""
    counts: Counter[str] = Counter()
    for finding in findings:
        counts[finding.code] += 1
        if counts[finding.code] <= _SHOWN:
            place = ":".join(str(part) for part in (file, finding.line, finding.path) if part)
            say(f"{place}: {finding.code} {finding.message}")
    for code, count in counts.items():
        if count > _SHOWN:
            say(f"{file}: {code} {count - _SHOWN} more of these")
