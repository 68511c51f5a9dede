"""`termbase memory export`: writes a memory as TMX."""

from __future__ import annotations

import click

from .. import options
from ..terminal import number, say
from ..tmx import memory_options
from ..tmx.account import tag_style
from . import store_options


@click.command()
@store_options.memory
@options.out
@memory_options.tags
@options.force
def export(memory: str, out: str, tags: str | None, force: bool) -> None:
    """Write all units of a memory as TMX 1.4b, with everything that the imported files said about them."""
    from termbase.files.output import refuse_overwriting, refuse_replacing, whole_file
    from tmx.memory.store import open_store
    from tmx.operations.counts import Counts
    from tmx.writer import write

    refuse_replacing([memory], [out])
    refuse_overwriting([out], force)
    counts = Counts()
    with open_store(memory) as store, whole_file(out) as file:
        write(file, store.header(), counts.writing(store.units()), store.trailer, tag_style(tags))
    say(f"{out}: {number(counts.written, 'unit')} written")
