"""The options that say which units of a memory are meant, for the commands that filter or delete them.

Start from `selecting`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

import click

from termbase.errors import TermbaseError

from .. import options

if TYPE_CHECKING:
    from tmx.model import TranslationUnit

_OPTIONS = (
    click.option("--source", metavar="TAG", help="Units with this source language."),
    click.option("--target", metavar="TAG", help="Units with a text in this language."),
    click.option("--match", metavar="REGEX", help="Units with a text that matches this regular expression."),
    click.option(
        "--after", metavar="DATE", help="Units changed at this date or later: 2024, 2024-01-31, 20240131T120000Z."
    ),
    click.option("--before", metavar="DATE", help="Units changed before this date."),
    click.option(
        "--property",
        "properties",
        metavar="TYPE=VALUE",
        multiple=True,
        help="Units with this property; may be repeated.",
    ),
    click.option("--origin", metavar="NAME", help="Units written by this tool or person."),
    click.option("--invert", is_flag=True, help="Select the units that do not meet the conditions."),
)


class Conditions(NamedTuple):
    """The values of the options."""

    source: str | None
    target: str | None
    match: str | None
    after: str | None
    before: str | None
    properties: tuple[str, ...]
    origin: str | None
    invert: bool

    def are_given(self) -> bool:
        """Whether there is at least one condition."""
        return any(self[:-1])

    def selection(self, srclang: str) -> Callable[[TranslationUnit], bool]:
        """Return a function that decides whether a unit is meant; `srclang` is that of the header of its memory.

        Raises TermbaseError if the value of an option has the wrong form.
        """
        from termbase.language import canonical
        from tmx.operations.filter import UnitConditions

        conditions = UnitConditions(
            srclang,
            canonical(self.source) if self.source else None,
            canonical(self.target) if self.target else None,
            _pattern(self.match),
            _date(self.after),
            _date(self.before),
            tuple(_property(text) for text in self.properties),
            self.origin or "",
        )
        return lambda unit: conditions.holds(unit) != self.invert


selecting = options.as_one_value(Conditions, _OPTIONS, "conditions")
"""Decorates a command with the options; it gets them as the argument `conditions`."""


def _pattern(text: str | None) -> re.Pattern[str] | None:
    try:
        return re.compile(text) if text else None
    except re.error as error:
        raise TermbaseError(
            f"--match is not a regular expression: {error}", hint="escape . ( [ with a backslash"
        ) from None


def _date(text: str | None) -> str:
    """A date, or its beginning, in the form of TMX: `2024`, `20240131T120000Z`."""
    plain = (text or "").replace("-", "").replace(":", "")
    if plain and not re.fullmatch(r"\d{4}(\d\d){0,2}(T\d{6}Z?)?", plain):
        raise TermbaseError(f"{text!r} is not a date", hint="write it like 2024-01-31")
    return plain


def _property(text: str) -> tuple[str, str]:
    type, separator, value = text.partition("=")
    if not separator:
        raise TermbaseError(f"--property {text!r} has no value", hint="write it like x-domain=law")
    return type, value
