"""Arguments and options that several commands share, and what they stand for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

from .terminal import say, say_encoding

if TYPE_CHECKING:
    from termbase.document.model import Document
    from termbase_service.termbases import Termbases

_Command = TypeVar("_Command", bound=Callable[..., Any])

sources = click.argument("sources", metavar="SOURCE...", nargs=-1, required=True)
termbases = click.option(
    "--termbase",
    "termbase",
    metavar="FILE",
    multiple=True,
    help="Termbase (TBX, CSV, TSV or XLSX); may be given more than once.",
)
out = click.option("--out", metavar="FILE", required=True, help="File to write; - is standard output.")
force = click.option("--force", is_flag=True, help="Overwrite a file that is there.")
force_files = click.option("--force", is_flag=True, help="Overwrite files that are there.")


def output_format(*names: str, help: str = "Output.") -> Callable[[_Command], _Command]:
    """The option `--format`, by default the first of the names."""
    return click.option(
        "--format", "form", type=click.Choice(names), default=names[0], show_default=True, help=help
    )


def opened(files: Sequence[str]) -> Termbases:
    """The termbases that `--termbase` names; what is odd in them is said on standard error."""
    from termbase_service.termbases import Termbases

    return Termbases(files, say)


def opened_or_seed(files: Sequence[str]) -> Termbases:
    """The termbases that `--termbase` names; without any the seed termbase, which is said."""
    from termbase_service.termbases import seed_file

    if not files:
        say("no --termbase given: looking in the seed termbase of the program")
    return opened(files or [seed_file()])


def read_documents(names: Sequence[str]) -> Iterator[Document]:
    """The documents that SOURCE arguments name; what is not UTF-8 is said on standard error."""
    from termbase.document.reader import read_documents as read

    for document in read(names):
        say_encoding(document.file, document.encoding)
        yield document
