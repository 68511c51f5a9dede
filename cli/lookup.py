"""`termbase lookup`: finds a term and its translations in termbases."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence

import click

from . import options
from .streams import lines_of
from .terminal import show, terminal_width

_LACKING = {
    "no": "has no terms",
    "Chinese": "has only Chinese terms, so it gives no translations",
    "English": "has only English terms, so it gives no translations",
}
"""What is said of a termbase if a query finds nothing."""
_STATUSES = ("preferred", "admitted", "deprecated", "superseded", "proposed", "undecided")


def _split(_context: click.Context, _parameter: click.Parameter, values: Sequence[str]) -> tuple[str, ...]:
    return tuple(_status(word.strip()) for value in values for word in value.split(","))


def _status(word: str) -> str:
    from termbase.tbx.standard.vocabulary import read_status

    status = word if word in _STATUSES else read_status(word)
    if status is None:
        raise click.BadParameter(f"{word!r} is not a status: use {', '.join(_STATUSES)}")
    return status


@click.command()
@click.argument("queries", metavar="[QUERY]...", nargs=-1)
@options.termbases
@click.option(
    "--limit",
    metavar="N",
    type=click.IntRange(min=1),
    default=10,
    show_default=True,
    help="The most concepts to show for each query.",
)
@click.option(
    "--region", type=click.Choice(["CN", "TW", "HK"]), default=None, help="Show the wording of this region first."
)
@click.option(
    "--status",
    metavar="STATUS",
    multiple=True,
    callback=_split,
    help=f"Show only translations with this status ({', '.join(_STATUSES)}); separate several with commas.",
)
@click.option("--subject", metavar="FIELD", default="", help="Search only concepts of this subject field.")
@options.output_format("text", "json")
def lookup(
    queries: tuple[str, ...],
    termbase: tuple[str, ...],
    limit: int,
    region: str | None,
    status: tuple[str, ...],
    subject: str,
    form: str,
) -> None:
    """Look up terms in Chinese (any script or region), pinyin, initials of pinyin, or English.

    Parts of terms and terms with typing mistakes are found too. Each QUERY is one term; put a term of several words
    in quotes. Without QUERY, or with -, queries are read from standard input, one per line. Without --termbase, the
    small termbase that comes with the program is used.
    """
    from termbase.lookup import lookup as look_up
    from termbase_service.answers import Preferences, answer

    from .lookup_output import View, as_text

    indexes = options.opened_or_seed(termbase).indexes()
    view = View(Preferences(region or "", frozenset(status)), terminal_width(), len(indexes) > 1)
    missed = 0
    for number, query in enumerate(_queries(queries)):
        hits = look_up(query, indexes, limit, subject)
        missed += not hits
        if form == "json":
            click.echo(json.dumps(answer(query, hits, view.preferences), ensure_ascii=False))
        else:
            show("\n" * (number > 0) + as_text(query, hits, view))
    if missed and form == "text":
        for index in filter(lambda index: index.only_language, indexes):
            click.echo(f"{index.name} {_LACKING[index.only_language]}", err=True)
        click.echo(_advice(missed, number + 1, subject), err=True)


def _advice(missed: int, asked: int, subject: str) -> str:
    """A line of advice for queries that found nothing."""
    counted = f"{missed} of {asked} not found; " if asked > 1 else ""
    other = f"another subject than {subject}, " if subject else ""
    return (
        f"{counted}try {other}a part of the term, its pinyin or initials, the other language, or another --termbase"
    )


def _queries(given: Sequence[str]) -> Iterator[str]:
    if given and given != ("-",):
        yield from given
        return
    if sys.stdin.isatty():
        click.echo("waiting for terms: type one on each line; Ctrl-D ends the input", err=True)
    yield from map(str.strip, lines_of("-"))
