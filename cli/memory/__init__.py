"""`termbase memory`: the group of commands on a memory as a store. Each command has its own module."""

from __future__ import annotations

import click

from .compact import compact
from .concordance import concordance
from .dedupe import dedupe
from .delete import delete
from .export import export
from .import_files import import_files
from .pretranslate import pretranslate
from .search import search
from .stats import stats
from .verify import verify


@click.group()
def memory() -> None:
    """Keep a translation memory in a store, and find its units again at once, however many it holds.

    The store is an SQLite file, memory.db unless --memory names another, or a PostgreSQL database.
    """


for command in (import_files, search, concordance, pretranslate, export, stats, dedupe, delete, verify, compact):
    memory.add_command(command)
