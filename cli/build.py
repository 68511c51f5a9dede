"""`termbase build`: the main job, documents in, four files out."""

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
@click.option("--out", metavar="DIR", required=True, help="Folder for the files; made where needed.")
@click.option(
    "--decisions", metavar="FILE", help="Reviewed candidates (TSV or XLSX), the decision column filled in."
)
@click.option("--xlsx", is_flag=True, help="Write the candidates as a spreadsheet too (candidates.xlsx).")
@options.force_files
def build(
    sources: tuple[str, ...], termbase: tuple[str, ...], out: str, decisions: str | None, xlsx: bool, force: bool
) -> None:
    """Make a termbase and a memory of the pairs that documents gloss.

    Writes termbase.tbx, memory.tmx, candidates.tsv (for review) and report.html (to read) into DIR. After review,
    give the candidates back as --decisions: what was decided is not asked again, and new documents only add. Pairs
    that a --termbase lists are recognised with certainty.
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
            f"no Chinese-English gloss in {len(files)} document{'s' * (len(files) != 1)}: nothing written",
            hint="glosses look like: Digital Silk Road (数字丝绸之路)",
        )
    made = contents(gathered, xlsx)
    write_files(out, made)
    for line in _summary(gathered, made, out):
        click.echo(line)


def _watch(documents: Iterator[DocumentGlosses], count: int) -> Iterator[DocumentGlosses]:
    """Show how far the reading is, on a terminal, and say what each document is written in."""
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
