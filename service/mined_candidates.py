"""Turns mined pairs into candidates for review, and into objects for JSON. Start from `candidates`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .mine import MinedFiles

if TYPE_CHECKING:
    from termbase.gather.model import Attestation, AttestedPair, Evidence
    from termbase.mine.corpus import Corpus, Segment
    from termbase.mine.job import MinedPair


def candidates(mined: MinedFiles, limit: int) -> list[AttestedPair]:
    """Return the best pairs as candidates for review, each with its count, kind and example sentences."""
    return [_candidate(pair, mined) for pair in mined.pairs[:limit]]


def _candidate(pair: MinedPair, mined: MinedFiles) -> AttestedPair:
    from termbase.extract.kind import kind_of
    from termbase.gather.model import AttestedPair
    from termbase.mine.job import examples
    from termbase.renderings.complete import is_imperfect

    return AttestedPair(
        pair.zh,
        pair.en,
        round(pair.score, 4),
        is_imperfect(pair.zh, pair.en),
        mined.language,
        [_attestation(segment) for segment in examples(pair, mined.corpus)],
        kind=kind_of(pair.zh, pair.en),
        uses=pair.count,
        evidence=_evidence(pair),
    )


def _evidence(pair: MinedPair) -> tuple[Evidence, ...]:
    from termbase.gather.model import Evidence

    is_found = {Evidence.GLOSSED: pair.glosses > 0, Evidence.MINED: pair.support is not None}
    return tuple(one for one in Evidence if is_found[one])


def _attestation(segment: Segment) -> Attestation:
    """The place of an example. Its sentence is both texts, since a mined pair has its sides in two."""
    from termbase.gather.model import Attestation
    from termbase.text.sentences import unwrapped

    sentence = f"{unwrapped(segment.zh)} = {unwrapped(segment.en)}"
    return Attestation(segment.file, segment.line, segment.column, ((sentence, False),))


def as_record(pair: MinedPair, corpus: Corpus) -> dict[str, object]:
    """Return a pair as an object for JSON, with its kind and its examples."""
    from termbase.extract.kind import kind_of
    from termbase.mine.job import examples

    shown = examples(pair, corpus)
    return {
        "zh": pair.zh,
        "en": pair.en,
        "score": round(pair.score, 4),
        "count": pair.count,
        "kind": kind_of(pair.zh, pair.en),
        "confidence": round(pair.chances.right, 4),
        "examples": [{"file": one.file, "line": one.line, "zh": one.zh, "en": one.en} for one in shown],
    }


def write_candidates(mined: MinedFiles, limit: int, folder: str) -> int:
    """Write the best pairs into the table of candidates in a folder; return how many decisions in it were kept.

    Decided pairs stay in the table, even if they are not mined again. Raises TermbaseError if somebody changed the
    table meanwhile.
    """
    from termbase.files.build_files import TABLE
    from termbase.gather.review import candidates_tsv

    from .build import state_of, write
    from .decisions import read_all_decisions

    state = state_of(folder)
    decided = {(pair.zh, pair.en): pair for pair in read_all_decisions(folder, None).pairs}
    pairs = candidates(mined, limit)
    for pair in pairs:
        if earlier := decided.pop((pair.zh, pair.en), None):
            pair.take_review(earlier)
    kept = [*pairs, *decided.values()]
    write(folder, {TABLE: candidates_tsv(kept).encode()}, state)
    return sum(pair.decision is not None for pair in kept)
