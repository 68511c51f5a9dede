"""The `termbase` command: finds its commands, reads defaults from `termbase.toml`, prints errors in one line."""

from __future__ import annotations

import sys
from collections import UserDict
from collections.abc import Iterator
from importlib import import_module
from typing import NoReturn

import click

from termbase.errors import TermbaseError, os_error

from .examples import with_examples
from .options import ON_ONE_TERM

_SECTIONS = {
    "Make a termbase from documents": ("extract", "build", "review"),
    "Work on parallel documents": ("align", "mine"),
    "Use a termbase": ("lookup", "scan", "check", "normalize"),
    "Change a termbase by hand": ("add", "edit", "remove"),
    "Work on files": ("tbx", "tmx"),
    "Keep translations": ("memory",),
    "Set up a folder": ("init",),
}
"""The commands in the order in which people need them."""

_COMMANDS = tuple(name for names in _SECTIONS.values() for name in names)
_LONGEST_HELP = 200
"""More characters than the first sentence of any help has, so that none is cut off."""


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
        return self.data.setdefault(name, with_examples(command, name))


class _Group(click.Group):
    """The whole command, which lists its commands by what they are for."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write a section for each purpose."""
        for title, names in _SECTIONS.items():
            rows = [(name, self.commands[name].get_short_help_str(_LONGEST_HELP)) for name in names]
            with formatter.section(title):
                formatter.write_dl(rows)


@click.group(cls=_Group, commands=_Commands(), context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="termbase")
@click.pass_context
def cli(context: click.Context) -> None:
    """Chinese-English terminology: extract term pairs, keep them in termbases, look them up, check documents.

    Defaults for all options can be set in a file termbase.toml, in the working directory or a folder above it.
    """
    context.default_map = _configured_defaults()


with_examples(cli)


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
            options = _options(command)
            yield f"{before}{name}", {"termbase": "termbase"} if name in ON_ONE_TERM else options


def _options(command: click.Command) -> dict[str, str]:
    """The parameter name of each long option by the option's name: `form` for `format`."""
    return {
        spelling.removeprefix("--"): parameter.name
        for parameter in command.params
        for spelling in parameter.opts
        if spelling.startswith("--") and parameter.name
    }


def main() -> None:
    """Run the command line. A TermbaseError is printed as one line on standard error, with exit status 2.

    So is an error of the operating system, for instance with a file in a folder that may not be entered. Ctrl-C
    ends it with status 130, as it ends other programs: 1 says that something was found.
    """
    try:
        sys.exit(cli.main(standalone_mode=False))
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except click.Abort:
        click.echo("Aborted!", err=True)
        sys.exit(130)
    except TermbaseError as error:
        _end(error)
    except OSError as error:
        file = error.filename or "standard output"  # errors of other files that are open name them
        _end(os_error(error, str(file), "open" if error.filename else "write"))


def _end(error: TermbaseError) -> NoReturn:
    click.echo(f"Error: {error}", err=True)
    sys.exit(2)
