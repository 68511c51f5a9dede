"""Aligns documents for the commands that take a document and its translation, and reports how well it went."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from . import options
from .terminal import number, progress, say

if TYPE_CHECKING:
    from tmx.align.job import Job
    from tmx.align.output import Aligned
    from tmx.align.pairing import Paired


def encoder_is_used(folder: str | None = None) -> bool:
    """Whether a sentence encoder can be used: one in a folder, or the installed one. Say so if there is none."""
    from tmx.align.encoder import is_installed

    if folder is not None or is_installed():
        return True
    say("no sentence encoder: in novels 4 more of 100 pairs are wrong; pip install 'termbase[align]' adds one")
    return False


def align_documents(
    source: str,
    target: str,
    known: Sequence[str],
    source_tag: str | None = None,
    target_tag: str | None = None,
    *,
    says_remarks: bool = True,
) -> list[Aligned]:
    """Align two documents, or two folders whose documents are paired by name, and report how well it went.

    `says_remarks` means that how they were read is reported too. Terms of the `known` termbases help to align. The
    tags name the languages; by default they are detected.
    """
    from tmx.align.job import Job
    from tmx.align.known_terms import term_links
    from tmx.align.pairing import paired

    found = paired(source, target)
    links = term_links(options.opened(known).counted())
    job = Job(source_tag, target_tag, known=links, has_encoder=encoder_is_used())
    aligned = list(aligned_pairs(job, found))
    for line in [*(remarks(aligned) if says_remarks else ()), *account(aligned, found)]:
        say(line)
    return aligned


def aligned_pairs(job: Job, found: Paired) -> Iterator[Aligned]:
    """Align pairs of documents in several processes if they are large, with a progress bar on a terminal.

    Of several, those whose documents are in one language are left out, and named. Raises TermbaseError if none is
    left, or if a file cannot be read.
    """
    from functools import partial

    from termbase.errors import TermbaseError
    from termbase.files.parallel import map_files

    by_source = dict(found.pairs)
    results = map_files(partial(job.align_source, by_source), list(by_source))
    refused: list[TermbaseError] = []
    for result in progress("Aligning", len(by_source))(results):
        if isinstance(result, TermbaseError):
            refused.append(result)
        else:
            yield result
    if refused and len(refused) == len(by_source):
        raise refused[0]
    for error in refused:
        say(f"{error.file}: {error.message}: left out")


def remarks(documents: Sequence[Aligned]) -> Iterator[str]:
    """Yield how documents were read, if that is unusual: in another encoding than UTF-8, or not as a whole."""
    yield from dict.fromkeys(remark for each in documents for remark in each.remarks)


def account(documents: Sequence[Aligned], found: Paired) -> Iterator[str]:
    """Yield how many sentences were paired, how many pairs are doubtful, and what has no counterpart."""
    for each in documents:
        if each.doubt:
            yield (
                f"{each.files[0]} and {each.files[1]} do not seem to be translations of each other in the same "
                f"order: {each.doubt}"
            )
    yield from _counts(documents)
    yield from (f"{file}: has no counterpart" for file in found.alone)


def _counts(documents: Sequence[Aligned]) -> Iterator[str]:
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
