"""Prints results on standard output, and messages and progress on standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

import click

from termbase.errors import TermbaseError
from termbase.text.counted import counted

_Item = TypeVar("_Item")

number = counted
"""A count with its noun: `1 concept`, `2 concepts`."""


def show(text: str) -> None:
    """Print text, in colour only on a terminal, and never if NO_COLOR is set (no-color.org)."""
    click.echo(text, color=False if os.environ.get("NO_COLOR") else None)


def terminal_width() -> int:
    """Return the width of the terminal in columns; 0 if standard output is not a terminal."""
    import shutil

    return shutil.get_terminal_size().columns if sys.stdout.isatty() else 0


def screen_lines() -> int:
    """Return the height of the terminal in lines; 0 if standard output is not a terminal."""
    import shutil

    return shutil.get_terminal_size().lines if sys.stdout.isatty() else 0


def text_width() -> int:
    """Return the width for tables and text: that of the terminal, or of COLUMNS, or 100 columns."""
    import shutil

    return shutil.get_terminal_size((100, 24)).columns


def say(message: object) -> None:
    """Print a line on standard error."""
    click.echo(message, err=True)


def without_errors(results: Iterable[_Item | TermbaseError]) -> Iterator[_Item]:
    """Pass results on. Errors among them are printed; at the end they make the program exit with status 2."""
    has_failed = False
    for result in results:
        if isinstance(result, TermbaseError):
            say(f"Error: {result}")
            has_failed = True
        else:
            yield result
    if has_failed:
        sys.exit(2)


_MOST = 5


def say_remarks(file: str, remarks: Sequence[str]) -> None:
    """Print on standard error how a file was read, if that is unusual; only the first remarks if there are many."""
    for remark in remarks[:_MOST]:
        say(f"{file}{remark}")
    if len(remarks) > _MOST:
        say(f"{file}: {len(remarks) - _MOST} more remarks like these")


_STEPS = 1000
"""The steps of a progress bar for each item."""


class progress:  # noqa: N801 - it is called like a function
    """A function that passes `count` items on and, on a terminal, shows a progress bar.

    The bar also moves while an item is made, if the maker calls `reached`. It ends before the last item is passed
    on, so that what is printed about this item stands below it.
    """

    def __init__(self, label: str, count: int, is_shown: bool = True) -> None:
        """Make a bar that is not shown yet."""
        self._count, self._done, self._position = count, 0, 0
        hidden = not (is_shown and sys.stderr.isatty())
        self._bar = click.progressbar(length=count * _STEPS, label=label, file=sys.stderr, hidden=hidden)

    def __call__(self, items: Iterable[_Item]) -> Iterator[_Item]:
        """Pass the items on."""
        waiting = iter(items)
        last: list[_Item] = []
        with self._bar:
            for item in waiting:
                self._done += 1
                self.reached(0)
                if self._done == self._count:
                    last.append(item)
                    break
                yield item
        yield from last
        yield from waiting

    def reached(self, share: float) -> None:
        """Move the bar to a share (0 to 1) of the item that is being made."""
        steps = int((self._done + share) * _STEPS) - self._position
        if steps > 0:
            self._position += steps
            self._bar.update(steps)
