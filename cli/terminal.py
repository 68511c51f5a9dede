"""Prints results on standard output, and messages and progress on standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

import click

_Item = TypeVar("_Item")


def show(text: str) -> None:
    """Print text, in colour only on a terminal, and never if NO_COLOR is set (no-color.org)."""
    click.echo(text, color=False if os.environ.get("NO_COLOR") else None)


def number(count: int, noun: str) -> str:
    """A count with its noun: `1 concept`, `2 concepts`."""
    return f"{count} {noun}{'' if count == 1 else 's'}"


def terminal_width() -> int:
    """Return the width of the terminal in columns; 0 if standard output is not a terminal."""
    import shutil

    return shutil.get_terminal_size().columns if sys.stdout.isatty() else 0


def text_width() -> int:
    """Return the width for tables and text: that of the terminal, or of COLUMNS, or 100 columns."""
    import shutil

    return shutil.get_terminal_size((100, 24)).columns


def say(message: object) -> None:
    """Print a line on standard error."""
    click.echo(message, err=True)


def say_encoding(file: str, encoding: str) -> None:
    """Print on standard error the encoding of a file that is not in UTF-8."""
    if encoding != "utf-8":
        say(f"{file}: read as {encoding.upper()}, not UTF-8")


def progress(label: str, count: int) -> Callable[[Iterator[_Item]], Iterator[_Item]]:
    """Return a function that passes items on and, on a terminal, shows a progress bar for `count` items."""

    def watched(items: Iterable[_Item]) -> Iterator[_Item]:
        hidden = not sys.stderr.isatty()
        with click.progressbar(items, length=count, label=label, file=sys.stderr, hidden=hidden) as bar:
            yield from bar

    return watched
