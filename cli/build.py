"""`termbase build`: makes a termbase, a memory, a review table and a report from documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from termbase.errors import TermbaseError
from termbase.text.width import table

from . import options
from .terminal import progress, say_encoding

if TYPE_CHECKING:
    from termbase.gather.job import Gathered
    from termbase.gather.model import DocumentGlosses


@click.command()
@options.sources
@options.termbases
@click.option("--out", metavar="DIR", required=True, help="Folder for the files; it is created if needed.")
@click.option(
    "--decisions", metavar="FILE", help="Reviewed candidates (TSV or XLSX) with the decision column filled in."
)
@click.option("--xlsx", is_flag=True, help="Write the candidates as a spreadsheet too (candidates.xlsx).")
@options.force_files
def build(
    sources: tuple[str, ...], termbase: tuple[str, ...], out: str, decisions: str | None, xlsx: bool, force: bool
) -> None:
    """Make a termbase and a memory from the Chinese-English pairs that documents gloss.

    A gloss is a term followed by its translation in brackets: Digital Silk Road (数字丝绸之路).

    Writes termbase.tbx, memory.tmx, candidates.tsv (for review) and report.html (to read) into DIR. After review,
    pass the candidates back with --decisions: decided pairs are not asked again, and new documents only add pairs.
    Pairs that are in a --termbase are always recognised.
    """
    from termbase.document.find import find_files
    from termbase.document.reader import SUFFIXES
    from termbase.extract.evidence import known_pairs
    from termbase.files.output import refuse_overwriting, write_files
    from termbase.gather.job import gather
    from termbase.gather.review import read_decisions
    from termbase_service.build import FILES, XLSX, contents, is_output

    refuse_overwriting([f"{out}/{name}" for name in (*FILES, *([XLSX] if xlsx else []))], force)
    files = [file for file in find_files(sources, SUFFIXES) if not is_output(file, out)]
    known = known_pairs(options.opened([file for file in termbase if not is_output(file, out)]).read())
    decided = read_decisions(decisions) if decisions else []
    gathered = gather(files, decided, lambda documents: _watch(documents, len(files)), known)
    if not gathered.concepts:
        raise TermbaseError(
            f"no Chinese-English gloss in {len(files)} document{'s' * (len(files) != 1)}: nothing was written",
            hint="a gloss looks like this: Digital Silk Road (数字丝绸之路)",
        )
    made = contents(gathered, xlsx)
    write_files(out, made)
    for line in _summary(gathered, made, out):
        click.echo(line)


def _watch(documents: Iterator[DocumentGlosses], count: int) -> Iterator[DocumentGlosses]:
    """Show the progress on a terminal, and report each document that is not in UTF-8."""
    for document in progress("Reading", count)(documents):
        say_encoding(document.file, document.encoding)
        yield document


def _summary(gathered: Gathered, written: Iterable[str], out: str) -> Iterator[str]:
    rows = [("中文", "English", "places", "")]
    for concept in gathered.concepts:
        for pair in concept.pairs:
            rows.append((*pair.terms, str(len(pair.attestations)), "imperfect" if pair.imperfect else ""))
    yield from table(rows)
    yield ""
    yield (
        f"{len(gathered.files)} documents, {len(gathered.pairs)} pairs, {len(gathered.concepts)} concepts: "
        f"wrote {', '.join(written)} to {out}"
    )
