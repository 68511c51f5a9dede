"""Refuses values that cannot be meant: those forgotten (`--termbase ""`, `--since --format json`) and wrong tags.

The error about a value that is set in `termbase.toml` names this file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import click
from click.core import ParameterSource

from termbase.errors import TermbaseError

from . import settings

_Callback = Callable[[click.Context, click.Parameter, Any], Any]

_MAY_BE_EMPTY = frozenset({"texts"})
"""Texts of `normalize`: nothing is converted to nothing."""


def refuse_wrong_values(command: click.Command) -> None:
    """Let a command refuse empty values, an option in the place of a value, and what is not a language tag.

    Otherwise an empty path would name the working directory, and an empty term match everything.
    """
    spellings = frozenset(spelling for parameter in command.params for spelling in parameter.opts)
    for parameter in command.params:
        if parameter.name not in _MAY_BE_EMPTY:
            parameter.callback = _checked(parameter.callback, spellings)


def _checked(convert: _Callback | None, spellings: frozenset[str]) -> _Callback:
    def callback(context: click.Context, parameter: click.Parameter, value: Any) -> Any:
        if context.get_parameter_source(str(parameter.name)) is ParameterSource.COMMANDLINE:
            for word in _words(value):
                if not word.strip():
                    raise click.BadParameter("is empty: give a value", context, parameter)
                if word in spellings and isinstance(parameter, click.Option):
                    raise click.BadParameter(f"the value is missing before {word}", context, parameter)
        try:
            if str(parameter.metavar).startswith("TAG"):
                _refuse_other_than_tags(value)
            return convert(context, parameter, value) if convert else value
        except TermbaseError as error:
            raise settings.with_file(error, context, str(parameter.name)) from None

    return callback


def _refuse_other_than_tags(value: object) -> None:
    """Raise TermbaseError if a language tag, or one of several with commas between, is not valid."""
    from termbase.language import canonical

    for tag in (tag for word in _words(value) for tag in word.split(",") if tag.strip()):
        canonical(tag.strip())


def _words(value: object) -> Iterator[str]:
    """Yield the strings of a value, which may be a tuple of values."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _words(each)
