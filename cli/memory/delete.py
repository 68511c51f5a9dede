"""`termbase memory delete`: deletes the units of a memory that meet conditions."""

from __future__ import annotations

import click

from termbase.errors import TermbaseError

from ..terminal import number, say
from ..tmx.conditions import Conditions, selecting
from . import store_options


@click.command()
@store_options.memory
@selecting
@store_options.dry_run
def delete(memory: str, conditions: Conditions, dry_run: bool) -> None:
    """Delete the units that meet all given conditions, of which there must be at least one.

    An import of a file that has them adds them again.
    """
    if not conditions.are_given():
        raise TermbaseError("no condition is given", hint="say which units to delete, for example --match REGEX")
    with store_options.existing(memory, is_written=not dry_run) as store:
        is_selected = conditions.selection(store.header().source_language)
        count = store.delete(is_selected, is_done=not dry_run)
    say(f"{memory}: {number(count, 'unit')} {'to delete' if dry_run else 'deleted'}")
