"""`termbase memory dedupe`: deletes the duplicates among the units of a memory."""

from __future__ import annotations

import click

from ..terminal import number, say
from ..tmx import memory_options
from . import store_options


@click.command()
@store_options.memory
@memory_options.duplicates
@store_options.dry_run
def dedupe(memory: str, key: str, keep: str, dry_run: bool) -> None:
    """Keep one unit of those that have the same segments in the same languages, and delete the others.

    An import of a file that has them adds them again.
    """
    from tmx.operations.merge import KEYS, RANKS, Best

    with store_options.existing(memory, is_written=not dry_run) as store:
        count = store.dedupe(Best(KEYS[key], RANKS[keep]), is_done=not dry_run)
    say(f"{memory}: {number(count, 'duplicate')} {'to delete' if dry_run else 'deleted'}")
