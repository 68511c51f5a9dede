"""`termbase memory stats`: counts what a memory holds."""

from __future__ import annotations

import json

import click

from .. import options
from . import store_options

_LABELS = {"words": "different words"}
"""Counts that `tmx stats` has under the same name are of words in a running text."""


@click.command()
@store_options.memory
@options.output_format("text", "json")
def stats(memory: str, form: str) -> None:
    """Count what a memory holds: units, files they came from, texts by language, different words, bytes."""
    from tmx.memory.store import open_store

    with open_store(memory) as store:
        record = {"memory": memory, **store.stats()._asdict()}
    if form == "json":
        click.echo(json.dumps(record, ensure_ascii=False, indent=1))
        return
    for name, value in record.items():
        label = _LABELS.get(name, name)
        shown = ", ".join(f"{key} {count}" for key, count in value.items()) if isinstance(value, dict) else value
        click.echo(f"{label}: {shown or 0}{' bytes' if name == 'size' else ''}")
