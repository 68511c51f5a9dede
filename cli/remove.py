"""`termbase remove`: removes a term or a concept from a TBX file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from . import edit_options, options

if TYPE_CHECKING:
    from termbase.tbx.edit import TbxFile


@click.command()
@click.argument("term", required=False)
@edit_options.termbase
@options.chinese_term
@edit_options.concept
def remove(term: str | None, termbase: tuple[str, ...], language: str | None, concept: str | None) -> None:
    """Remove a term from a TBX file, or with --concept alone a whole concept; the rest stays as it is."""
    from termbase_service.found_terms import concept_number, find_one
    from termbase_service.terms import change

    file = edit_options.the_file(termbase)
    if not term and not concept:
        raise click.UsageError("give a TERM, or --concept ID for a whole concept")

    def do(opened: TbxFile) -> tuple[bytes, str]:
        if term:
            found = find_one(opened, term, language, concept)
            return opened.remove(found.concept, found.term), f"{found.entry.id}: removed {found.section.term}"
        return opened.remove(concept_number(opened, str(concept))), f"removed the concept {concept}"

    with edit_options.naming(file):
        click.echo(f"{file}: {change(file, do)}")
