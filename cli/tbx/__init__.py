"""`termbase tbx`: the group of commands on termbases. Each command has its own module."""

from __future__ import annotations

import click

from .convert import convert
from .diff import diff
from .merge import merge
from .stats import stats
from .validate import validate


@click.group()
def tbx() -> None:
    """Work on termbases: TBX of version 2 or 3, and CSV, TSV or XLSX glossaries."""


for command in (validate, convert, merge, diff, stats):
    tbx.add_command(command)
