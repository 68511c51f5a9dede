"""`termbase build`: makes a termbase, a memory, a review table and a report from documents."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from termbase.errors import TermbaseError

from . import options, pair_options
from .build_output import summary
from .terminal import progress, say_encoding

if TYPE_CHECKING:
    from termbase.gather.model import DocumentGlosses


@click.command()
@options.sources
@click.option("--out", metavar="DIR", required=True, help="Folder for the files; it is created if needed.")
@click.option(
    "--decisions", metavar="FILE", help="Reviewed candidates (TSV or XLSX) with the decision column filled in."
)
@click.option("--discard-decisions", is_flag=True, help="Forget the decisions in the tables in DIR.")
@pair_options.min_confidence
@pair_options.kinds
@pair_options.chinese
@options.termbases
@click.option("--xlsx", is_flag=True, help="Write the candidates as a spreadsheet too (candidates.xlsx).")
@options.force_files
def build(
    sources: tuple[str, ...],
    out: str,
    decisions: str | None,
    discard_decisions: bool,
    min_confidence: float,
    kinds: frozenset[str],
    language: str | None,
    termbase: tuple[str, ...],
    xlsx: bool,
    force: bool,
) -> None:
    """Make a termbase and a memory from the Chinese-English pairs that documents gloss.

    A gloss is a term followed by its translation in brackets: Digital Silk Road (数字丝绸之路).

    Writes termbase.tbx, memory.tmx, candidates.tsv (for review) and report.html (to read and review) into DIR.
    Review the pairs with `termbase review DIR`, in report.html or in the table, and build again with --force: the
    decisions in DIR are kept, decided pairs are not asked again, and new documents only add pairs. Pairs that are
    in a --termbase are always recognised.
    """
    from termbase.document.find import find_files
    from termbase.document.reader import SUFFIXES
    from termbase.extract.evidence import known_pairs
    from termbase.extract.model import TermKind
    from termbase.extract.wanted import Wanted
    from termbase.files.output import refuse_overwriting
    from termbase.gather.job import gather
    from termbase_service.build import contents, is_output, names, state_of, tables_in, write
    from termbase_service.decisions import NO_DECISIONS, read_all_decisions

    kept = "; decisions are kept" if tables_in(out) else ""
    refuse_overwriting([f"{out}/{name}" for name in names(out, xlsx)], force, f"--force overwrites it{kept}")
    state = state_of(out)
    decided = NO_DECISIONS if discard_decisions else read_all_decisions(out, decisions)
    files = [file for file in find_files(sources, SUFFIXES) if not is_output(file, out)]
    known = known_pairs(options.opened([file for file in termbase if not is_output(file, out)]).counted())
    wanted = Wanted(min_confidence, frozenset(map(TermKind, kinds)))
    gathered = gather(
        files, decided.pairs, lambda documents: _watch(documents, len(files)), known, wanted, language
    )
    if not gathered.concepts:
        raise _nothing(len(files), len(gathered.pairs))
    made = contents(gathered, names(out, xlsx))
    write(out, made, state)
    for line in summary(gathered, decided, made, out):
        click.echo(line)


def _nothing(documents: int, rejected: int) -> TermbaseError:
    if rejected:
        return TermbaseError(f"all {rejected} pairs are rejected: nothing was written", hint="accept one at least")
    return TermbaseError(
        f"no Chinese-English gloss in {documents} document{'s' * (documents != 1)}: nothing was written",
        hint="a gloss looks like this: Digital Silk Road (数字丝绸之路)",
    )


def _watch(documents: Iterator[DocumentGlosses], count: int) -> Iterator[DocumentGlosses]:
    """Show the progress on a terminal, and report each document that is not in UTF-8."""
    for document in progress("Reading", count)(documents):
        say_encoding(document.file, document.encoding)
        yield document
