"""The `termbase` command: the group of all commands, and errors as one line with exit status 2."""

from __future__ import annotations

import sys

import click

from termbase.errors import TermbaseError


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="termbase")
def cli() -> None:
    """Chinese-English terminology: extract glossed pairs, keep them, look them up, check reports."""


def main() -> None:
    """Run the command line; a TermbaseError becomes one line on standard error and exit status 2."""
    try:
        cli()
    except TermbaseError as error:
        click.echo(f"Error: {error}", err=True)
        sys.exit(2)
