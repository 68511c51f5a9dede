"""`termbase.toml`: defaults for the options of every command, found by walking up from the working directory.

A key at the top is an option of every command that has it; a key in a table named like a command is that
command's alone. Paths are relative to the file.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from termbase.errors import TermbaseError, os_error

FILE_NAME = "termbase.toml"
_PATHS = frozenset({"termbase", "out"})


def find_configuration(start: Path) -> Path | None:
    """The nearest `termbase.toml` in a folder or above it."""
    return next(
        (folder / FILE_NAME for folder in (start, *start.parents) if (folder / FILE_NAME).is_file()), None
    )


def read_configuration(path: Path) -> dict[str, Any]:
    """The file's contents with its paths made to hold from any working directory.

    Raises TermbaseError, with the line where there is one, for a file that is no TOML.
    """
    try:
        configuration = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise os_error(error, str(path), "read") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise TermbaseError(f"is no TOML: {error}", file=str(path), hint="mend or remove it") from None
    return _resolved(configuration, path.parent)


def option_defaults(configuration: Mapping[str, Any], commands: Mapping[str, set[str]]) -> dict[str, Any]:
    """Defaults by command, from the option names that each command has."""
    return {
        command: {
            name: value
            for table in (configuration, configuration.get(command, {}))
            for name, value in table.items()
            if name in options and not isinstance(value, dict)
        }
        for command, options in commands.items()
    }


def _resolved(table: Mapping[str, Any], folder: Path) -> dict[str, Any]:
    resolved: dict[str, Any] = {}
    for key, value in table.items():
        if isinstance(value, dict):
            resolved[key] = _resolved(value, folder)
        elif key in _PATHS:
            resolved[key] = (
                [str(folder / item) for item in value] if isinstance(value, list) else str(folder / value)
            )
        else:
            resolved[key] = value
    return resolved
