"""Arguments and options that several commands share, and functions that open what they name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import reduce, wraps
from inspect import signature
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
_Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

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


def as_one_value(kind: Callable[..., object], options: Sequence[_Decorator], name: str) -> _Decorator:
    """Return a decorator that gives a command some options as its argument `name`, a value that `kind` makes.

    The options are in the order in which `--help` shows them.
    """
    parameters = signature(kind).parameters

    def decorate(command: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(command)
        def with_value(*arguments: Any, **values: Any) -> Any:
            own = {parameter: values.pop(parameter) for parameter in parameters}
            return command(*arguments, **{name: kind(**own)}, **values)

        return together(*options)(with_value)

    return decorate


def together(*decorators: _Decorator) -> _Decorator:
    """Return one decorator that adds several options, in this order in the help."""
    return lambda command: reduce(lambda inner, decorate: decorate(inner), reversed(decorators), command)


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
