"""Defaults of options that `termbase.toml` sets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from termbase.errors import TermbaseError

from .options import ON_ONE_TERM

if TYPE_CHECKING:
    from termbase.config import Setting

_PATHS = frozenset({"FILE", "DIR", "FOLDER", "SRC TGT"})
"""The values of options that are paths, as help calls them."""
_NAMES_IN_TABLES = frozenset({"--reject-file"})
"""Options whose FILE is compared with a cell of a table."""


def defaults(group: click.Group) -> dict[str, object]:
    """Return what the nearest `termbase.toml` sets for the commands of a group, as click takes them."""
    path = _file()
    if path is None:
        return {}
    from termbase.config import option_defaults

    return option_defaults(path, dict(_settings(group)))


def is_set_in_file(context: click.Context, parameter: str) -> bool:
    """Return whether a parameter has its value from `termbase.toml`, not from the command line."""
    return context.get_parameter_source(parameter) is ParameterSource.DEFAULT_MAP


def with_place(error: click.BadParameter) -> click.BadParameter:
    """Return the error of a wrong value; if the value is from `termbase.toml`, its message names the file."""
    if error.ctx and error.param and is_set_in_file(error.ctx, error.param.name or ""):
        return click.BadParameter(f"{error.message.rstrip('.')} (set in {_file()})", error.ctx, error.param)
    return error


def with_file(error: TermbaseError, context: click.Context, parameter: str) -> TermbaseError:
    """Return the error about a value; if the value is from `termbase.toml`, it names the file and the option."""
    if error.file is None and is_set_in_file(context, parameter):
        spelling = next(one.opts[-1] for one in context.command.params if one.name == parameter)
        message = f"{spelling.lstrip('-')}: {error.message}"
        return TermbaseError(message, file=str(_file()), hint=error.hint)
    return error


def _file() -> Path | None:
    from termbase.config import find_configuration

    return find_configuration(Path.cwd())


def named(command: click.Command, name: str) -> Iterator[tuple[str, click.Command]]:
    """Yield a command and those in it by their full names: `tbx`, `tbx convert`."""
    yield name, command
    for inner, each in command.commands.items() if isinstance(command, click.Group) else ():
        yield from named(each, f"{name} {inner}".lstrip())


def _settings(group: click.Group) -> Iterator[tuple[str, dict[str, Setting]]]:
    """Yield each command by its full name (`tbx convert`), with its options by name."""
    for name, command in named(group, ""):
        if not isinstance(command, click.Group):
            options = {key: setting for parameter in command.params for key, setting in _named(parameter)}
            own = options.keys() - {"termbase"} if name in ON_ONE_TERM else set()
            yield name, options | {key: replace(options[key], is_own=True) for key in own}


def _named(parameter: click.Parameter) -> Iterator[tuple[str, Setting]]:
    """Yield an option by each of its long spellings."""
    from termbase.config import Setting

    for spelling in parameter.opts if isinstance(parameter, click.Option) else ():
        if spelling.startswith("--") and parameter.name:
            is_path = parameter.metavar in _PATHS and spelling not in _NAMES_IN_TABLES
            setting = Setting(parameter.name, is_path, parameter.multiple, parameter.nargs)
            yield spelling.removeprefix("--"), setting
