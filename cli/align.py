"""`termbase align`: pairs the sentences of documents with those of their translations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from termbase.errors import TermbaseError

from . import options
from .terminal import number, progress, say

if TYPE_CHECKING:
    from tmx.align.job import Job
    from tmx.align.output import Aligned


@click.command()
@click.argument("source", metavar="SOURCE")
@click.argument("target", metavar="TARGET")
@options.out
@options.output_format("tmx", "tsv", "ladder")
@click.option("--source", "source_tag", metavar="TAG", help="Language of SOURCE. [default: detected]")
@click.option("--target", "target_tag", metavar="TAG", help="Language of TARGET. [default: detected]")
@click.option("--presegmented", is_flag=True, help="Each line of the documents is one sentence.")
@options.termbases
@click.option(
    "--encoder",
    metavar="FOLDER",
    help="Folder with another sentence encoder: model.onnx and tokenizer.json. [default: that of the extra align]",
)
@click.option("--no-encoder", is_flag=True, help="Align by words, signs and lengths alone.")
@click.option("--review", metavar="FILE", help="Write a page (HTML) to review and correct the pairs.")
@options.force_files
@click.pass_context
def align(
    context: click.Context,
    source: str,
    target: str,
    out: str,
    form: str,
    source_tag: str | None,
    target_tag: str | None,
    presegmented: bool,
    termbase: tuple[str, ...],
    encoder: str | None,
    no_encoder: bool,
    review: str | None,
    force: bool,
) -> None:
    """Pair the sentences of a Chinese document with those of its English translation, or the reverse.

    SOURCE and TARGET are two documents, or two folders whose documents are paired by name. Each pair of sentences
    has a score from 0 to 1, its probability to be right as a whole; doubtful pairs are marked. Sentences without a
    counterpart are counted, and left out of TMX. The exit status is 1 if documents do not seem to be translations
    of each other.
    """
    from termbase.files.output import refuse_overwriting, whole_file, write_file
    from tmx.align.encoder import is_installed
    from tmx.align.job import Job
    from tmx.align.known_terms import term_links
    from tmx.align.output import together, write_aligned
    from tmx.align.pairing import paired
    from tmx.align.review import review_page

    refuse_overwriting([out, review] if review else [out], force)
    found = paired(source, target)
    if form == "ladder" and len(found.pairs) > 1:
        raise TermbaseError("a ladder is of two documents, not of folders", hint="use --format tmx or tsv")
    known = term_links(options.opened(termbase).counted())
    has_encoder = not no_encoder and (encoder is not None or is_installed())
    if not has_encoder and not no_encoder:
        say("no sentence encoder: in novels 4 more of 100 pairs are wrong; pip install 'termbase[align]' adds one")
    job = Job(source_tag, target_tag, presegmented, known, encoder, has_encoder)
    aligned = list(_aligned(job, found.pairs))
    with whole_file(out) as file:
        write_aligned(file, aligned, form)
    if review:
        write_file(review, review_page(together(aligned), out).encode())
    for line in [*_account(aligned), *(f"{file}: has no counterpart" for file in found.alone)]:
        say(line)
    context.exit(1 if any(not each.is_translation for each in aligned) else 0)


def _aligned(job: Job, pairs: Sequence[tuple[str, str]]) -> Iterator[Aligned]:
    """Align pairs of documents in several processes if they are large, with a progress bar on a terminal."""
    from functools import partial

    from termbase.files.parallel import map_files

    by_source = dict(pairs)
    yield from progress("Aligning", len(pairs))(map_files(partial(job.align_source, by_source), list(by_source)))


def _account(documents: Sequence[Aligned]) -> Iterator[str]:
    """Yield how many sentences were paired, how many pairs are doubtful, and what has no counterpart."""
    for each in documents:
        if not each.is_translation:
            yield (
                f"{each.files[0]} and {each.files[1]} do not seem to be translations of each other in the same "
                f"order: their pairs have {each.agreement:.1f} times as much in common as by chance"
            )
    beads = [bead for each in documents for bead in each.beads]
    pairs = [bead for bead in beads if bead.is_pair]
    sources, targets = (sum(map(len, side)) for side in ([b.source for b in beads], [b.target for b in beads]))
    yield (
        f"{number(sources, 'source sentence')}, {number(targets, 'target sentence')}: "
        f"{number(len(pairs), 'pair')}, {sum(bead.is_doubtful for bead in pairs)} of them doubtful"
    )
    alone = [sum(not bead.target for bead in beads), sum(not bead.source for bead in beads)]
    if any(alone):
        yield f"without a counterpart: {number(alone[0], 'source sentence')}, {number(alone[1], 'target sentence')}"
