"""The `termbase` command: all commands, defaults from `termbase.toml`, errors as one line with exit status 2."""

from __future__ import annotations

import sys
from collections import UserDict
from collections.abc import Iterator
from importlib import import_module

import click

from termbase.errors import TermbaseError

_COMMANDS = ("build", "check", "extract", "init", "lookup", "normalize", "scan", "tbx", "tmx")


class _Commands(UserDict[str, click.Command]):
    """The commands by name, each imported when it is asked for: a lookup waits for no other."""

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
    """Chinese-English terminology: extract glossed pairs, keep them, look them up, check reports.

    Defaults for all options can stand in a file termbase.toml, here or in a folder above.
    """
    context.default_map = _configured_defaults()


def _configured_defaults() -> dict[str, object]:
    from pathlib import Path

    from termbase.config import find_configuration, option_defaults

    path = find_configuration(Path.cwd())
    return option_defaults(path, dict(_option_names(cli))) if path else {}


def _option_names(group: click.Group, before: str = "") -> Iterator[tuple[str, dict[str, str]]]:
    """Each command by its words (`tbx convert`), with the parameter of each option name."""
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from _option_names(command, f"{before}{name} ")
        else:
            yield f"{before}{name}", _options(command)


def _options(command: click.Command) -> dict[str, str]:
    """The parameter of each long option, by the option's name: `format` is `form` inside."""
    return {
        spelling.removeprefix("--"): parameter.name
        for parameter in command.params
        for spelling in parameter.opts
        if spelling.startswith("--") and parameter.name
    }


def main() -> None:
    """Run the command line; a TermbaseError becomes one line on standard error and exit status 2."""
    try:
        cli()
    except TermbaseError as error:
        click.echo(f"Error: {error}", err=True)
        sys.exit(2)
