"""`termbase align`: pairs the sentences of a document with those of its translation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from . import options
from .terminal import number, say

if TYPE_CHECKING:
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
@options.force
def align(
    source: str,
    target: str,
    out: str,
    form: str,
    source_tag: str | None,
    target_tag: str | None,
    presegmented: bool,
    termbase: tuple[str, ...],
    force: bool,
) -> None:
    """Pair the sentences of a Chinese document with those of its English translation, or the reverse.

    Each pair has a score from 0 to 1, its probability to be right as a whole; doubtful pairs are marked. Sentences
    without a counterpart are counted, and left out of TMX.
    """
    from termbase.files.output import refuse_overwriting, whole_file
    from tmx.align.job import align_files
    from tmx.align.known_terms import term_links
    from tmx.align.output import write_aligned

    refuse_overwriting([out], force)
    known = term_links(options.opened(termbase).counted())
    aligned = align_files(source, target, (source_tag, target_tag), presegmented, known)
    with whole_file(out) as file:
        write_aligned(file, [aligned], form)
    _account(aligned)


def _account(aligned: Aligned) -> None:
    """Print how many sentences were paired, how many pairs are doubtful, and what has no counterpart."""
    pairs = [bead for bead in aligned.beads if bead.is_pair]
    say(
        f"{number(len(aligned.source), 'source sentence')} and {number(len(aligned.target), 'target sentence')}: "
        f"{number(len(pairs), 'pair')}, {sum(bead.is_doubtful for bead in pairs)} doubtful"
    )
    for side, beads in (
        ("source", [bead for bead in aligned.beads if not bead.target]),
        ("target", [bead for bead in aligned.beads if not bead.source]),
    ):
        if beads:
            say(f"without a counterpart: {number(len(beads), f'{side} sentence')}")
