"""Writes docs/commands.md from the commands' own --help: `./run python docs/commands.py`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from termbase_cli.main import cli

TARGET = Path(__file__).with_name("commands.md")


def reference() -> str:
    """Return the reference of all commands, in Markdown."""
    parts = ["# Commands\n", "Made from `--help` by `./run python docs/commands.py`.\n", _section("termbase", cli)]
    return "\n".join([*parts, *_sections("termbase", cli)])


def _sections(prefix: str, group: click.Group) -> Iterator[str]:
    """The commands of a group by name, each group before its own commands."""
    for name, command in sorted(group.commands.items()):
        yield _section(f"{prefix} {name}", command)
        if isinstance(command, click.Group):
            yield from _sections(f"{prefix} {name}", command)


def _section(name: str, command: click.Command) -> str:
    context = click.Context(command, info_name=name, max_content_width=100, terminal_width=100)
    context.help_option_names = ["-h", "--help"]
    return f"## {name}\n\n```text\n{command.get_help(context)}\n```\n"


if __name__ == "__main__":
    TARGET.write_text(reference(), "utf-8")
