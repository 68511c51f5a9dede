"""`termbase memory search`: finds the units whose source is nearest to a text."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from .. import options
from ..terminal import say, show
from . import store_options
from .known_terms import KnownTerms, underlined

if TYPE_CHECKING:
    from tmx.memory.opcodes import Difference
    from tmx.memory.search import Match, Query
    from tmx.memory.store import MemoryStore
    from tmx.memory.terms import KnownTerm

_COLOURS = {"replace": "yellow", "insert": "red", "delete": "green"}


@click.command()
@click.argument("text", metavar="[QUERY]", required=False)
@store_options.memory
@store_options.source
@store_options.target
@store_options.queries
@options.termbases
@store_options.least
@store_options.most
@click.option("--previous", metavar="TEXT", default="", help="The segment before, for a match in context.")
@click.option("--next", "following", metavar="TEXT", default="", help="The segment after, for a match in context.")
@click.option("--id", "id", metavar="ID", default="", help="The id of the segment, for a match in context.")
@options.output_format("text", "json")
def search(
    text: str | None,
    memory: str,
    source: str | None,
    target: str | None,
    queries: str | None,
    termbase: tuple[str, ...],
    least: int,
    most: int,
    previous: str,
    following: str,
    id: str,
    form: str,
) -> None:
    """Find the units of a memory whose source is nearest to a text.

    A match has a score: 100 for the same text, less for one that is near. Its kind is exact, fuzzy, or context: the
    same text in the same context, which comes first. Words are compared, in Chinese characters. --queries prints
    one JSON object for each line. Without --source and --target, the languages are those of the text and of the
    memory. With --termbase, known terms are marked, and those of the query are shown with their translations.
    """
    from tmx.memory.search import Query

    known = KnownTerms(termbase)
    asked = store_options.asked(text, queries)
    with store_options.opened(memory, source, target) as store:
        for line in asked:
            languages = store_options.directed(store.languages(), line, source, target, memory)
            query = Query(line, *languages, previous=previous, following=following, id=id)
            _answer(store, query, (least, most), known, "jsonl" if queries else form)


def _answer(store: MemoryStore, query: Query, wanted: tuple[int, int], known: KnownTerms, form: str) -> None:
    found = store.find(query, *wanted)
    if form == "text":
        matches = [_shown(query, match, known) for match in found]
        matches = matches or [f"{query.text}: no match of {wanted[0]}% or more"]
        show("\n\n".join([*known.line(query.text, query.source, query.target), *matches]))
        if not found:
            say("parts of texts are found with: termbase memory concordance")
        return
    record = {"query": query.text, "matches": [_record(query, match, known) for match in found]}
    click.echo(json.dumps(record, ensure_ascii=False, indent=1 if form == "json" else None))


def _record(query: Query, match: Match, known: KnownTerms) -> dict[str, Any]:
    from termbase.language import region_style
    from tmx.memory.opcodes import differences

    fields = ("score", "kind", "source", "target", "source_language", "target_language", "id", "changed", "origin")
    record = {name: getattr(match, name) for name in fields}
    for name in ("source_language", "target_language"):
        record[name] = region_style(record[name])
    return record | {
        "similarity": match.similarity,
        "penalties": list(match.penalties),
        "opcodes": [list(each) for each in differences(query.text, match.source)],
        **known.record((match.source, match.target), (match.source_language, match.target_language)),
    }


def _shown(query: Query, match: Match, known: KnownTerms) -> str:
    from termbase.language import region_style
    from tmx.memory.opcodes import differences

    reasons = f", other {', '.join(match.penalties)}" if match.penalties else ""
    head = click.style(f"{match.score}%", bold=True) + f"  {match.kind}{reasons}  {match.origin}"
    tags = match.source_language, match.target_language
    terms = known.found(match.source, *tags), known.found(match.target, *reversed(tags))
    parts = differences(query.text, match.source)
    source = "".join(_coloured(query.text, match.source, each, terms[0]) for each in parts)
    languages = [region_style(tag) for tag in tags]
    width = max(map(len, languages))
    lines = zip(languages, (source, underlined(match.target, terms[1])), strict=True)
    return "\n".join([head, *(f"  {tag:{width}}  {text}" for tag, text in lines)])


def _coloured(query: str, stored: str, difference: Difference, terms: Sequence[KnownTerm]) -> str:
    """A stretch of the stored text, in colour if the query differs; what only the query has stands in brackets."""
    style: dict[str, Any] = {"fg": _COLOURS[difference.kind]} if difference.kind in _COLOURS else {}
    if difference.kind == "delete":
        return click.style(f"[-{query[difference.query_start : difference.query_end]}-]", **style)
    return underlined(stored, terms, (difference.start, difference.end), **style)
