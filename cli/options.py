"""Arguments and options that several commands share, and what they stand for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from termbase.document.model import Document
    from termbase.match.lexicon import Terms
    from termbase.match.stored import Opened, Source
    from termbase.model import Termbase

    _Read = TypeVar("_Read", Source, Opened)

sources = click.argument("sources", metavar="SOURCE...", nargs=-1, required=True)
termbases = click.option(
    "--termbase",
    "termbase",
    metavar="FILE",
    multiple=True,
    help="Termbase (TBX, CSV, TSV or XLSX); may be given more than once.",
)


def read_documents(names: Sequence[str]) -> Iterator[Document]:
    """The documents that SOURCE arguments name; what is not UTF-8 is said on standard error."""
    from termbase.document.reader import read_documents as read

    for document in read(names):
        say_encoding(document.file, document.encoding)
        yield document


def say_encoding(file: str, encoding: str) -> None:
    """Say on standard error that a file was not UTF-8, and what it was read as."""
    if encoding != "utf-8":
        click.echo(f"{file}: read as {encoding.upper()}, not UTF-8", err=True)


def read_termbases(files: Sequence[str]) -> list[Termbase]:
    """The termbases that `--termbase` names; what is odd in them is said on standard error."""
    return [_said(file, _read(file), _say).termbase for file in files]


def open_terms(files: Sequence[str], say: Callable[[str], None] | None = None) -> list[Terms]:
    """The terms of the termbases that `--termbase` names, compiled; what is odd is said as by `read_termbases`.

    `say` is told instead of standard error.
    """
    from termbase.match.stored import open_terms as open_file

    return [_said(file, open_file(file, partial(_read, file)), say or _say).terms for file in files]


def _read(file: str) -> Source:
    from termbase import read_with_findings
    from termbase.match.stored import Source
    from termbase.severity import Severity

    reading = read_with_findings(file)
    warnings = (finding for finding in reading.findings if finding.severity is Severity.WARNING)
    return Source(reading.termbase, [f"{finding.line}: {finding.message}" for finding in warnings])


def _said(file: str, read: _Read, say: Callable[[str], None]) -> _Read:
    for remark in read.remarks:
        say(f"{file}:{remark}")
    return read


def _say(message: str) -> None:
    click.echo(message, err=True)
