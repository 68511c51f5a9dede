"""`termbase tmx filter` and `split`: some units of a memory, or all of them in parts."""

from __future__ import annotations

import re
from collections import Counter

import click

from termbase.errors import TermbaseError

from . import tmx_shared as shared


@click.command("filter")
@shared.file_argument
@shared.out
@shared.source
@shared.target
@click.option("--match", metavar="REGEX", help="A text matches this expression.")
@click.option("--after", metavar="DATE", help="Changed at this date or later: 2024, 2024-01-31, 20240131T120000Z.")
@click.option("--before", metavar="DATE", help="Changed before this date.")
@click.option("--property", "properties", metavar="TYPE=VALUE", multiple=True, help="Has this property.")
@click.option("--origin", metavar="NAME", help="Written by this tool or person.")
@click.option("--invert", is_flag=True, help="Keep the others.")
@shared.tags
@shared.reading
@shared.force
@click.pass_context
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
    """Keep the units that meet every condition given, whole as they are."""
    from termbase.files.output import refuse_overwriting, whole_file
    from termbase.language import canonical
    from tmx.operations.filter import Selection
    from tmx.writer import write

    refuse_overwriting([out], force)
    counter: Counter[str] = Counter()
    with shared.account(strict, report) as account:
        memory = account.read(file)
        selection = Selection(
            memory.header.source_language,
            canonical(source) if source else None,
            canonical(target) if target else None,
            _pattern(match),
            _date(after),
            _date(before),
            tuple(_property(text) for text in properties),
            origin or "",
        )
        read = shared.watch(memory, "Filtering", counter)
        units = (unit for unit in read if selection.holds(unit) != invert)
        with whole_file(out) as opened:
            write(
                opened,
                memory.header,
                shared.counted(units, counter),
                lambda: memory.trailer,
                shared.tag_style(tags),
            )
        account.summary(counter["written"], counter["read"])
    context.exit(1 if account.lost else 0)


def _pattern(text: str | None) -> re.Pattern[str] | None:
    try:
        return re.compile(text) if text else None
    except re.error as error:
        raise TermbaseError(f"--match is no expression: {error}", hint="escape . ( [ with a backslash") from None


def _date(text: str | None) -> str:
    """A date as TMX has it, as far as it is given."""
    plain = (text or "").replace("-", "").replace(":", "")
    if plain and not re.fullmatch(r"\d{4}(\d\d){0,2}(T\d{6}Z?)?", plain):
        raise TermbaseError(f"{text!r} is no date", hint="for example 2024-01-31")
    return plain


def _property(text: str) -> tuple[str, str]:
    type, separator, value = text.partition("=")
    if not separator:
        raise TermbaseError(f"--property {text!r} has no value", hint="for example x-domain=law")
    return type, value


@click.command()
@shared.file_argument
@click.option("--out", metavar="DIR", required=True, help="Folder for the parts; made where needed.")
@click.option("--units", "size", type=click.IntRange(min=1), help="So many units a part.")
@click.option("--by", metavar="WHAT", help="languages, or the type of a property (x-domain): a part for each.")
@shared.tags
@shared.reading
@shared.force
@click.pass_context
def split(
    context: click.Context,
    file: str,
    out: str,
    size: int | None,
    by: str | None,
    tags: str | None,
    strict: bool,
    report: str | None,
    force: bool,
) -> None:
    """Split a memory into parts, each with the whole header: of so many units, by languages, or by a property."""
    from tmx.operations.split import by_key, by_size, write_parts

    if (size is None) == (by is None):
        raise TermbaseError("split by what?", hint="give --units N or --by languages, not both")
    counter: Counter[str] = Counter()
    with shared.account(strict, report) as account:
        memory = account.read(file)
        name = by_size(size) if size else by_key(by or "")
        units = shared.counted(shared.watch(memory, "Splitting", counter), counter)
        for part in write_parts(memory, units, name, out, shared.tag_style(tags), force):
            click.echo(part)
        account.summary(counter["written"], counter["read"])
    context.exit(1 if account.lost else 0)
