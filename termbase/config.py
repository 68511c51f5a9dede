"""Reads `termbase.toml`, which has defaults for the options of the commands.

The file is searched in the working directory and the folders above it. A key at the top sets the option for every
command that has it, a key in the table of a group (`[memory]`) for every command of the group that has it. A key in
a table with the name of a command (`[lookup]`, `[tbx.convert]`) sets it for that command. Paths are relative to the
folder of the file.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from termbase.errors import TermbaseError, os_error

FILE_NAME = "termbase.toml"
_PLACE = re.compile(r" \(at line (\d+), column (\d+)\)$")


@dataclass(frozen=True)
class Setting:
    """What an option takes: `parameter` is its name for click, `values` how many values it takes at a time.

    If `is_own` is true, only the table of the command itself sets it.
    """

    parameter: str
    is_path: bool = False
    is_repeated: bool = False
    values: int = 1
    is_own: bool = False


_Commands = Mapping[str, Mapping[str, Setting]]
"""Each command (`lookup`, `tbx convert`) with its options by name."""


def find_configuration(start: Path) -> Path | None:
    """Return the nearest `termbase.toml` in a folder or the folders above it; None if there is none."""
    return next((folder / FILE_NAME for folder in (start, *start.parents) if (folder / FILE_NAME).is_file()), None)


def read_configuration(path: Path) -> dict[str, Any]:
    """Read the file. Raises TermbaseError if it cannot be read or is not valid TOML."""
    import tomllib  # slow to import, and most users have no such file

    try:
        return tomllib.loads(path.read_text("utf-8-sig"))
    except OSError as error:
        raise os_error(error, str(path), "read") from error
    except UnicodeDecodeError:
        raise TermbaseError("is not text in UTF-8", file=str(path), hint="save it as UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        place = _PLACE.search(str(error))
        line, column = map(int, place.groups()) if place else (None, None)
        message = f"is not valid TOML: {_PLACE.sub('', str(error))}"
        raise TermbaseError(message, file=str(path), line=line, column=column, hint="correct it there") from None


def option_defaults(path: Path, commands: _Commands) -> dict[str, Any]:
    """Return the defaults in a file as a nested mapping for click: group, command, parameter.

    Raises TermbaseError for an unknown key or table, because a misspelt one would silently have no effect, and for
    something else in place of a path.
    """
    configuration = read_configuration(path)
    _refuse_unknown(path, "", configuration, commands)
    defaults: dict[str, Any] = {}
    for command, options in commands.items():
        table, place = configuration, defaults
        given = _values(table)
        for word in command.split():
            table = _tables(table).get(word, {})
            place = place.setdefault(word, {})
            given |= _values(table)
        place.update(
            (options[key].parameter, _read(key, value, options[key], path))
            for key, value in given.items()
            if key in options and (key in _values(table) or not options[key].is_own)
        )
    return defaults


def _values(table: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in table.items() if not isinstance(value, dict)}


def _tables(table: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    return {key: value for key, value in table.items() if isinstance(value, dict)}


def _refuse_unknown(path: Path, name: str, table: Mapping[str, Any], commands: _Commands) -> None:
    """Raise an error for a key that no command has to which a table with this name (`tbx convert`, "") applies."""
    inside = [options for command, options in commands.items() if f"{command} ".startswith(f"{name} ".lstrip())]
    if not inside:
        dotted = name.replace(" ", ".")
        raise TermbaseError(f"has a table for an unknown command: [{dotted}]", file=str(path), hint="remove it")
    known = {key for options in inside for key in options if name in commands or not options[key].is_own}
    for key in _values(table):
        if key not in known:
            where = f" in [{name.replace(' ', '.')}]" if name else ""
            raise TermbaseError(f"has an unknown option{where}: {key}", file=str(path), hint=_advice(key, known))
    if name not in commands:  # tables below a command are its own matter
        for key, inner in _tables(table).items():
            _refuse_unknown(path, f"{name} {key}".lstrip(), inner, commands)


def _advice(key: str, known: Collection[str]) -> str:
    import difflib

    near = difflib.get_close_matches(key.replace("_", "-"), sorted(known), 1)
    return f"did you mean {near[0]}?" if near else "see docs/commands.md"


def _read(key: str, value: object, setting: Setting, path: Path) -> object:
    """A value as click takes it: a single value of an option that may be repeated is a list of one."""
    items = value if isinstance(value, list) else [value]
    if setting.values > 1 and not any(isinstance(item, list) for item in items):
        items = [items]
    if setting.is_path and setting.values > 1:
        items = [[_path(key, each, path) for each in item] if isinstance(item, list) else item for item in items]
    elif setting.is_path:
        items = [_path(key, item, path) for item in items]
    return items if setting.is_repeated or len(items) != 1 else items[0]


def _path(key: str, value: object, path: Path) -> str:
    if not isinstance(value, str):
        raise TermbaseError(
            f"has a value of {key} that is not a path: {value}", file=str(path), hint="write it in quotes"
        )
    is_place = value != "-" and "://" not in value  # standard input or output, a database
    return str(path.parent / value) if is_place else value
