"""The `termbase` command: finds its commands, reads defaults from `termbase.toml`, prints errors in one line."""

from __future__ import annotations

import sys
from collections import UserDict
from collections.abc import Iterator
from importlib import import_module

import click

from termbase.errors import TermbaseError

_COMMANDS = (
    "init",
    "extract",
    "build",
    "review",
    "lookup",
    "scan",
    "check",
    "normalize",
    "add",
    "edit",
    "remove",
    "tbx",
    "tmx",
)
"""In the order in which people need them."""


class _Commands(UserDict[str, click.Command]):
    """The commands by name. Each is imported when it is needed, so that `lookup` starts fast."""

    def __iter__(self) -> Iterator[str]:
        return iter(_COMMANDS)

    def __len__(self) -> int:
        return len(_COMMANDS)

    def __contains__(self, name: object) -> bool:
        return name in _COMMANDS

    def __missing__(self, name: str) -> click.Command:
        if name not in self:
            raise KeyError(name)
        command: click.Command = getattr(import_module(f".{name}", __package__), name)
        return self.data.setdefault(name, command)


@click.group(commands=_Commands(), context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="termbase")
@click.pass_context
def cli(context: click.Context) -> None:
    """Chinese-English terminology: extract term pairs, keep them in termbases, look them up, check documents.

    Defaults for all options can be set in a file termbase.toml, in the working directory or a folder above it.
    """
    context.default_map = _configured_defaults()


def _configured_defaults() -> dict[str, object]:
    from pathlib import Path

    from termbase.config import find_configuration, option_defaults

    path = find_configuration(Path.cwd())
    return option_defaults(path, dict(_option_names(cli))) if path else {}


def _option_names(group: click.Group, before: str = "") -> Iterator[tuple[str, dict[str, str]]]:
    """Yield each command by its full name (`tbx convert`), with the parameter name of each of its options."""
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from _option_names(command, f"{before}{name} ")
        else:
            yield f"{before}{name}", _options(command)


def _options(command: click.Command) -> dict[str, str]:
    """The parameter name of each long option by the option's name: `form` for `format`."""
    return {
        spelling.removeprefix("--"): parameter.name
        for parameter in command.params
        for spelling in parameter.opts
        if spelling.startswith("--") and parameter.name
    }


def main() -> None:
    """Run the command line. A TermbaseError is printed as one line on standard error, with exit status 2."""
    try:
        cli()
    except TermbaseError as error:
        click.echo(f"Error: {error}", err=True)
        sys.exit(2)
