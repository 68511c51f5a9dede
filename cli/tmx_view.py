"""`termbase tmx diff` and `stats`: what is in memories, and what is different."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

import click

from . import tmx_shared as shared

if TYPE_CHECKING:
    from tmx.operations.diff import Brief
    from tmx.operations.statistics import Statistics

_SIGNS = {"added": "+", "removed": "-", "changed": "~"}
form_option = click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="Output."
)


@click.command()
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.option(
    "--format", "form", type=click.Choice(["text", "jsonl"]), default="text", show_default=True, help="Output."
)
@shared.reading
@click.pass_context
def diff(context: click.Context, old: str, new: str, form: str, strict: bool, report: str | None) -> None:
    """Say which units were added, removed or changed from OLD to NEW; their order does not matter.

    The exit status is 1 where something is different.
    """
    from tmx.operations.diff import differences

    counter: Counter[str] = Counter()
    with shared.account(strict, report) as account:
        read = (shared.watch(account.read(file), f"Reading {file}", counter) for file in (old, new))
        for found in differences(*read):
            counter[found.kind] += 1
            if form == "jsonl":
                record = {"kind": found.kind, "old": _record(found.old), "new": _record(found.new)}
                click.echo(json.dumps(record, ensure_ascii=False))
            else:
                click.echo(f"{_SIGNS[found.kind]} {_line(found.old, old)}{_line(found.new, new)}")
    if form == "text":
        click.echo(", ".join(f"{counter[kind]} {kind}" for kind in _SIGNS))
    context.exit(1 if any(counter[kind] for kind in _SIGNS) else 0)


def _record(brief: Brief | None) -> dict[str, Any] | None:
    return brief._asdict() if brief else None


def _line(brief: Brief | None, file: str) -> str:
    if brief is None:
        return ""
    texts = " | ".join(f"{tag}: {text}" for tag, text in brief.texts.items())
    return f"{file}:{brief.line}: {brief.id + ' ' if brief.id else ''}{texts}\n".rstrip("\n") + "  "


@click.command()
@shared.file_argument
@form_option
@shared.reading
@click.pass_context
def stats(context: click.Context, file: str, form: str, strict: bool, report: str | None) -> None:
    """Count what a memory holds: units, languages, characters, inline codes, properties, tools, dates."""
    from tmx.operations.statistics import Statistics

    counter: Counter[str] = Counter()
    found = Statistics()
    with shared.account(strict, report) as account:
        memory = account.read(file)
        for unit in shared.watch(memory, "Counting", counter):
            found.add(unit)
    record = {"file": file, "version": memory.version, "source": memory.header.source_language, **_numbers(found)}
    if form == "json":
        click.echo(
            json.dumps(
                record | {"mended": account.repairs - account.lost, "lost": account.lost},
                ensure_ascii=False,
                indent=1,
            )
        )
    else:
        for name, value in record.items():
            click.echo(f"{name}: {_shown(value)}")
    context.exit(1 if account.lost else 0)


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
