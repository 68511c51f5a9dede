"""The `termbase` command: finds its commands, reads defaults from `termbase.toml`, prints errors in one line."""

from __future__ import annotations

import sys
from collections import UserDict
from collections.abc import Iterator
from importlib import import_module

import click

from . import settings, streams
from .examples import add_examples
from .values import refuse_wrong_values

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
        for full_name, each in settings.named(command, name):
            add_examples(each, full_name)
            refuse_wrong_values(each)
        return self.data.setdefault(name, command)


class _Group(click.Group):
    """The whole command, which lists its commands by what they are for."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write a section for each purpose."""
        for title, names in _SECTIONS.items():
            rows = [(name, self.commands[name].get_short_help_str(_LONGEST_HELP)) for name in names]
            with formatter.section(title):
                formatter.write_dl(rows)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the options. Some of them print: `--help`, `--version`."""
        with streams.closed_pipe_apart():
            return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run a command. An error in a value from termbase.toml names the file."""
        try:
            with streams.closed_pipe_apart():
                return super().invoke(ctx)
        except click.BadParameter as error:
            raise settings.with_place(error) from None


@click.group(cls=_Group, commands=_Commands(), context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="termbase")
@click.pass_context
def cli(context: click.Context) -> None:
    """Chinese-English terminology: extract term pairs, keep them in termbases, look them up, check documents.

    Defaults for all options can be set in a file termbase.toml, in the working directory or a folder above it.
    """
    context.default_map = settings.defaults(cli)


add_examples(cli, "")


def main() -> None:
    """Run the command line. An error that a user can cause is one line on standard error, with exit status 2.

    Ctrl-C ends it with status 130 and `kill` with 143, as other programs: 1 says that something was found.
    """
    streams.heed_signals()
    streams.open_closed()
    streams.write_utf8()
    with streams.errors_in_one_line():
        streams.refuse_undecodable(sys.argv[1:])
        sys.exit(cli.main(standalone_mode=False))
