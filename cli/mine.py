"""`termbase mine`: finds the term pairs that a document and its translation imply, or a bilingual file."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from . import options
from .alignment import align_documents
from .terminal import number, progress, say

if TYPE_CHECKING:
    from termbase_service.mine import MinedFiles

_MOST = 2000


@click.command()
@click.argument("documents", metavar="[SOURCE TARGET]", nargs=-1)
@click.option(
    "--bitext",
    metavar="FILE",
    multiple=True,
    help="Memory or other bilingual file (TMX, XLIFF, PO, TSV ...), folder or glob; may be repeated.",
)
@click.option("--source", metavar="TAG", help="Language of the source texts. [default: detected, or by the file]")
@click.option("--target", metavar="TAG", help="Language of the translations. [default: detected, or by the file]")
@options.output_format("text", "tsv", "jsonl")
@click.option(
    "--limit",
    metavar="N",
    type=click.IntRange(1),
    default=_MOST,
    show_default=True,
    help="The largest number of pairs.",
)
@click.option("--known", metavar="FILE", multiple=True, help="Termbase whose pairs are left out; may be repeated.")
@click.option(
    "--against",
    metavar="FILE",
    help="General text, or a table of words and frequencies: rank by how much more frequent the terms are here.",
)
@click.option("--out", metavar="DIR", help="Write candidates.tsv into this folder, for `termbase review`.")
@options.force_files
@click.pass_context
def mine(
    context: click.Context,
    documents: tuple[str, ...],
    bitext: tuple[str, ...],
    source: str | None,
    target: str | None,
    form: str,
    limit: int,
    known: tuple[str, ...],
    against: str | None,
    out: str | None,
    force: bool,
) -> None:
    """Find the Chinese-English term pairs that translated text implies, the best first.

    SOURCE and TARGET are a document and its translation, or two folders whose documents are paired by name. They
    are aligned first, as `termbase align` does; doubtful pairs of sentences are left out. The exit status is 1 if
    they do not seem to be translations of each other. With --bitext, text that is aligned already is mined.

    A pair is found where a term and its translation stand in the same segment pairs again and again. Its score is
    the probability, from 0 to 1, that it is right and a term; its count is the number of segment pairs.

    With --out, the pairs become candidates for review: decide on them with `termbase review DIR`, and give the
    table to `termbase build --decisions DIR/candidates.tsv`.
    """
    from termbase.extract.evidence import known_pairs
    from termbase_service.aligned import mine_aligned

    if bool(documents) == bool(bitext) or len(documents) not in (0, 2):
        raise click.UsageError("name two documents or folders (SOURCE TARGET), or text that is aligned (--bitext)")
    if out:
        _refuse_overwriting(out, force)
    aligned = align_documents(documents[0], documents[1], known, source, target) if documents else []
    mined = mine_aligned(aligned) if documents else _mine_bitext(bitext, source, target)
    if known:
        mined = mined.without(known_pairs(options.opened(known).read()))
    if against:
        mined = mined.against(against)
    _say_what_was_read(mined)
    if out:
        _write(mined, limit, out)
    else:
        for line in _RENDERERS[form](mined, limit):
            click.echo(line)
    context.exit(1 if any(not each.is_translation for each in aligned) else 0)


def _mine_bitext(names: Sequence[str], source: str | None, target: str | None) -> MinedFiles:
    from termbase.document.find import find_files
    from termbase.language import canonical
    from termbase_service.mine import mine_files
    from tmx.bilingual.suffixes import SUFFIXES

    source, target = (canonical(tag) if tag else None for tag in (source, target))
    files = find_files(names, SUFFIXES)
    return mine_files(files, source, target, progress("Reading", len(files)))


def _refuse_overwriting(out: str, force: bool) -> None:
    from termbase.files.build_files import TABLE
    from termbase.files.output import refuse_overwriting

    refuse_overwriting([f"{out}/{TABLE}"], force, "--force overwrites it; decisions are kept")


def _say_what_was_read(mined: MinedFiles) -> None:
    say(f"{number(len(mined.corpus.segments), 'segment pair')}, {number(len(mined.pairs), 'pair')} of terms")
    for repair in mined.repairs:
        say(repair)
    for reason, count in mined.left_out.items():
        say(f"left out: {count} {reason}")


def _write(mined: MinedFiles, limit: int, out: str) -> None:
    from termbase_service.mined_candidates import write_candidates

    kept = write_candidates(mined, limit, out)
    click.echo(f"{number(min(limit, len(mined.pairs)), 'pair')}: wrote candidates.tsv to {out}")
    if kept:
        click.echo(f"{number(kept, 'decision')} kept")
    click.echo(f"Next: review them with `termbase review {out}`")


def _text_lines(mined: MinedFiles, limit: int) -> Iterator[str]:
    for pair in mined.pairs[:limit]:
        yield f"{pair.zh} = {pair.en}  {pair.score:.2f}  {number(pair.count, 'place')}"


def _tsv_lines(mined: MinedFiles, limit: int) -> Iterator[str]:
    from termbase.table.rows import dump_rows

    rows = ((pair.zh, pair.en, f"{pair.score:.4f}", str(pair.count)) for pair in mined.pairs[:limit])
    yield from dump_rows([("zh", "en", "score", "count"), *rows], "tsv").decode().splitlines()


def _json_lines(mined: MinedFiles, limit: int) -> Iterator[str]:
    from termbase_service.mined_candidates import as_record

    return (json.dumps(as_record(pair, mined.corpus), ensure_ascii=False) for pair in mined.pairs[:limit])


_RENDERERS = {"text": _text_lines, "tsv": _tsv_lines, "jsonl": _json_lines}
