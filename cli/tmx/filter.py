"""`termbase tmx filter`: writes the units of a memory that meet conditions."""

from __future__ import annotations

import click

from .. import options
from . import memory_options
from .account import account, tag_style, watch
from .conditions import Conditions, selecting


@click.command("filter")
@memory_options.file_argument
@options.out
@selecting
@memory_options.writing
def filter_(
    context: click.Context,
    file: str,
    out: str,
    conditions: Conditions,
    writing: memory_options.Writing,
) -> None:
    """Keep only the units that meet all given conditions; the units themselves are not changed."""
    from termbase.files.output import refuse_overwriting, whole_file
    from tmx.operations.counts import Counts
    from tmx.writer import write

    refuse_overwriting([out], writing.force)
    counts = Counts()
    with account([file, out], writing) as found:
        memory = found.read(file)
        is_selected = conditions.selection(memory.header.source_language)
        units = filter(is_selected, watch(memory, "Filtering", counts))
        with whole_file(out) as opened:
            write(opened, memory.header, counts.writing(units), lambda: memory.trailer, tag_style(writing.tags))
        found.summary(counts)
    context.exit(1 if found.lost else 0)
