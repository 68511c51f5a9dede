"""Aligned documents as segment pairs, the same as of the memory that is written of them, and as candidates."""

from __future__ import annotations

from pathlib import Path

import pytest

from termbase.extract.model import TermKind
from termbase.extract.wanted import ALL, Wanted
from termbase.gather.model import Attestation, AttestedPair, Decision, Evidence, Verdict
from termbase.language import TAIWAN
from termbase.mine.corpus import Corpus, Segment
from termbase_service.aligned import mined_candidates, segment_pairs
from termbase_service.mine import Read, mine_together, read_segments
from tests.mine.segments import segments
from tmx.align.beads import Bead
from tmx.align.output import Aligned, write_aligned
from tmx.align.sentences import Sentence

_CHINESE = [
    Sentence("打印机很新。", place="a/zh.md:4"),
    Sentence("好。", place="a/zh.md:5"),
    Sentence("再见。", place="a/zh.md:6"),
]
_ENGLISH = [
    Sentence("It is new.", place="a/en.md:1"),
    Sentence("A printer.", place="a/en.md:1"),
    Sentence("Cats.", place="a/en.md:2"),
]
_BEADS = [
    Bead(range(1), range(2), 0.9),
    Bead(range(1, 2), range(2, 2), 0.8),
    Bead(range(2, 3), range(2, 3), 0.3),
]


def _aligned(beads: list[Bead], is_from_chinese: bool) -> Aligned:
    if is_from_chinese:
        return Aligned(_CHINESE, _ENGLISH, "zh-Hant-TW", "en", beads, ("a/zh.md", "a/en.md"))
    swapped = [bead.swapped() for bead in beads]
    return Aligned(_ENGLISH, _CHINESE, "en", "zh-Hant-TW", swapped, ("a/en.md", "a/zh.md"))


@pytest.mark.parametrize("is_from_chinese", [True, False])
def test_doubtful_pairs_and_single_sentences_are_not_mined(is_from_chinese: bool) -> None:
    read = segment_pairs(_aligned(_BEADS, is_from_chinese))
    assert read.corpus.segments == [Segment("打印机很新。", "It is new. A printer.", "a/zh.md", 4)]
    assert (read.language, dict(read.left_out)) == ("zh-Hant-TW", {"doubtful": 1})


@pytest.mark.parametrize("is_from_chinese", [True, False])
def test_the_memory_of_an_alignment_has_the_same_segment_pairs(tmp_path: Path, is_from_chinese: bool) -> None:
    aligned = _aligned(_BEADS, is_from_chinese)
    with (tmp_path / "a.tmx").open("wb") as file:
        write_aligned(file, [aligned], "tmx")
    read = read_segments(None, None, str(tmp_path / "a.tmx"))
    direct = segment_pairs(aligned)
    assert [one[:2] for one in read.corpus.segments] == [one[:2] for one in direct.corpus.segments]
    assert sum(read.left_out.values()) == sum(direct.left_out.values()) == 1


def test_a_build_takes_likely_pairs_and_decided_ones_in_their_spelling() -> None:
    mined = mine_together([Read("zh.md", Corpus(segments()), TAIWAN)])
    place = Attestation("zh.md", 1, 1, (("掛載點", False),))
    reject = Decision(Verdict.REJECT)
    decided = [AttestedPair("掛載點", "Mount Point", 0.5, False, TAIWAN, [place], decision=reject)]
    taken = mined_candidates(mined, ALL.sure(), decided)
    likely = {(pair.zh, pair.en) for pair in mined.pairs if pair.score >= 0.6}
    assert ("打印机", "printer") in likely
    assert {(pair.zh, pair.en) for pair in taken} == likely | {("掛載點", "Mount Point")}
    assert {pair.evidence for pair in taken} == {(Evidence.MINED,)}
    assert {pair.document_language for pair in taken} == {TAIWAN}
    names = Wanted(kinds=frozenset({TermKind.PERSON}))
    assert mined_candidates(mined, names, ()) == []
