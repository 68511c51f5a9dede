"""Opens the memories of a command, shows progress, and reports what was repaired, lost and skipped."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO

import click

from termbase.text.counted import counted_plural

from ..terminal import number, say

if TYPE_CHECKING:
    from tmx.languages import TagStyle
    from tmx.model import TranslationUnit
    from tmx.operations.counts import Counts
    from tmx.reader import Memory
    from tmx.report import Repair, Report

    from .memory_options import Reading, Writing

_SHOWN = 20
_STEP = 1000
"""The progress bar is updated once for this number of units."""


class Account:
    """Reports repairs and losses in the files that are read: the first on standard error, all of them in `file`."""

    def __init__(self, strict: bool, file: BinaryIO | None = None) -> None:
        self.repairs = 0
        self.lost = 0
        self._reports: list[Report] = []
        self._strict = strict
        self._file = file

    def listen(self, repair: Repair) -> None:
        """Count and report one repair or loss."""
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

        self._reports.append(Report(file, self.listen, self._strict))
        return read(file, self._reports[-1])

    def summary(self, counts: Counts, is_written: bool = True) -> None:
        """Print how many units were read, written (or would be), changed and skipped, and why."""
        if self.repairs > _SHOWN:
            say(f"... and {self.repairs - _SHOWN} more repairs and losses: --report FILE lists all")
        if counts.columns:
            say(f"columns: {counts.columns}")
        reasons = ", ".join(f"{count} {reason}" for reason, count in counts.skipped.items())
        written = f"{counts.written} {'written' if is_written else 'would be written'}"
        text = f"{number(counts.read, 'unit')} read, {written}, {counts.changed} changed, "
        text += f"{counts.read - counts.written} skipped"
        say(f"{text} ({reasons})" if reasons else text)
        if counts.left_out:
            say(f"left out, since the new file has no place for it: {_listed(counts.left_out)}")
        remarks = sum((report.remarks for report in self._reports), Counter(counts.remarks))
        if remarks:
            say(_listed(remarks))
        if self.repairs:
            say(f"damage: {self.repairs - self.lost} repaired, {self.lost} lost")


def _listed(counted: Mapping[str, int]) -> str:
    return ", ".join(counted_plural(count, name) for name, count in counted.items())


@contextmanager
def account(used: Sequence[str], options: Reading | Writing) -> Iterator[Account]:
    """Yield an account; its report file is put in place when the command has succeeded.

    Raises TermbaseError if the report is one of the files that the command uses, or if it exists without --force.
    """
    from termbase.files.output import refuse_overwriting, refuse_replacing, whole_file

    if options.report is None:
        yield Account(options.strict)
        return
    refuse_replacing(used, [options.report])
    refuse_overwriting([options.report], options.force)
    with whole_file(options.report) as file:
        yield Account(options.strict, file)


def watch(memory: Memory, label: str, counts: Counts) -> Iterator[TranslationUnit]:
    """Yield the units of a memory, counted as read, with a progress bar on a terminal."""
    hidden = not sys.stderr.isatty()
    with click.progressbar(length=memory.size or 1, label=label, file=sys.stderr, hidden=hidden) as bar:
        for unit in counts.reading(memory.units()):
            if not hidden and counts.read % _STEP == 0 and memory.size:
                bar.update(memory.position - bar.pos)
            yield unit
        bar.update((bar.length or 0) - bar.pos)


def tag_style(name: str | None) -> TagStyle:
    """Return the function that spells tags.

    By default Chinese tags are spelt as CAT tools match them, others are kept.
    """
    from tmx.languages import STYLES, as_clients_match

    return STYLES[name] if name else as_clients_match
