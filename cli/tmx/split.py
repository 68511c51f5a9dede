"""`termbase tmx split`: splits a memory into parts."""

from __future__ import annotations

import click

from termbase.errors import TermbaseError

from . import memory_options
from .account import account, tag_style, watch


@click.command()
@memory_options.file_argument
@click.option("--out", metavar="DIR", required=True, help="Folder for the parts; it is created if needed.")
@click.option("--units", "size", metavar="N", type=click.IntRange(min=1), help="Number of units in each part.")
@click.option(
    "--by",
    metavar="WHAT",
    help="Make a part for each set of languages (languages) or each value of a property (its type, x-domain).",
)
@memory_options.writing
def split(
    context: click.Context,
    file: str,
    out: str,
    size: int | None,
    by: str | None,
    writing: memory_options.Writing,
) -> None:
    """Split a memory into parts by number of units, by languages, or by a property.

    Each part has the whole header.
    """
    from tmx.operations.counts import Counts
    from tmx.operations.split import by_key, by_size, write_parts

    if (size is None) == (by is None):
        raise TermbaseError("either --units or --by is needed", hint="for example --units 1000 or --by languages")
    counts = Counts()
    with account([file], writing) as found:
        memory = found.read(file)
        name = by_size(size) if size else by_key(by or "")
        units = counts.writing(watch(memory, "Splitting", counts))
        for part in write_parts(memory, units, name, out, tag_style(writing.tags), writing.force):
            click.echo(part)
        found.summary(counts)
    context.exit(1 if found.lost else 0)
