"""Reads and writes the termbase files of a command (`-` is standard input or output), and prints findings."""

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

to = click.option(
    "--to", "form", type=click.Choice(FORMS), help="Format to write. [default: by the ending of the file]"
)


def read(file: str, source: str | None = None, target: str | None = None) -> Termbase:
    """Read a termbase; what was repaired or skipped is printed on standard error."""
    from termbase.exchange import read_with_findings

    reading = read_with_findings(file, source, target)
    if reading.columns:
        say(f"{file}: columns: {reading.columns}")
    report(reading.findings, file)
    return reading.termbase


def form_to_write(form: str | None, out: str) -> str:
    """Return the format to write: `form` if given, otherwise by the ending of `out`.

    Raises TermbaseError if unknown.
    """
    from termbase.exchange import form_of

    found = form or form_of(out)
    if not found:
        raise TermbaseError(
            "the ending is not that of a known format", file=out, hint=f"give --to {'|'.join(FORMS)}"
        )
    return found


def write(out: str, data: bytes, force: bool) -> None:
    """Write a file, completely or not at all; `-` is standard output."""
    from termbase.files.output import refuse_overwriting, write_file

    refuse_overwriting([out], force)
    write_file(out, data)


def report(findings: Iterable[TermbaseFinding], file: str) -> None:
    """Print findings on standard error: the first of each code, then how many more there are."""
    counts: Counter[str] = Counter()
    for finding in findings:
        counts[finding.code] += 1
        if counts[finding.code] <= _SHOWN:
            place = ":".join(str(part) for part in (file, finding.line, finding.path) if part)
            say(f"{place}: {finding.code} {finding.message}")
    for code, count in counts.items():
        if count > _SHOWN:
            say(f"{file}: {code} {count - _SHOWN} more findings with this code")
