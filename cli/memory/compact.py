"""`termbase memory compact`: builds the index of a memory anew."""

from __future__ import annotations

import click

from ..terminal import say
from . import store_options


@click.command()
@store_options.memory
def compact(memory: str) -> None:
    """Build the index of a memory anew from its units, without what changed units have left in it.

    This repairs an index that memory verify reports, and gives free space back to the disk. Units stay as they are.
    """
    with store_options.existing(memory, is_written=True) as store:
        before = store.stats().size
        store.rebuild()
        after = store.stats().size
    say(f"{memory}: {before} bytes before, {after} after")
