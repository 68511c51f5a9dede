"""`termbase build`: the main job, documents in, four files out."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

import click

from termbase.errors import TermbaseError

from . import options
from .columns import table

if TYPE_CHECKING:
    from termbase.gather.job import Gathered
    from termbase.gather.model import DocumentGlosses

_FILES = _TBX, _TMX, _TSV, _PAGE = "termbase.tbx", "memory.tmx", "candidates.tsv", "report.html"
_XLSX = "candidates.xlsx"


@click.command()
@options.sources
@options.termbases
@click.option("--out", metavar="DIR", required=True, help="Folder for the files; made where needed.")
@click.option(
    "--decisions", metavar="FILE", help="Reviewed candidates (TSV or XLSX), the decision column filled in."
)
@click.option("--xlsx", is_flag=True, help="Write the candidates as a spreadsheet too (candidates.xlsx).")
@click.option("--force", is_flag=True, help="Overwrite files that are there.")
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

    refuse_overwriting([f"{out}/{name}" for name in (*_FILES, *([_XLSX] if xlsx else []))], force)
    files = [file for file in find_files(sources, SUFFIXES) if not _is_output(file, out)]
    known = known_pairs(options.read_termbases([file for file in termbase if not _is_output(file, out)]))
    gathered = gather(files, read_decisions(decisions) if decisions else [], partial(_watch, len(files)), known)
    if not gathered.concepts:
        raise TermbaseError(
            f"no Chinese-English gloss in {len(files)} document{'s' * (len(files) != 1)}: nothing written",
            hint="glosses look like: Digital Silk Road (数字丝绸之路)",
        )
    contents = _contents(gathered, xlsx)
    write_files(out, contents)
    for line in _summary(gathered, contents, out):
        click.echo(line)


def _is_output(file: str, out: str) -> bool:
    """Whether a file is what an earlier build wrote: it is no evidence, and a second run is to give the same."""
    from pathlib import Path

    path = Path(file)
    return path.name in _FILES and path.parent.resolve() == Path(out).resolve()


def _watch(count: int, documents: Iterator[DocumentGlosses]) -> Iterator[DocumentGlosses]:
    """Show how far the reading is, on a terminal, and say what each document is written in."""
    with click.progressbar(
        documents, length=count, label="Reading", file=sys.stderr, hidden=not sys.stderr.isatty()
    ) as bar:
        for document in bar:
            options.say_encoding(document.file, document.encoding)
            yield document


def _contents(gathered: Gathered, xlsx: bool) -> dict[str, bytes]:
    from termbase.files.source_date import source_date
    from termbase.gather.page import page
    from termbase.gather.review import candidates_tsv, candidates_xlsx
    from termbase.language import ENGLISH
    from termbase.report.page import render_page
    from termbase.tbx.writer import dump as dump_tbx
    from tmx.operations.from_glosses import units
    from tmx.writer import dump as dump_tmx

    contents = {
        _TBX: dump_tbx(gathered.termbase()),
        _TMX: dump_tmx(units(gathered.concepts), ENGLISH, source_date()),
        _TSV: candidates_tsv(gathered.pairs).encode(),
        _PAGE: render_page(page(gathered)).encode(),
    }
    return contents | {_XLSX: candidates_xlsx(gathered.pairs)} if xlsx else contents


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
