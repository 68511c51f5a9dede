"""`termbase memory import`: puts the units of files into a memory."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import click

from ..terminal import number, say
from ..tmx import memory_options
from ..tmx.account import Account, account, watch
from . import store_options

if TYPE_CHECKING:
    from tmx.memory.add import Added
    from tmx.memory.store import MemoryStore


@click.command("import")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@store_options.memory
@memory_options.source
@memory_options.target
@memory_options.reading
@click.pass_context
def import_files(
    context: click.Context,
    files: tuple[str, ...],
    memory: str,
    source: str | None,
    target: str | None,
    strict: bool,
    report: str | None,
    force: bool,
) -> None:
    """Add the units of TMX, PO, XLIFF and other bilingual files to a memory, which is made if it is missing.

    The same file again changes nothing. A unit that has changed replaces its older version: the one with its id
    (tuid), or with its source text, context and languages. The import can be stopped at any time, and is completed
    by running it again. --source and --target say the languages of files that do not name them.
    """
    from termbase.files.output import refuse_replacing
    from tmx.memory.add import Added
    from tmx.memory.store import open_store

    _refuse_missing(files)
    refuse_replacing([memory, *files], [report] if report else [])
    counts, skipped, left_out = Added(), Counter[str](), Counter[str]()
    with account(strict, report, force) as found, open_store(memory, is_written=True) as store:
        is_stopped = False
        try:
            for file in files:
                _add(store, file, (source, target), found, counts, (skipped, left_out))
        except KeyboardInterrupt:
            is_stopped = True  # the next import indexes what was stored; doing it now may take minutes
            raise
        finally:
            if not is_stopped:
                store.index()
            _say(memory, counts, found, skipped, left_out)
    context.exit(1 if found.lost else 0)


def _refuse_missing(files: tuple[str, ...]) -> None:
    """Raise TermbaseError if a file cannot be read, before a memory is made for it."""
    from pathlib import Path

    from termbase.errors import os_error

    for file in files:
        try:
            if file != "-":
                Path(file).open("rb").close()
        except OSError as error:
            raise os_error(error, file, "read") from error


def _add(
    store: MemoryStore,
    file: str,
    languages: tuple[str | None, str | None],
    found: Account,
    counts: Added,
    apart: tuple[Counter[str], Counter[str]],
) -> None:
    from tmx.bilingual.read import read_units
    from tmx.bilingual.suffixes import is_memory
    from tmx.memory.add import Origin
    from tmx.memory.store import name_in
    from tmx.operations.counts import Counts
    from tmx.writer import new_header

    name = name_in(store.name, file)
    if is_memory(file):
        memory = found.read(file)
        units = watch(memory, f"Importing {file}", Counts())
        store.add(units, Origin(name, memory.header), counts, lambda: memory.trailer)
    else:
        bilingual = read_units(file, *languages, apart[0], None, apart[1])
        store.add(bilingual.units, Origin(name, new_header(bilingual.source, None, "sentence"), name), counts)


def _say(memory: str, counts: Added, found: Account, skipped: Counter[str], left_out: Counter[str]) -> None:
    say(f"{memory}: {number(counts.added, 'unit')} added, {counts.updated} updated, {counts.unchanged} unchanged")
    for title, counter in (("skipped", skipped), ("left out", left_out)):
        if counter:
            say(f"{title}: " + ", ".join(f"{count} {reason}" for reason, count in counter.items()))
    if found.repairs:
        say(f"damage: {found.repairs - found.lost} repaired, {found.lost} lost")
