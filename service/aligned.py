"""Mines the term pairs of documents and their translations, once they are aligned. Start from `mine_aligned`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from termbase.errors import TermbaseError

from .mine import MinedFiles, Read, mine_together

if TYPE_CHECKING:
    from termbase.mine.corpus import Segment
    from tmx.align.output import Aligned


def mine_aligned(documents: Sequence[Aligned]) -> MinedFiles:
    """Mine the term pairs of aligned documents together. Raises TermbaseError if all their pairs are doubtful."""
    mined = mine_together(map(segment_pairs, documents))
    if not mined.corpus.segments:
        files = ", ".join(file for each in documents for file in each.files)
        raise TermbaseError(
            f"{files}: no sentence surely has a counterpart",
            hint="give a document and its translation; `termbase align --review` shows both side by side",
        )
    return mined


def segment_pairs(aligned: Aligned) -> Read:
    """Return the segment pairs of two aligned documents.

    Doubtful pairs are left out, because words that do not belong together would be counted as translations.
    """
    from termbase.language import is_chinese
    from termbase.mine.corpus import Corpus

    doubtful = sum(bead.is_pair and bead.is_doubtful for bead in aligned.beads)
    is_from_chinese = is_chinese(aligned.source_language)
    chinese = aligned.source_language if is_from_chinese else aligned.target_language
    corpus = Corpus(_segments(aligned, is_from_chinese))
    return Read(aligned.files[0 if is_from_chinese else 1], corpus, chinese, {"doubtful": doubtful})


def _segments(aligned: Aligned, is_from_chinese: bool) -> Iterator[Segment]:
    from termbase.mine.corpus import Segment

    for bead in aligned.beads:
        source, target = aligned.texts(bead)
        if source and target and not bead.is_doubtful:
            first = aligned.source[bead.source[0]] if is_from_chinese else aligned.target[bead.target[0]]
            file, _, line = first.place.rpartition(":")
            yield Segment(*((source, target) if is_from_chinese else (target, source)), file, int(line))
