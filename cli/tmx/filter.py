"""`termbase tmx filter`: writes the units of a memory that meet conditions."""

from __future__ import annotations

import re

import click

from termbase.errors import TermbaseError

from .. import options
from . import memory_options
from .account import account, tag_style, watch


@click.command("filter")
@memory_options.file_argument
@options.out
@memory_options.source
@memory_options.target
@click.option("--match", metavar="REGEX", help="Units with a text that matches this regular expression.")
@click.option(
    "--after", metavar="DATE", help="Units changed at this date or later: 2024, 2024-01-31, 20240131T120000Z."
)
@click.option("--before", metavar="DATE", help="Units changed before this date.")
@click.option(
    "--property",
    "properties",
    metavar="TYPE=VALUE",
    multiple=True,
    help="Units with this property; may be repeated.",
)
@click.option("--origin", metavar="NAME", help="Units written by this tool or person.")
@click.option("--invert", is_flag=True, help="Keep the units that do not meet the conditions.")
@memory_options.reading_and_writing
def filter_(
    context: click.Context,
    file: str,
    out: str,
    source: str | None,
    target: str | None,
    match: str | None,
    after: str | None,
    before: str | None,
    properties: tuple[str, ...],
    origin: str | None,
    invert: bool,
    tags: str | None,
    strict: bool,
    report: str | None,
    force: bool,
) -> None:
    """Keep only the units that meet all given conditions; the units themselves are not changed."""
    from termbase.files.output import refuse_overwriting, whole_file
    from termbase.language import canonical
    from tmx.operations.counts import Counts
    from tmx.operations.filter import UnitConditions
    from tmx.writer import write

    refuse_overwriting([out], force)
    counts = Counts()
    with account(strict, report) as found:
        memory = found.read(file)
        selection = UnitConditions(
            memory.header.source_language,
            canonical(source) if source else None,
            canonical(target) if target else None,
            _pattern(match),
            _date(after),
            _date(before),
            tuple(_property(text) for text in properties),
            origin or "",
        )
        units = (unit for unit in watch(memory, "Filtering", counts) if selection.holds(unit) != invert)
        with whole_file(out) as opened:
            write(opened, memory.header, counts.writing(units), lambda: memory.trailer, tag_style(tags))
        found.summary(counts)
    context.exit(1 if found.lost else 0)


def _pattern(text: str | None) -> re.Pattern[str] | None:
    try:
        return re.compile(text) if text else None
    except re.error as error:
        raise TermbaseError(
            f"--match is not a regular expression: {error}", hint="escape . ( [ with a backslash"
        ) from None


def _date(text: str | None) -> str:
    """A date, or its beginning, in the form of TMX: `2024`, `20240131T120000Z`."""
    plain = (text or "").replace("-", "").replace(":", "")
    if plain and not re.fullmatch(r"\d{4}(\d\d){0,2}(T\d{6}Z?)?", plain):
        raise TermbaseError(f"{text!r} is not a date", hint="write it like 2024-01-31")
    return plain


def _property(text: str) -> tuple[str, str]:
    type, separator, value = text.partition("=")
    if not separator:
        raise TermbaseError(f"--property {text!r} has no value", hint="write it like x-domain=law")
    return type, value
