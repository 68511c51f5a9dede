"""`termbase tbx stats`: counts what a termbase contains."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from termbase.language import region_style

from .. import options
from ..terminal import number
from . import files

if TYPE_CHECKING:
    from termbase.tbx.stats import Stats


@click.command()
@click.argument("file", metavar="FILE")
@options.output_format("text", "json")
def stats(file: str, form: str) -> None:
    """Count concepts, terms by language and status, definitions, contexts."""
    from dataclasses import asdict

    from termbase.tbx.stats import stats as counted

    counts = counted(files.read(file))
    if form == "json":
        click.echo(json.dumps({"file": file, **asdict(counts)}, ensure_ascii=False, indent=2))
        return
    for line in _lines(counts):
        click.echo(line)


def _lines(counts: Stats) -> Iterator[str]:
    """Counts as lines: a table of the languages, then one line for each other count."""
    rows = [("language", "concepts", "terms")]
    rows += [(region_style(tag), str(counts.concepts_with[tag]), str(terms)) for tag, terms in counts.terms.items()]
    yield number(counts.concepts, "concept")
    for name, concepts, terms in rows:
        yield f"  {name:<12}{concepts:>9}{terms:>9}"
    empty = f"; {number(counts.empty, 'term')} without text, left out in other files" if counts.empty else ""
    yield "terms by status: " + _listed(counts.statuses.items()) + empty
    yield _listed(
        [("definitions", counts.definitions), ("contexts", counts.contexts), ("other elements", counts.extras)]
    )


def _listed(counts: Iterable[tuple[str, int]]) -> str:
    return ", ".join(f"{name} {count}" for name, count in counts) or "none"
