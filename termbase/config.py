"""Reads `termbase.toml`, which has defaults for the options of the commands.

The file is searched in the working directory and the folders above it. A key at the top sets the option for every
command that has it. A key in a table with the name of a command (`[lookup]`, `[tbx.convert]`) sets it for that
command only. Paths are relative to the folder of the file.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from termbase.errors import TermbaseError, os_error

FILE_NAME = "termbase.toml"
_PATHS = frozenset({"termbase", "out", "baseline", "write-baseline", "output-file"})


def find_configuration(start: Path) -> Path | None:
    """Return the nearest `termbase.toml` in a folder or the folders above it; None if there is none."""
    return next((folder / FILE_NAME for folder in (start, *start.parents) if (folder / FILE_NAME).is_file()), None)


def read_configuration(path: Path) -> dict[str, Any]:
    """Read the file. Its paths are resolved against its folder.

    Raises TermbaseError if it cannot be read, is not valid TOML, or has something else in place of a path.
    """
    import tomllib  # slow to import, and most users have no such file

    try:
        configuration = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise os_error(error, str(path), "read") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise TermbaseError(f"is not valid TOML: {error}", file=str(path), hint="correct or remove it") from None
    return _resolved(configuration, path)


def option_defaults(path: Path, commands: Mapping[str, Mapping[str, str]]) -> dict[str, Any]:
    """Return the defaults in a file as a nested mapping for click: group, command, parameter.

    `commands` maps each command (`lookup`, `tbx convert`) to its options: the parameter by the name of the option.
    Raises TermbaseError for an unknown key or table, because a misspelt one would silently have no effect.
    """
    configuration = read_configuration(path)
    general = {key: value for key, value in configuration.items() if not isinstance(value, dict)}
    for key in general:
        if not any(key in options for options in commands.values()):
            raise TermbaseError(f"has an unknown option: {key}", file=str(path), hint="see docs/commands.md")
    for name, table in configuration.items():
        if isinstance(table, dict):
            _refuse_unknown(path, name, table, commands)
    defaults: dict[str, Any] = {}
    for command, options in commands.items():
        own, place = configuration, defaults
        for word in command.split():
            own, place = own.get(word, {}), place.setdefault(word, {})
        given = general | {key: value for key, value in own.items() if not isinstance(value, dict)}
        place.update((options[key], value) for key, value in given.items() if key in options)
    return defaults


def _refuse_unknown(
    path: Path, command: str, table: Mapping[str, Any], commands: Mapping[str, Mapping[str, str]]
) -> None:
    is_group = any(name.startswith(f"{command} ") for name in commands)
    if command not in commands and not is_group:
        name = command.replace(" ", ".")
        raise TermbaseError(f"has a table for an unknown command: [{name}]", file=str(path), hint="remove it")
    for key, value in table.items():
        if is_group and isinstance(value, dict):
            _refuse_unknown(path, f"{command} {key}", value, commands)
        elif key not in commands.get(command, {}) and not isinstance(value, dict):
            name = command.replace(" ", ".")
            raise TermbaseError(f"has an unknown option in [{name}]: {key}", file=str(path), hint="remove it")


def _resolved(table: Mapping[str, Any], path: Path) -> dict[str, Any]:
    resolved: dict[str, Any] = {}
    for key, value in table.items():
        if isinstance(value, dict):
            resolved[key] = _resolved(value, path)
        elif key in _PATHS:
            resolved[key] = (
                [_path(key, item, path) for item in value] if isinstance(value, list) else _path(key, value, path)
            )
        else:
            resolved[key] = value
    return resolved


def _path(key: str, value: object, path: Path) -> str:
    if not isinstance(value, str):
        raise TermbaseError(
            f"has a value of {key} that is not a path: {value}", file=str(path), hint="write it in quotes"
        )
    return str(path.parent / value)
