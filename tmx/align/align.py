"""Aligns Chinese sentences with their English translations. Start from `align`.

1. Tokens of both sides are linked by dictionary, value and sound (`tokens`, `lexicon`, `names`).
2. Sentences with many linked tokens are anchors (`anchors`); only places near the line through them are searched.
3. All series of beads of simple shapes are scored; places that no probable series passes are given up (`search`).
4. All shapes are scored at the places that are left, and the beads that are probably right are chosen.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import mul

from tmx.align import search
from tmx.align.anchors import candidates, chain, corridor
from tmx.align.beads import LARGEST, SHAPES, SIMPLE_SHAPES, Bead
from tmx.align.clues import Clues
from tmx.align.lexicon import Links, dictionary_links, joined, reverse
from tmx.align.matches import Matches, Tokens
from tmx.align.names import name_links
from tmx.align.sentences import Sentence
from tmx.align.tokens import capitalised, chinese_tokens, english_tokens
from tmx.align.weights import weights

_WIDTH = 25
"""How far from the line through the anchors a bead may be, in sentences."""


def align(
    source: Sequence[Sentence],
    target: Sequence[Sentence],
    is_from_chinese: bool = True,
    known: Links | None = None,
) -> list[Bead]:
    """Return the beads of a document and its translation in order: each sentence of either is in one bead.

    The source is Chinese and the target English if `is_from_chinese`, else the reverse. `known` are links between
    tokens that a user's termbase gives.
    """
    if not is_from_chinese:
        return [bead.swapped() for bead in align(target, source, known=known)]
    return search.best(Pair(source, target, known or {}).probable(weights()))


class Pair:
    """A Chinese and an English document, with what links them."""

    def __init__(self, chinese: Sequence[Sentence], english: Sequence[Sentence], known: Links) -> None:
        names = [capitalised(each.text) for each in english]
        tokens = [chinese_tokens(each.text) for each in chinese]
        ours = Tokens(tokens)
        theirs = Tokens([[*english_tokens(each.text), *name] for each, name in zip(english, names, strict=True)])
        links = joined(
            dictionary_links(ours.weights, theirs.weights.keys()),
            name_links(tokens, {each for name in names for each in name}),
            known,
        )
        anchors = chain(list(candidates(ours, theirs, links)))
        self._corridor = corridor(anchors, len(chinese), len(english), _WIDTH)
        rows = _rows(self._corridor, len(english))
        columns = _columns(rows, len(english))
        matches = Matches(ours, links, theirs, rows), Matches(theirs, reverse(links), ours, columns)
        self.clues = Clues(chinese, english, matches)

    def places(self, table: Sequence[float]) -> Sequence[Sequence[int]]:
        """Return the places that are left after beads of simple shapes were tried."""
        simple = search.probabilities(search.steps(self._corridor, SIMPLE_SHAPES, self._score(table)))
        return search.narrowed(simple, len(self._corridor) - 1)

    def probable(self, table: Sequence[float]) -> list[search.Step]:
        """Return all beads that are not improbable, with their probabilities."""
        return search.probabilities(search.steps(self.places(table), SHAPES, self._score(table)))

    def _score(self, table: Sequence[float]) -> search.Score:
        of = self.clues.of
        return lambda *places: sum(map(mul, of(*places), table))


def _rows(corridor: Sequence[range], targets: int) -> list[range]:
    """Return for each source sentence the target sentences with which it can be in one bead."""
    last = len(corridor) - 1
    return [
        range(corridor[max(place - LARGEST, 0)].start, min(corridor[min(place + LARGEST, last)].stop, targets))
        for place in range(last)
    ]


def _columns(rows: Sequence[range], targets: int) -> list[range]:
    """Return for each target sentence the source sentences that have it in their rows."""
    first, last = [len(rows)] * targets, [0] * targets
    for source, row in enumerate(rows):
        for target in row:
            first[target], last[target] = min(first[target], source), source + 1
    return [range(*both) for both in zip(first, last, strict=True)]
