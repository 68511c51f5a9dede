"""`termbase tmx`: the commands on translation memories, one a module."""

from __future__ import annotations

import click

from .clean import clean
from .convert import convert
from .diff import diff
from .filter import filter_
from .merge import merge
from .split import split
from .stats import stats
from .validate import validate


@click.group()
def tmx() -> None:
    """Translation memories as files (TMX): check, convert, clean, merge, split, compare them, at any size.

    Damaged files are read, too: what is certain is mended, and all that is mended or lost is told with its line.
    """


for command in (validate, convert, merge, clean, filter_, split, diff, stats):
    tmx.add_command(command)
