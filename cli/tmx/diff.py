"""`termbase tmx diff`: shows the differences between two memories."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

import click

from .. import options
from . import memory_options
from .account import account, watch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tmx.operations.diff import Brief, Difference

_SIGNS = {"added": "+", "removed": "-", "changed": "~"}


@click.command()
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@options.output_format("text", "jsonl")
@memory_options.reading
@click.pass_context
def diff(context: click.Context, old: str, new: str, form: str, reading: memory_options.Reading) -> None:
    """Show which units were added, removed or changed from OLD to NEW; their order does not matter.

    The exit status is 1 if there are differences.
    """
    from tmx.operations.counts import Counts
    from tmx.operations.diff import comparable, differences

    kinds: Counter[str] = Counter()
    counts = Counts()
    with account([old, new], reading) as opened:
        memories = [opened.read(file) for file in (old, new)]
        read = [
            comparable(watch(memory, f"Reading {file}", counts), memory.header, memories[0].header)
            for file, memory in zip((old, new), memories, strict=True)
        ]
        for found in differences(*read):
            kinds[found.kind] += 1
            if form == "jsonl":
                record = {"kind": found.kind, "old": _record(found.old), "new": _record(found.new)}
                click.echo(json.dumps(record, ensure_ascii=False))
            else:
                click.echo("\n".join(_lines(found, old, new)))
    if form == "text":
        click.echo(", ".join(f"{kinds[kind]} {kind}" for kind in _SIGNS))
    context.exit(1 if any(kinds[kind] for kind in _SIGNS) else 0)


def _record(brief: Brief | None) -> dict[str, Any] | None:
    return brief._asdict() if brief else None


def _lines(found: Difference, old: str, new: str) -> Iterator[str]:
    """An added or removed unit in one line; of a changed one only what differs, the old above the new."""
    from termbase.text.changes import changed_part

    places = [
        f"{file}:{brief.line}{' ' + brief.id if brief.id else ''}"
        for file, brief in ((old, found.old), (new, found.new))
        if brief
    ]
    head = f"{_SIGNS[found.kind]} {' '.join(places)}"
    if found.old is None or found.new is None:
        for brief in filter(None, (found.old, found.new)):
            yield f"{head} " + " | ".join(f"{tag}: {text}" for tag, text in brief.texts.items())
        return
    yield head
    if found.old.id != found.new.id:
        yield from (
            f"  {sign} tuid: {one.id}" for sign, one in zip("-+", (found.old, found.new), strict=True) if one.id
        )
    for tag in dict.fromkeys((*found.old.texts, *found.new.texts)):
        texts = found.old.texts.get(tag, ""), found.new.texts.get(tag, "")
        if texts[0] != texts[1]:
            yield from (f"  {sign} {tag}: {text}" for sign, text in zip("-+", changed_part(*texts), strict=True))
    yield from (f"  - {other}" for other in found.old.others if other not in found.new.others)
    yield from (f"  + {other}" for other in found.new.others if other not in found.old.others)
