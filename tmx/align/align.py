"""Aligns Chinese sentences with their English translations. Start from `align`.

1. Tokens of both sides are linked by dictionary, value and sound (`tokens`, `lexicon`, `names`).
2. Pairs of sentences that are surely translations are anchors (`anchors`). Only places near the line through them
   are searched.
3. All series of beads of simple shapes are scored by their clues (`clues`, and `meaning` if there is an encoder).
   Places that no probable series passes are given up (`search`).
4. All shapes are scored at the places that are left, and the beads that are probably right are chosen.
"""

from __future__ import annotations

from collections.abc import Sequence

from tmx.align import search
from tmx.align.anchors import corridor
from tmx.align.beads import SHAPES, SIMPLE_SHAPES, Bead
from tmx.align.encoder import Encoder
from tmx.align.lexicon import Links
from tmx.align.pair import Pair
from tmx.align.quality import LEAST_AGREEMENT, agreement
from tmx.align.sentences import Sentence
from tmx.align.weights import Weights, weights

_WIDTH = 25
"""How far from the line through the anchors a bead may be, in sentences."""


def align(
    source: Sequence[Sentence],
    target: Sequence[Sentence],
    is_from_chinese: bool = True,
    known: Links | None = None,
    encoder: Encoder | None = None,
) -> list[Bead]:
    """Return the beads of a document and its translation in order: each sentence of either is in one bead.

    The source is Chinese and the target English if `is_from_chinese`, else the reverse. `known` are links between
    tokens that a user's termbase gives. An encoder makes the result better.
    """
    return align_and_judge(source, target, is_from_chinese, known, encoder)[0]


def align_and_judge(
    source: Sequence[Sentence],
    target: Sequence[Sentence],
    is_from_chinese: bool = True,
    known: Links | None = None,
    encoder: Encoder | None = None,
) -> tuple[list[Bead], float]:
    """Return the beads as `align` does, and how well the documents agree (`quality.agreement`)."""
    if not is_from_chinese:
        beads, agreed = align_and_judge(target, source, known=known, encoder=encoder)
        return [bead.swapped() for bead in beads], agreed
    pair = Pair(source, target, known or {}, encoder)
    beads = search.best(probable(pair, weights(encoder is not None)))
    agreed = agreement(pair, beads)
    return [bead if agreed >= LEAST_AGREEMENT else bead.doubted() for bead in beads], agreed


def probable(pair: Pair, table: Weights) -> list[search.Step]:
    """Return the beads of two documents that are not improbable, with their probabilities."""
    whole = corridor(pair.anchors, len(pair.chinese), len(pair.english), _WIDTH)
    scored = pair.scorer(whole, table)
    simple = search.probabilities(search.steps(whole, SIMPLE_SHAPES, scored))
    left = search.narrowed(simple, len(pair.chinese))
    return search.probabilities(search.steps(left, SHAPES, scored))
