"""`termbase lookup`: how do we render this?"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from . import options
from .columns import table

if TYPE_CHECKING:
    from termbase.lookup import Hit
    from termbase.model import TermSection, Termbase


@click.command()
@click.argument("queries", metavar="QUERY...", nargs=-1, required=True)
@options.termbases
@click.option("--limit", type=click.IntRange(min=1), default=10, show_default=True, help="Concepts a query.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="Output."
)
def lookup(queries: tuple[str, ...], termbase: tuple[str, ...], limit: int, form: str) -> None:
    """Look terms up, in Chinese of any script or region or in English.

    Each QUERY is one term; quote a term of several words. Without --termbase the small one that comes with the
    program is used.
    """
    from termbase.lookup import lookup as look_up

    termbases = options.read_termbases(termbase) if termbase else [_seed()]
    answers = ((query, look_up(query, termbases, limit)) for query in queries)
    if form == "json":
        for query, hits in answers:
            click.echo(_json(query, hits))
    else:
        click.echo("\n\n".join(_text(query, hits) for query, hits in answers))


def _seed() -> Termbase:
    from importlib.resources import files

    from termbase.tbx.reader import load

    click.echo("no --termbase given: looking in the seed termbase of the program", err=True)
    return load(files("termbase_data").joinpath("seed.tbx").read_bytes(), "seed.tbx")


def _json(query: str, hits: list[Hit]) -> str:
    record = {
        "query": query,
        "hits": [
            {
                "concept": hit.entry.id,
                "language": hit.language,
                "term": hit.term.term,
                "status": _status(hit.term),
                "match": hit.match.value,
                "score": hit.score,
                "translations": [
                    {
                        "language": tag,
                        "term": term.term,
                        "status": _status(term),
                        "part_of_speech": term.part_of_speech,
                    }
                    for tag, term in hit.translations()
                ],
            }
            for hit in hits
        ],
    }
    return json.dumps(record, ensure_ascii=False)


def _text(query: str, hits: list[Hit]) -> str:
    if not hits:
        return f"{query}: not found"
    return "\n\n".join(f"{query}  ({hit.match.value} match)\n{_concept(hit)}" for hit in hits)


def _concept(hit: Hit) -> str:
    from termbase.language import region_style

    rows = [
        (f"  {region_style(tag)}", term.term, _status(term) or "", _wording(term))
        for tag, term in hit.entry.terms()
    ]
    definition = [f"  {hit.entry.definition}"] if hit.entry.definition else []
    return "\n".join([*definition, *table(rows)])


def _wording(term: TermSection) -> str:
    from termbase.region import REGIONS

    usage = term.geographical_usage or ""
    return f"{REGIONS.get(usage, usage)} wording" if usage else ""


def _status(term: TermSection) -> str | None:
    return "proposed" if term.proposed else term.status and term.status.value
