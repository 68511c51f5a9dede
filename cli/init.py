"""`termbase init`: writes a commented termbase.toml with every option, and a workflow for CI."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from .options import ON_ONE_TERM

_WORKFLOW_FOLDER, _WORKFLOW_NAME = ".github/workflows", "termbase.yml"
_HEAD = """\
# Settings of termbase for this folder and the folders below it. Paths are relative to this file. Options on the
# command line take precedence over these settings. Lines such as "# limit = 10" show an option with its default or
# an example: remove the "# " to set it. A key above all tables is for every command that has the option, a key in a
# table such as [memory] for all commands of this group.

# Termbases (TBX, CSV, TSV or XLSX) to look terms up in and to check against.
"""
_CHECK_TABLES = """
# Settings of a single check. Every check can have a table like this under its name (see docs/check.md).
[check.deprecated]
# severity = "warning"
# except = ["c-12"]

[check.region]
# Ids of concepts whose regional words are ordinary words in other regions.
# except = []

# Phrases in which nothing is reported.
[check.words]
# except = ["network security team"]

# Settings for some paths only. Patterns are written as in .gitignore; a later table overrides earlier ones.
# [check.paths."archive/**"]
# select = ["deprecated"]
# extend-select = ["unlisted"]
# ignore = ["mixed"]
# language = "zh-TW"
# severity = { deprecated = "info" }
"""
_WORKFLOW = """\
# Checks the terms of all documents and shows findings at their lines in pull requests.
# Replace OWNER by the account that has the repository of termbase, or a fork of it.
name: Terminology
on:
  push:
  pull_request:
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0 # full history, so that --since can find where a branch began
      - uses: actions/setup-python@v5
        with:
          python-version: "3.12"
      - run: python -m pip install "git+https://github.com/OWNER/termbase@main"
      - run: termbase check . --format github
"""


@click.command()
@click.argument("folder", metavar="[DIR]", default=".")
@click.option("--ci", type=click.Choice(["github"]), help="Also write a workflow for this service.")
@click.option("--force", is_flag=True, help="Overwrite files that exist.")
@click.pass_context
def init(context: click.Context, folder: str, ci: str | None, force: bool) -> None:
    """Write a termbase.toml with every option and comments into DIR. [default: the working directory]

    Only files that are missing are written, so that --ci can be given later. With --force all are written anew.
    """
    from termbase.config import FILE_NAME
    from termbase.files.output import refuse_overwriting, write_files

    group = context.find_root().command
    assert isinstance(group, click.Group)
    files = {FILE_NAME: (folder, configuration(group, _termbases(folder)))}
    if ci:
        files[_WORKFLOW_NAME] = (str(Path(folder) / _WORKFLOW_FOLDER), _WORKFLOW)
    paths = {name: Path(place) / name for name, (place, _) in files.items()}
    if all(path.exists() for path in paths.values()):
        refuse_overwriting(map(str, paths.values()), force)
    for name, (place, text) in files.items():
        if paths[name].exists() and not force:
            click.echo(f"kept {paths[name].as_posix()} as it is")
            continue
        write_files(place, {name: text.encode()})
        click.echo(f"wrote {paths[name].as_posix()}")


def configuration(group: click.Group, termbases: list[str]) -> str:
    """Return the text of a termbase.toml for the commands of a group, with these termbases set."""
    names = ", ".join(f'"{name}"' for name in termbases)
    parts = [_HEAD, f"termbase = [{names}]\n" if termbases else '# termbase = ["termbase.tbx"]\n']
    for name, command in _commands(group):
        options = [option for option in command.params if isinstance(option, click.Option) and _is_setting(option)]
        if options and name not in ON_ONE_TERM | {"init"}:
            parts.append(f"\n[{name}]\n" + "".join(line for option in options for line in _lines(option)))
            parts += [_CHECK_TABLES] if name == "check" else []
    return "".join(parts)


def _commands(group: click.Group, before: str = "") -> Iterator[tuple[str, click.Command]]:
    """Yield all commands by the names of their tables: `tbx.convert`."""
    for name, command in sorted(group.commands.items()):
        if isinstance(command, click.Group):
            yield from _commands(command, f"{before}{name}.")
        else:
            yield f"{before}{name}", command


def _termbases(folder: str) -> list[str]:
    return sorted(path.name for path in Path(folder).glob("*.tbx"))


def _is_setting(option: click.Option) -> bool:
    return option.name not in ("termbase", "help")


def _lines(option: click.Option) -> Iterator[str]:
    choices = f" One of: {', '.join(option.type.choices)}." if isinstance(option.type, click.Choice) else ""
    yield f"# {option.help or ''}{choices}\n"
    yield f"# {option.opts[-1].removeprefix('--')} = {_example(option)}\n"


def _example(option: click.Option) -> str:
    """The default as TOML, or an example of a value if there is no default."""
    default = option.to_info_dict()["default"]
    if option.is_flag:
        return str(bool(default)).lower()
    if isinstance(default, int | float):
        return str(default)
    words = [default] if isinstance(default, str) else (option.metavar or "...").split(" ")
    texts = ", ".join(f'"{word}"' for word in words)
    return f"[{texts}]" if option.multiple else texts
