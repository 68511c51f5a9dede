"""Termbases as indexes, for the commands that look terms up; standard output as people want it."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import options

if TYPE_CHECKING:
    from termbase.index.store import Index
    from termbase.model import Termbase


def open_indexes(files: Sequence[str]) -> list[Index]:
    """The indexes of the termbases that `--termbase` names; without any, of the seed termbase, which is said."""
    from termbase.index.cache import open_index

    indexes = []
    for file in named_or_seed(files):
        index = open_index(file, partial(_read, file), _say)
        index.name = Path(file).name
        indexes.append(index)
    return indexes


def named_or_seed(files: Sequence[str]) -> Sequence[str]:
    """The termbases that `--termbase` names; without any the seed termbase, which is said."""
    if not files:
        click.echo("no --termbase given: looking in the seed termbase of the program", err=True)
    return files or [_seed()]


def show(text: str) -> None:
    """Print text; its colours on a terminal alone, and not where NO_COLOR is set (no-color.org)."""
    click.echo(text, color=False if os.environ.get("NO_COLOR") else None)


def terminal_width() -> int:
    """The columns of the terminal that standard output is; 0 where it is none."""
    import shutil

    return shutil.get_terminal_size().columns if sys.stdout.isatty() else 0


def _read(file: str) -> Termbase:
    (termbase,) = options.read_termbases([file])
    return termbase


def _seed() -> str:
    from termbase.files.data_table import data_file

    return str(data_file("seed.tbx"))


def _say(message: str) -> None:
    click.echo(message, err=True)
