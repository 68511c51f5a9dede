"""`termbase tbx diff`: shows what changed between two termbases."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from .. import options
from ..terminal import number
from . import files

if TYPE_CHECKING:
    from termbase.tbx.diff import ConceptDiff


@click.command()
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@options.output_format("text", "json")
@click.pass_context
def diff(context: click.Context, old: str, new: str, form: str) -> None:
    """Show what changed between two termbases, concept by concept.

    The exit status is 1 if there are differences.
    """
    from termbase.tbx.diff import diff as differences

    found = differences(files.read(old), files.read(new))
    if form == "json":
        document = {"old": old, "new": new, "concepts": [_record(concept) for concept in found]}
        click.echo(json.dumps(document, ensure_ascii=False, indent=2))
    else:
        for concept in found:
            for line in _lines(concept):
                click.echo(line)
        kinds = Counter(concept.kind.value for concept in found)
        counts = ", ".join(f"{count} {kind}" for kind, count in kinds.items())
        click.echo(f"{number(len(found), 'concept')}: {counts}" if found else "no differences")
    if found:
        context.exit(1)


def _record(concept: ConceptDiff) -> dict[str, object]:
    return {
        "kind": concept.kind.value,
        "concept": concept.id,
        "name": concept.name,
        "removed": concept.removed,
        "added": concept.added,
    }


def _lines(concept: ConceptDiff) -> Iterator[str]:
    """A changed concept as lines: each old statement, followed by the new statement about the same thing."""
    from termbase.tbx.diff import paired
    from termbase.text.changes import changed_part

    yield f"{concept.kind}: {concept.id}: {concept.name}"
    for old, new in paired(concept):
        before, after = old or "", new or ""
        if old and new and old.subject == new.subject:
            own, other = changed_part(old.removeprefix(old.subject), new.removeprefix(new.subject))
            before, after = old.subject + own, new.subject + other
        yield from ([f"  - {before}"] if old else []) + ([f"  + {after}"] if new else [])
