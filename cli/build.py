"""`termbase build`: the main job, documents in, four files out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from termbase.errors import TermbaseError

from . import options
from .columns import table

if TYPE_CHECKING:
    from termbase.gather.job import Gathered
    from termbase.gather.model import AttestedPair, DocumentGlosses

_TBX, _TMX, _TSV, _PAGE = "termbase.tbx", "memory.tmx", "candidates.tsv", "report.html"


@click.command()
@options.sources
@click.option("--out", metavar="DIR", required=True, help="Folder for the four files; made where needed.")
@click.option("--decisions", metavar="FILE", help="Candidates (TSV) with the decision column filled in.")
@click.option("--force", is_flag=True, help="Overwrite files that are there.")
def build(sources: tuple[str, ...], out: str, decisions: str | None, force: bool) -> None:
    """Make a termbase and a memory of the pairs that documents gloss.

    Writes termbase.tbx, memory.tmx, candidates.tsv (for review) and report.html (to read) into DIR. After review,
    give candidates.tsv as --decisions: what was decided is not asked again, and new documents only add.
    """
    from termbase.document.find import find_files
    from termbase.document.reader import SUFFIXES
    from termbase.gather.job import gather
    from termbase.output import refuse_overwriting, write_files

    refuse_overwriting(out, (_TBX, _TMX, _TSV, _PAGE), force)
    decided = _read_decisions(decisions) if decisions else []
    gathered = gather(find_files(sources, SUFFIXES), decided, _watch)
    if not gathered.concepts:
        raise TermbaseError(
            f"no Chinese-English gloss in {len(gathered.files)} documents: nothing written",
            hint="glosses look like: Digital Silk Road (数字丝绸之路)",
        )
    write_files(out, _contents(gathered))
    for line in _summary(gathered, out):
        click.echo(line)


def _read_decisions(file: str) -> list[AttestedPair]:
    from pathlib import Path

    from termbase.errors import os_error
    from termbase.gather.candidates import decided_pairs

    try:
        return decided_pairs(Path(file).read_bytes(), file)
    except OSError as error:
        raise os_error(error, file, "read") from error


def _watch(documents: Iterator[DocumentGlosses]) -> Iterator[DocumentGlosses]:
    """Say what each document is written in, while they go by."""
    for document in documents:
        options.say_encoding(document.file, document.encoding)
        yield document


def _contents(gathered: Gathered) -> dict[str, bytes]:
    from termbase.gather.candidates import candidates_tsv
    from termbase.gather.page import page
    from termbase.language import ENGLISH
    from termbase.output import source_date
    from termbase.report.page import render_page
    from termbase.tbx.writer import dump as dump_tbx
    from tmx.pairs import units
    from tmx.writer import dump as dump_tmx

    return {
        _TBX: dump_tbx(gathered.termbase()),
        _TMX: dump_tmx(units(gathered.concepts), ENGLISH, source_date()),
        _TSV: candidates_tsv(gathered.pairs).encode(),
        _PAGE: render_page(page(gathered)).encode(),
    }


def _summary(gathered: Gathered, out: str) -> Iterator[str]:
    rows = [("中文", "English", "places", "")]
    for concept in gathered.concepts:
        for pair in concept.pairs:
            rows.append((*pair.terms, str(len(pair.attestations)), "imperfect" if pair.imperfect else ""))
    yield from table(rows)
    yield ""
    yield (
        f"{len(gathered.files)} documents, {len(gathered.pairs)} pairs, {len(gathered.concepts)} concepts: "
        f"wrote {_TBX}, {_TMX}, {_TSV} and {_PAGE} to {out}"
    )
