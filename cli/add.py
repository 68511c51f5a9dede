"""`termbase add`: adds a concept or a term to a TBX file."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from . import edit_options, options


@click.command()
@click.argument("terms", metavar="TERM...", nargs=-1, required=True)
@edit_options.termbase
@edit_options.preferred
@edit_options.status
@options.chinese_term
@edit_options.concept
@click.option("--new", "is_new", is_flag=True, help="Make a new concept even if one has a term already.")
def add(
    terms: tuple[str, ...],
    termbase: tuple[str, ...],
    preferred: bool,
    status: str | None,
    language: str | None,
    concept: str | None,
    is_new: bool,
) -> None:
    """Add terms that mean the same to a TBX file: to the concept that has one of them, or as a new concept.

    The rest of the file stays as it is. A TBX file that does not exist is made. To a CSV or TSV glossary, a row is
    added.
    """
    from termbase_service import terms as service

    file, chosen = edit_options.the_file(termbase), edit_options.status_of(status, preferred)
    with edit_options.naming(file):
        if service.is_text_table(file) and not concept:
            added = service.add_to_table(file, terms, language, chosen)
        elif concept or Path(file).exists() or not file.lower().endswith(".tbx"):
            do = partial(service.add, texts=terms, language=language, status=chosen, concept=concept, is_new=is_new)
            added = service.change(file, do)
        else:
            added = service.create(file, service.terms_of(terms, language), chosen)
    click.echo(f"{file}: {added}")
