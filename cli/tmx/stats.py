"""`termbase tmx stats`: counts what a memory contains."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from .. import options
from . import memory_options
from .account import account, watch

if TYPE_CHECKING:
    from tmx.operations.statistics import Statistics


@click.command()
@memory_options.file_argument
@options.output_format("text", "json")
@memory_options.reading
@click.pass_context
def stats(context: click.Context, file: str, form: str, reading: memory_options.Reading) -> None:
    """Count what a memory contains: units, languages, characters, inline codes, properties, tools, dates."""
    from tmx.operations.counts import Counts
    from tmx.operations.statistics import Statistics

    with account([file], reading) as opened:
        memory = opened.read(file)
        found = Statistics(memory.header.attributes.get("creationtool", ""))
        for unit in watch(memory, "Counting", Counts()):
            found.add(unit)
    record = {"file": file, "version": memory.version, "source": memory.header.source_language, **_numbers(found)}
    if form == "json":
        record |= {"mended": opened.repairs - opened.lost, "lost": opened.lost}
        click.echo(json.dumps(record, ensure_ascii=False, indent=1))
    else:
        for name, value in record.items():
            click.echo(f"{name}: {_shown(value)}")
    context.exit(1 if opened.lost else 0)


def _numbers(found: Statistics) -> dict[str, Any]:
    return {
        "units": found.units,
        "with_codes": found.with_codes,
        "variants": dict(found.variants.most_common()),
        "characters": dict(found.characters.most_common()),
        "words": dict(found.words.most_common()),
        "codes": dict(found.codes.most_common()),
        "properties": dict(found.properties.most_common()),
        "tools": dict(found.tools.most_common()),
        "first_date": found.first_date or None,
        "last_date": found.last_date or None,
    }


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key} {count}" for key, count in value.items()) or "none"
    return "none" if value is None else str(value)
