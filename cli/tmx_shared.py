"""What the commands on memories share: options, reading with a progress bar, the account of what was mended."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from tmx.languages import TagStyle
    from tmx.model import TranslationUnit
    from tmx.reader import Memory
    from tmx.report import Repair

_SHOWN = 20

file_argument = click.argument("file", metavar="FILE")
out = click.option("--out", metavar="FILE", required=True, help="File to write; - is standard output.")
force = click.option("--force", is_flag=True, help="Overwrite a file that is there.")
source = click.option("--source", metavar="TAG", help="Source language; else the file tells.")
target = click.option("--target", metavar="TAG", help="Target language; else the file tells.")
strict = click.option("--strict", is_flag=True, help="Refuse a damaged file instead of mending it.")
report = click.option("--report", metavar="FILE", help="Write all that was mended or lost here, as JSON lines.")
tags = click.option(
    "--tags",
    type=click.Choice(["region", "script", "keep"]),
    help="Spelling of tags: zh-CN, zh-Hans-CN, or as in the file. [default: region for Chinese, else keep]",
)


def reading(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of every command that reads a memory."""
    return strict(report(command))


class Account:
    """What the reading of files mended and lost: the first of it on standard error, all of it in a file."""

    def __init__(self, strict: bool) -> None:
        self.strict = strict
        self.repairs = 0
        self.lost = 0
        self.file: Any = None

    def listen(self, repair: Repair) -> None:
        """Take note of one repair."""
        self.repairs += 1
        self.lost += repair.lost
        if self.repairs <= _SHOWN:
            click.echo(repair, err=True)
        if self.file:
            self.file.write((json.dumps(repair._asdict(), ensure_ascii=False) + "\n").encode())

    def read(self, file: str) -> Memory:
        """Open a memory."""
        from tmx.reader import read
        from tmx.report import Report

        return read(file, Report(file, self.listen, self.strict))

    def summary(self, written: int, read: int, changed: int = 0, skipped: Counter[str] | None = None) -> None:
        """Say how many units were read, written, changed and skipped, and why."""
        if self.repairs > _SHOWN:
            click.echo(f"... and {self.repairs - _SHOWN} more: --report FILE lists all", err=True)
        reasons = ", ".join(f"{count} {reason}" for reason, count in (skipped or Counter()).items())
        text = f"{read} units read, {written} written, {changed} changed, {read - written} skipped"
        click.echo(f"{text} ({reasons})" if reasons else text, err=True)
        if self.repairs:
            click.echo(f"{self.repairs - self.lost} places mended, {self.lost} lost", err=True)


@contextmanager
def account(strict: bool, report: str | None) -> Iterator[Account]:
    """An account, its file written whole when all is done."""
    from termbase.files.output import whole_file

    found = Account(strict)
    if report is None:
        yield found
        return
    with whole_file(report) as file:
        found.file = file
        yield found


def watch(memory: Memory, label: str, counter: Counter[str]) -> Iterator[TranslationUnit]:
    """The units of a memory, counted under `read`, with a progress bar on a terminal."""
    hidden = not sys.stderr.isatty()
    with click.progressbar(length=memory.size or 1, label=label, file=sys.stderr, hidden=hidden) as bar:
        for unit in memory.units():
            counter["read"] += 1
            if not hidden and counter["read"] % 1000 == 0 and memory.size:
                bar.update(memory.position - bar.pos)
            yield unit


def counted(units: Iterable[TranslationUnit], counter: Counter[str]) -> Iterator[TranslationUnit]:
    """Units, counted under `written` on their way."""
    for unit in units:
        counter["written"] += 1
        yield unit


def tag_style(name: str | None) -> TagStyle:
    """How tags are written: the default is what CAT tools match, with the rest as it is."""
    from tmx.languages import STYLES, as_clients_match

    return STYLES[name] if name else as_clients_match
