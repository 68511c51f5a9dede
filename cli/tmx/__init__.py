"""`termbase tmx`: the group of commands on translation memories. Each command has its own module."""

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
    """Work on translation memories (TMX files of any size): check, convert, clean, merge, split, compare.

    Damaged files are read too: damage is repaired if only one repair is possible, and every repair and loss is
    reported with its line.
    """


for command in (validate, convert, merge, clean, filter_, split, diff, stats):
    tmx.add_command(command)
