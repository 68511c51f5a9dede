"""`termbase edit`: changes the text or the status of a term in a TBX file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from . import edit_options, options

if TYPE_CHECKING:
    from termbase.tbx.edit import TbxFile


@click.command()
@click.argument("term")
@edit_options.termbase
@click.option("--to", "text", metavar="TEXT", help="The new text of the term.")
@edit_options.preferred
@edit_options.status
@options.chinese_term
@edit_options.concept
def edit(
    term: str,
    termbase: tuple[str, ...],
    text: str | None,
    preferred: bool,
    status: str | None,
    language: str | None,
    concept: str | None,
) -> None:
    """Change the text or the status of a term in a TBX file. The rest of the file stays as it is."""
    from termbase_service import terms as service
    from termbase_service.found_terms import find_one

    file, chosen = edit_options.the_file(termbase), edit_options.status_of(status, preferred)
    if text is None and chosen is None:
        raise click.UsageError("nothing to change: give --to TEXT or --status STATUS")

    def do(opened: TbxFile) -> tuple[bytes, str]:
        return service.edit(opened, find_one(opened, term, language, concept), text, chosen)

    with edit_options.naming(file):
        click.echo(f"{file}: {service.change(file, do)}")
