"""`termbase memory concordance`: finds a string in all texts of a memory."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from .. import options
from ..terminal import say, show
from . import store_options
from .known_terms import KnownTerms, underlined

if TYPE_CHECKING:
    from tmx.memory.concordance import Found, Place


@click.command()
@click.argument("text", metavar="[TEXT]", required=False)
@store_options.memory
@click.option("--source", metavar="TAG", help="Language of the texts to look in. [default: all]")
@click.option("--target", metavar="TAG", help="Language of the texts to show beside them. [default: any other]")
@store_options.queries
@options.termbases
@store_options.most
@click.option(
    "--offset",
    "first",
    metavar="N",
    type=click.IntRange(0, store_options.MOST),
    default=0,
    help="How many to skip, to see the next.",
)
@options.output_format("text", "json")
def concordance(
    text: str | None,
    memory: str,
    source: str | None,
    target: str | None,
    queries: str | None,
    termbase: tuple[str, ...],
    most: int,
    first: int,
    form: str,
) -> None:
    """Find a string in all texts of a memory, also inside of words, and show each with its translation.

    Case, width, simplified or traditional characters, and spaces beside Chinese make no difference. The shortest
    texts come first. The string must have a letter, digit or Chinese character. --queries prints one JSON object
    for each line.
    """
    from termbase.language import canonical

    known = KnownTerms(termbase)
    tags = [canonical(tag) if tag else None for tag in (source, target)]
    asked = store_options.asked(text, queries)
    with store_options.opened(memory, source, target) as store:
        for query in asked:
            found = store.concordance(query, tags[0], tags[1], first, most)
            _answer(query, found, first, known, "jsonl" if queries else form)


def _answer(text: str, found: Found, first: int, known: KnownTerms, form: str) -> None:
    if form != "text":
        record = {"query": text, "count": found.total, "exact_count": found.is_exact}
        record |= {"matches": [_record(place, known) for place in found.places]}
        click.echo(json.dumps(record, ensure_ascii=False, indent=1 if form == "json" else None))
        return
    if not found.total:
        show(f"{text}: not found")
        return
    show("\n\n".join(_shown(place, known) for place in found.places))
    say(_counted(found, first))


def _record(place: Place, known: KnownTerms) -> dict[str, Any]:
    from termbase.language import region_style

    record = place._asdict()
    for name in ("source_language", "target_language"):
        record[name] = region_style(record[name])
    record["source_span"] = [record.pop("start"), record.pop("end")]
    languages = place.source_language, place.target_language
    return record | known.record((place.source, place.target), languages)


def _shown(place: Place, known: KnownTerms) -> str:
    from termbase.language import region_style

    languages = place.source_language, place.target_language
    terms = known.found(place.source, *languages), known.found(place.target, *reversed(languages))
    stretches = (0, place.start), (place.start, place.end), (place.end, len(place.source))
    styles: tuple[dict[str, Any], ...] = ({}, {"bold": True, "fg": "green"}, {})
    marked = "".join(
        underlined(place.source, terms[0], stretch, **style)
        for stretch, style in zip(stretches, styles, strict=True)
    )
    tags = list(map(region_style, languages))
    width = max(map(len, tags))
    shown = (marked, underlined(place.target, terms[1]))
    lines = [f"{tag:{width}}  {text}" for tag, text in zip(tags, shown, strict=True)]
    return "\n".join([*lines, *(f"{'':{width}}  {line}" for line in known.line(place.source, *languages))])


def _counted(found: Found, first: int) -> str:
    total = f"{found.total}" if found.is_exact else f"about {found.total} or more"
    shown = f"{first + 1} to {first + len(found.places)}" if found.places else f"none after {first}"
    return f"{shown} of {total}"
