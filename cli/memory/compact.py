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
    from pathlib import Path

    from tmx.memory.sqlite_store import open_store

    with open_store(memory) as store:
        before = store.stats().size
    with open_store(memory, is_written=True) as store:
        store.rebuild()
    say(f"{memory}: {before} bytes before, {Path(memory).stat().st_size} after")
