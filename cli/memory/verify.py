"""`termbase memory verify`: checks whether a memory is whole."""

from __future__ import annotations

import click

from . import store_options


@click.command()
@store_options.memory
@click.pass_context
def verify(context: click.Context, memory: str) -> None:
    """Check whether a memory is whole: the file, each unit, and the index. The exit status is 1 if it is not.

    An import that was stopped is no damage: verify says how many units wait for the next import to be found.
    """
    with store_options.opened(memory) as store:
        found = store.faults()
    for fault in found:
        click.echo(f"{memory}: {fault}")
    if found:
        context.exit(1)
    click.echo(f"{memory}: whole")
