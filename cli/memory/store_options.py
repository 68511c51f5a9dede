"""Arguments and options that the commands on a memory share."""

from __future__ import annotations

import click

_NAME = "memory.db"


def _default() -> str:
    """The memory beside termbase.toml, or else in the working directory."""
    from pathlib import Path

    from termbase.config import find_configuration

    configuration = find_configuration(Path.cwd())
    return str(configuration.with_name(_NAME)) if configuration else _NAME


memory = click.option(
    "--memory",
    "memory",
    metavar="FILE",
    default=_default,
    show_default=f"{_NAME} beside termbase.toml, or else in this folder",
    help="The memory: an SQLite file that memory import makes.",
)
