"""Termbase files that a command reads and writes, `-` among them; what a reader repairs is said."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from termbase.errors import os_error

if TYPE_CHECKING:
    from termbase.model import Termbase
    from termbase.tbx.finding import Finding

_SHOWN = 20


def read(file: str, source: str | None = None, target: str | None = None) -> Termbase:
    """The termbase of a file; what its reader repaired or skipped is said on standard error."""
    from termbase.language import canonical
    from termbase.table.glossary import SUFFIXES, load_table
    from termbase.tbx.reader import load_with_findings

    data = read_bytes(file)
    if Path(file).suffix.lower() in SUFFIXES:
        sides = [canonical(tag) if tag else "" for tag in (source, target)]
        table = load_table(data, file, Path(file).stem, *sides)
        if table.columns:
            click.echo(f"{file}: columns: {table.columns}", err=True)
        report(table.findings, file)
        return table.termbase
    reading = load_with_findings(data, file)
    report(reading.findings, file)
    return reading.termbase


def read_bytes(file: str) -> bytes:
    """A file whole; `-` is standard input."""
    if file == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(file).read_bytes()
    except OSError as error:
        raise os_error(error, file, "read") from error


def write(out: str, data: bytes, force: bool) -> None:
    """Write a file whole or not at all; `-` is standard output."""
    from termbase.files.output import refuse_overwriting, write_file

    refuse_overwriting([out], force)
    write_file(out, data)


def report(findings: Iterable[Finding], file: str) -> None:
    """Say findings on standard error: the first of each code, then how many more."""
    counts: Counter[str] = Counter()
    for finding in findings:
        counts[finding.code] += 1
        if counts[finding.code] <= _SHOWN:
            place = ":".join(str(part) for part in (file, finding.line, finding.path) if part)
            click.echo(f"{place}: {finding.code} {finding.message}", err=True)
    for code, count in counts.items():
        if count > _SHOWN:
            click.echo(f"{file}: {code} {count - _SHOWN} more of these", err=True)
