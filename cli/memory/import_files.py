"""`termbase memory import`: puts the units of files into a memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple

import click

from termbase.errors import TermbaseError
from termbase.text.counted import counted_plural

from ..terminal import number, say
from ..tmx import memory_options
from ..tmx.account import Account, account, watch
from . import store_options

if TYPE_CHECKING:
    from tmx.memory.add import Added, Origin
    from tmx.memory.store import MemoryStore
    from tmx.model import Trailer, TranslationUnit


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
    reading: memory_options.Reading,
) -> None:
    """Add the units of TMX, PO, XLIFF and other bilingual files to a memory, which is made if it is missing.

    The same file again changes nothing. A unit that has changed replaces its older version: the one with its id
    (tuid), or with its source text, context and languages. The import can be stopped at any time, and is completed
    by running it again. A file that cannot be read is reported, and the others are imported. --source and --target
    say the languages of files that do not name them.
    """
    from tmx.memory.add import Added
    from tmx.memory.store import open_store

    counts, skipped, left_out, failed = Added(), Counter[str](), Counter[str](), list[TermbaseError]()
    with account([memory, *files], reading) as found:
        readable = _readable(
            files, lambda file: _open(memory, file, (source, target), found, (skipped, left_out)), failed
        )
        if (first := next(readable, None)) is not None:
            say_counts = partial(_say, memory, counts, found, skipped, left_out)
            with open_store(memory, is_written=True) as store, _reported(store, say_counts):
                _add(store, chain([first], readable), counts, failed)
    context.exit(2 if failed else 1 if found.lost else 0)


class _File(NamedTuple):
    """The units of a file, where they come from, and what returns the comments after the last one."""

    units: Iterator[TranslationUnit]
    origin: Origin
    trailer: Callable[[], Trailer]


def _open(
    memory: str,
    file: str,
    languages: tuple[str | None, str | None],
    found: Account,
    apart: tuple[Counter[str], Counter[str]],
) -> _File:
    from tmx.bilingual.read import read_units
    from tmx.bilingual.suffixes import is_memory
    from tmx.memory.add import Origin
    from tmx.memory.store import name_in
    from tmx.model import Trailer
    from tmx.operations.counts import Counts
    from tmx.writer import new_header

    name = name_in(memory, file)
    if is_memory(file):
        read = found.read(file)
        units = watch(read, f"Importing {file}", Counts())
        return _File(units, Origin(name, read.header), lambda: read.trailer)
    bilingual = read_units(file, *languages, apart[0], None, apart[1])
    return _File(bilingual.units, Origin(name, new_header(bilingual.source, None, "sentence"), name), Trailer)


def _readable(files: Iterable[str], read: Callable[[str], _File], failed: list[TermbaseError]) -> Iterator[_File]:
    """Yield the files whose first units can be read; errors of the others are printed, and added to `failed`.

    So no memory is made for files that cannot be read.
    """
    from tmx.memory.add import BATCH

    for name in files:
        try:
            file = read(name)
            units = _noted(file.units, failed)
            started = chain(list(islice(units, BATCH)), units)
        except TermbaseError as error:
            if error not in failed:
                _fail(error, failed)
        else:
            yield file._replace(units=started)


def _noted(units: Iterator[TranslationUnit], failed: list[TermbaseError]) -> Iterator[TranslationUnit]:
    try:
        yield from units
    except TermbaseError as error:
        _fail(error, failed)
        raise


def _fail(error: TermbaseError, failed: list[TermbaseError]) -> None:
    say(f"Error: {error}")
    failed.append(error)


def _add(store: MemoryStore, files: Iterable[_File], counts: Added, failed: list[TermbaseError]) -> None:
    """Add files to a memory; the rest of one that turns out unreadable is left out."""
    for file in files:
        try:
            store.add(file.units, file.origin, counts, file.trailer)
        except TermbaseError as error:
            if error not in failed:  # it is one of the memory
                raise


@contextmanager
def _reported(store: MemoryStore, say_counts: Callable[[], None]) -> Iterator[None]:
    """At the end, index what was stored, also before an error, and say how much it is.

    If the user stops the import, the next one indexes it: doing it now may take minutes.
    """
    is_stopped = False
    try:
        yield
    except (KeyboardInterrupt, SystemExit):
        is_stopped = True
        raise
    finally:
        if not is_stopped:
            store.index()
        say_counts()


def _say(memory: str, counts: Added, found: Account, skipped: Counter[str], left_out: Counter[str]) -> None:
    say(f"{memory}: {number(counts.added, 'unit')} added, {counts.updated} updated, {counts.unchanged} unchanged")
    if skipped:
        say("skipped: " + ", ".join(f"{count} {reason}" for reason, count in skipped.items()))
    if left_out:
        say("left out: " + ", ".join(counted_plural(count, name) for name, count in left_out.items()))
    if found.repairs:
        say(f"damage: {found.repairs - found.lost} repaired, {found.lost} lost")
