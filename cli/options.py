"""Arguments and options that several commands share, and functions that open what they name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

import click

from .terminal import say, say_remarks, without_errors

if TYPE_CHECKING:
    from termbase.document.model import Document
    from termbase.tbx.select import Counted
    from termbase_service.termbases import Termbases

ON_ONE_TERM = frozenset({"add", "edit", "remove"})
"""Commands whose own table in termbase.toml sets their options: a `language` at its top is that of documents."""

_Command = TypeVar("_Command", bound=Callable[..., Any])
_Values = TypeVar("_Values")

sources = click.argument("sources", metavar="SOURCE...", nargs=-1, required=True)
termbases = click.option(
    "--termbase",
    "termbase",
    metavar="FILE",
    multiple=True,
    help="Termbase (TBX, CSV, TSV or XLSX); may be repeated.",
)
out = click.option("--out", metavar="FILE", required=True, help="File to write; - for standard output.")
force = click.option("--force", is_flag=True, help="Overwrite the file if it exists.")
force_files = click.option("--force", is_flag=True, help="Overwrite files that exist.")


chinese_term = click.option(
    "--language",
    metavar="TAG",
    callback=lambda _context, _parameter, value: _tag(value),
    help="Language of the term: zh-CN, zh-TW, zh-HK or en. [default: detected]",
)


def _tag(tag: str | None) -> str | None:
    from termbase.language import canonical

    return canonical(tag) if tag else None


def as_one_value(
    kind: Callable[..., _Values], options: Sequence[Callable[[Callable[..., None]], Callable[..., None]]]
) -> Callable[[Callable[[_Values], None]], Callable[..., None]]:
    """Return a decorator that gives a command some options as one value, which `kind` makes of theirs by name.

    The options are in the order in which `--help` shows them.
    """

    def decorate(command: Callable[[_Values], None]) -> Callable[..., None]:
        @wraps(command)
        def with_values(**values: Any) -> None:
            command(kind(**values))

        for option in reversed(options):
            with_values = option(with_values)
        return with_values

    return decorate


def output_format(*names: str, help: str = "Output format.") -> Callable[[_Command], _Command]:
    """Return the option `--format` with these names, the first of which is the default."""
    return click.option(
        "--format", "form", type=click.Choice(names), default=names[0], show_default=True, help=help
    )


def opened(files: Sequence[str], counted: Counted | None = None) -> Termbases:
    """Open the termbases of `--termbase`; warnings about them are printed on standard error.

    `counted` are the terms to find in texts.
    """
    from termbase_service.termbases import Termbases

    return Termbases(files, say, counted)


def opened_or_seed(files: Sequence[str], counted: Counted | None = None) -> Termbases:
    """Open the termbases of `--termbase`, or the small one of the program, with a message, if there are none."""
    from termbase_service.termbases import seed_file

    if not files:
        say("no --termbase given: using the small termbase that comes with the program")
    return opened(files or [seed_file()], counted)


def read_documents(names: Sequence[str]) -> Iterator[Document]:
    """Read the documents of the SOURCE arguments; report those that are damaged or not in UTF-8.

    So is one that cannot be read; after all others, the program then exits with status 2.
    """
    from termbase.document.find import find_files
    from termbase.document.reader import SUFFIXES, read_document
    from termbase.errors import or_error

    files = find_files(names, SUFFIXES)
    for document in without_errors(or_error(read_document, file) for file in files):
        say_remarks(document.file, document.remarks())
        yield document
