"""`termbase memory search`: finds the units whose source is nearest to a text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from termbase.errors import TermbaseError

from .. import options
from ..terminal import show
from . import store_options

if TYPE_CHECKING:
    from tmx.memory.opcodes import Difference
    from tmx.memory.search import Match, Query
    from tmx.memory.store import MemoryStore

_COLOURS = {"replace": "yellow", "insert": "red", "delete": "green"}


@click.command()
@click.argument("text", metavar="[QUERY]", required=False)
@store_options.memory
@store_options.source
@store_options.target
@click.option("--queries", metavar="FILE", help="Look up each line of a file; - for standard input.")
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
    least: int,
    most: int,
    previous: str,
    following: str,
    id: str,
    form: str,
) -> None:
    """Find the units of a memory whose source is nearest to a text.

    A match has a score: 101 for the same text in the same context, 100 for the same text, less for one that is
    near. Words are compared, in Chinese characters. --queries prints one JSON object for each line. Without
    --source and --target, the languages are those of the text and of the memory.
    """
    from tmx.memory.search import Query

    if (text is None) == (queries is None):
        raise TermbaseError("nothing to look for", hint="give a QUERY or --queries FILE, not both")
    with store_options.opened(memory) as store:
        for line in [text] if text is not None else _lines(queries or ""):
            languages = store_options.directed(store.languages(), line, source, target, memory)
            query = Query(line, *languages, previous=previous, following=following, id=id)
            _answer(store, query, (least, most), "jsonl" if queries else form)


def _lines(file: str) -> Iterator[str]:
    from termbase.errors import os_error

    try:
        with click.open_file(file, encoding="utf-8-sig", errors="replace") as opened:
            for line in opened:
                yield line.rstrip("\r\n")
    except OSError as error:
        raise os_error(error, file, "read") from error


def _answer(store: MemoryStore, query: Query, wanted: tuple[int, int], form: str) -> None:
    found = store.find(query, *wanted)
    if form == "text":
        show("\n\n".join(_shown(query, match) for match in found) or f"{query.text}: no match")
        return
    record = {"query": query.text, "matches": [_record(query, match) for match in found]}
    click.echo(json.dumps(record, ensure_ascii=False, indent=1 if form == "json" else None))


def _record(query: Query, match: Match) -> dict[str, Any]:
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
    }


def _shown(query: Query, match: Match) -> str:
    from termbase.language import region_style
    from tmx.memory.opcodes import differences

    reasons = f", other {', '.join(match.penalties)}" if match.penalties else ""
    head = click.style(f"{match.score}%", bold=True) + f"  {match.kind}{reasons}  {match.origin}"
    source = "".join(_coloured(query.text, match.source, each) for each in differences(query.text, match.source))
    languages = [region_style(tag) for tag in (match.source_language, match.target_language)]
    width = max(map(len, languages))
    lines = zip(languages, (source, match.target), strict=True)
    return "\n".join([head, *(f"  {tag:{width}}  {text}" for tag, text in lines)])


def _coloured(query: str, stored: str, difference: Difference) -> str:
    """A stretch of the stored text, in colour if the query differs; what only the query has stands in brackets."""
    text = stored[difference.start : difference.end]
    if difference.kind == "delete":
        text = f"[-{query[difference.query_start : difference.query_end]}-]"
    return click.style(text, fg=_COLOURS[difference.kind]) if difference.kind in _COLOURS else text
