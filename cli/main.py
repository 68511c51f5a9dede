"""The `termbase` command: all commands, defaults from `termbase.toml`, errors as one line with exit status 2."""

from __future__ import annotations

import sys

import click

from termbase.errors import TermbaseError

from .build import build
from .check import check
from .extract import extract
from .lookup import lookup


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="termbase")
@click.pass_context
def cli(context: click.Context) -> None:
    """Chinese-English terminology: extract glossed pairs, keep them, look them up, check reports.

    Defaults for all options can stand in a file termbase.toml, here or in a folder above.
    """
    context.default_map = _configured_defaults()


for command in (build, check, extract, lookup):
    cli.add_command(command)


def _configured_defaults() -> dict[str, object]:
    from pathlib import Path

    from termbase.config import find_configuration, option_defaults, read_configuration

    path = find_configuration(Path.cwd())
    if path is None:
        return {}
    options = {
        name: {parameter.name for parameter in command.params if parameter.name}
        for name, command in cli.commands.items()
    }
    return option_defaults(read_configuration(path), options)


def main() -> None:
    """Run the command line; a TermbaseError becomes one line on standard error and exit status 2."""
    try:
        cli()
    except TermbaseError as error:
        click.echo(f"Error: {error}", err=True)
        sys.exit(2)
