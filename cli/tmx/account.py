"""Memories read and written by a command: progress, and the account of what was mended, lost and skipped."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO

import click

from ..terminal import say

if TYPE_CHECKING:
    from tmx.languages import TagStyle
    from tmx.model import TranslationUnit
    from tmx.operations.counts import Counts
    from tmx.reader import Memory
    from tmx.report import Repair

_SHOWN = 20
_STEP = 1000
"""Units between two looks at how far the reading is."""


class Account:
    """What the reading of files mended and lost: the first of it on standard error, all of it in a file."""

    def __init__(self, strict: bool, file: BinaryIO | None = None) -> None:
        self.repairs = 0
        self.lost = 0
        self._strict = strict
        self._file = file

    def listen(self, repair: Repair) -> None:
        """Take note of one repair."""
        self.repairs += 1
        self.lost += repair.lost
        if self.repairs <= _SHOWN:
            say(repair)
        if self._file:
            self._file.write((json.dumps(repair._asdict(), ensure_ascii=False) + "\n").encode())

    def read(self, file: str) -> Memory:
        """Open a memory."""
        from tmx.reader import read
        from tmx.report import Report

        return read(file, Report(file, self.listen, self._strict))

    def summary(self, counts: Counts) -> None:
        """Say how many units were read, written, changed and skipped, and why."""
        if self.repairs > _SHOWN:
            say(f"... and {self.repairs - _SHOWN} more: --report FILE lists all")
        reasons = ", ".join(f"{count} {reason}" for reason, count in counts.skipped.items())
        text = f"{counts.read} units read, {counts.written} written, {counts.changed} changed, "
        text += f"{counts.read - counts.written} skipped"
        say(f"{text} ({reasons})" if reasons else text)
        if self.repairs:
            say(f"{self.repairs - self.lost} places mended, {self.lost} lost")


@contextmanager
def account(strict: bool, report: str | None) -> Iterator[Account]:
    """An account, its file written whole when all is done."""
    from termbase.files.output import whole_file

    if report is None:
        yield Account(strict)
        return
    with whole_file(report) as file:
        yield Account(strict, file)


def watch(memory: Memory, label: str, counts: Counts) -> Iterator[TranslationUnit]:
    """The units of a memory, counted as read, with a progress bar on a terminal."""
    hidden = not sys.stderr.isatty()
    with click.progressbar(length=memory.size or 1, label=label, file=sys.stderr, hidden=hidden) as bar:
        for unit in counts.reading(memory.units()):
            if not hidden and counts.read % _STEP == 0 and memory.size:
                bar.update(memory.position - bar.pos)
            yield unit


def tag_style(name: str | None) -> TagStyle:
    """How tags are written: the default is what CAT tools match, with the rest as it is."""
    from tmx.languages import STYLES, as_clients_match

    return STYLES[name] if name else as_clients_match
