"""`termbase tmx merge`: merges memories into one."""

from __future__ import annotations

from collections import Counter

import click

from .. import options
from . import memory_options
from .account import account, tag_style, watch


@click.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@options.out
@memory_options.duplicates
@memory_options.writing
def merge(
    context: click.Context,
    files: tuple[str, ...],
    out: str,
    key: str,
    keep: str,
    writing: memory_options.Writing,
) -> None:
    """Merge memories into one without duplicates. The header is that of the first file, with the notes of all."""
    from termbase.files.output import refuse_overwriting, whole_file
    from tmx.operations.counts import Counts
    from tmx.operations.merge import KEYS, RANKS, Best, merged
    from tmx.writer import write

    refuse_overwriting([out], writing.force)
    counts = Counts()
    with account([*files, out], writing) as found:
        memories = [found.read(file) for file in files]
        header, units = merged(
            memories, Best(KEYS[key], RANKS[keep]), lambda memory: watch(memory, f"Reading {memory.file}", counts)
        )
        with whole_file(out) as file:
            write(file, header, counts.writing(units), style=tag_style(writing.tags))
        counts.skipped += Counter({"duplicates": counts.read - counts.written})
        found.summary(counts)
    context.exit(1 if found.lost else 0)
