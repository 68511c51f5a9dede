"""Mines the term pairs of documents and their translations, once they are aligned. Start from `mine_aligned`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from termbase.errors import TermbaseError

from .mine import MinedFiles, Read, mine_together
from .mined_candidates import candidates

if TYPE_CHECKING:
    from termbase.extract.wanted import Wanted
    from termbase.gather.model import AttestedPair
    from termbase.mine.corpus import Segment
    from termbase.mine.job import MinedPair
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


def mined_candidates(mined: MinedFiles, wanted: Wanted, decided: Iterable[AttestedPair]) -> list[AttestedPair]:
    """Return the mined pairs that a build takes: those that are `wanted`, and those that a reviewer decided on.

    A variant of a decided pair (打印機, Printer) gets the spelling of that pair, so that it is not asked again.
    Pairs that are only glossed are left to `gather`, which reads the glosses of whole documents.
    """
    from termbase.mine.keys import key_of

    earlier = {key_of(pair.zh, pair.en): pair for pair in decided}

    def is_taken(pair: MinedPair) -> bool:
        return pair.score >= wanted.confidence or key_of(pair.zh, pair.en) in earlier

    likely = [pair for pair in mined.pairs if pair.support is not None and is_taken(pair)]
    found: list[AttestedPair] = []
    for pair in candidates(replace(mined, pairs=likely), len(likely)):
        if same := earlier.get(key_of(pair.zh, pair.en)):
            found.append(replace(pair, zh=same.zh, en=same.en))
        elif wanted.includes(pair.confidence, pair.kind):
            found.append(pair)
    return found


def _segments(aligned: Aligned, is_from_chinese: bool) -> Iterator[Segment]:
    from termbase.mine.corpus import Segment

    for bead in aligned.beads:
        source, target = aligned.texts(bead)
        if source and target and not bead.is_doubtful:
            first = aligned.source[bead.source[0]] if is_from_chinese else aligned.target[bead.target[0]]
            file, _, line = first.place.rpartition(":")
            yield Segment(*((source, target) if is_from_chinese else (target, source)), file, int(line or 1))
