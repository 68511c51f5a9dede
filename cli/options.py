"""Arguments and options that several commands share, and what they stand for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from termbase.document.model import Document
    from termbase.model import Termbase

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
    """The termbases that `--termbase` names."""
    from termbase import read_with_findings

    readings = [read_with_findings(file) for file in files]
    for file, reading in zip(files, readings, strict=True):
        for finding in reading.findings:
            if finding.severity == "warning":
                click.echo(f"{file}:{finding.line}: {finding.message}", err=True)
    return [reading.termbase for reading in readings]
