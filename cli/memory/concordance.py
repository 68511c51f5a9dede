"""`termbase memory concordance`: finds a string in all texts of a memory."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from .. import options
from ..terminal import say, show
from . import store_options

if TYPE_CHECKING:
    from tmx.memory.concordance import Found, Place


@click.command()
@click.argument("text", metavar="TEXT")
@store_options.memory
@click.option("--source", metavar="TAG", help="Language of the texts to look in. [default: all]")
@click.option("--target", metavar="TAG", help="Language of the texts to show beside them. [default: any other]")
@store_options.most
@click.option("--offset", "first", type=click.IntRange(0), default=0, help="How many to skip, to see the next.")
@options.output_format("text", "json")
def concordance(
    text: str, memory: str, source: str | None, target: str | None, most: int, first: int, form: str
) -> None:
    """Find a string in all texts of a memory, also inside of words, and show each with its translation.

    Case, width, simplified or traditional characters, and spaces beside Chinese make no difference. The shortest
    texts come first. The string must have a letter, digit or Chinese character.
    """
    from termbase.language import canonical

    tags = [canonical(tag) if tag else None for tag in (source, target)]
    with store_options.opened(memory) as store:
        found = store.concordance(text, tags[0], tags[1], first, most)
    if form == "json":
        record = {"query": text, "count": found.total, "exact_count": found.is_exact}
        record |= {"matches": [_record(place) for place in found.places]}
        click.echo(json.dumps(record, ensure_ascii=False, indent=1))
        return
    show("\n\n".join(map(_shown, found.places)) or f"{text}: not found")
    if found.total:
        say(_counted(found, first))


def _record(place: Place) -> dict[str, Any]:
    from termbase.language import region_style

    record = place._asdict()
    for name in ("source_language", "target_language"):
        record[name] = region_style(record[name])
    record["source_span"] = [record.pop("start"), record.pop("end")]
    return record


def _shown(place: Place) -> str:
    from termbase.language import region_style

    text, start, end = place.source, place.start, place.end
    marked = text[:start] + click.style(text[start:end], bold=True, fg="green") + text[end:]
    languages = [region_style(tag) for tag in (place.source_language, place.target_language)]
    width = max(map(len, languages))
    lines = (f"{tag:{width}}  {shown}" for tag, shown in zip(languages, (marked, place.target), strict=True))
    return "\n".join(lines)


def _counted(found: Found, first: int) -> str:
    total = f"{found.total}" if found.is_exact else f"about {found.total} or more"
    return f"{first + 1} to {first + len(found.places)} of {total}"
