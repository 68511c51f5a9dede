"""A Chinese and an English document to align, with everything that links their sentences. Start from `Pair`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from operator import mul
from typing import TYPE_CHECKING

from tmx.align import anchors
from tmx.align.beads import LARGEST, Bead
from tmx.align.clues import Clues
from tmx.align.encoder import Encoder
from tmx.align.lexicon import Links, dictionary_links, joined, links_between, reverse
from tmx.align.matches import Matches, Tokens
from tmx.align.names import name_links
from tmx.align.search import Places, Score
from tmx.align.sentences import Sentence
from tmx.align.tokens import capitalised, chinese_tokens, english_tokens

if TYPE_CHECKING:
    from tmx.align.meaning import Vectors
    from tmx.align.weights import Weights

BeadClues = Callable[[Sequence[Places]], Sequence[Sequence[float]]]
"""A function that returns the clues of each of several beads."""


class Pair:
    """Two documents. `encoder` is None if words and lengths alone decide."""

    def __init__(
        self, chinese: Sequence[Sentence], english: Sequence[Sentence], known: Links, encoder: Encoder | None = None
    ) -> None:
        """Find the tokens of both documents and what links them; encode their sentences.

        `known` are links of a termbase, which may have terms that the documents have not.
        """
        self.chinese, self.english = chinese, english
        tokens = [chinese_tokens(each.text) for each in chinese]
        names = [capitalised(each.text) for each in english]
        self._ours = Tokens(tokens)
        self._theirs = Tokens(
            [[*english_tokens(each.text), *name] for each, name in zip(english, names, strict=True)]
        )
        by_sound = name_links(tokens, {name for each in names for name in each})
        both = self._ours.weights.keys(), self._theirs.weights.keys()
        self._links = joined(dictionary_links(*both), by_sound, links_between(*both, known))
        self._vectors = self._encoded(encoder) if encoder and chinese and english else None

    def _encoded(self, encoder: Encoder) -> tuple[Vectors, Vectors]:
        from termbase.text.script import simplify
        from tmx.align.meaning import Vectors

        simplified = [each._replace(text=simplify(each.text)) for each in self.chinese]
        return Vectors(encoder, simplified), Vectors(encoder, self.english)

    @cached_property
    def anchors(self) -> Sequence[anchors.Candidate]:
        """Pairs of sentences that are probably translations, in the same order on both sides."""
        found = list(anchors.candidates(self._ours, self._theirs, self._links))
        if self._vectors:
            from tmx.align.meaning import candidates

            found += candidates(*self._vectors)
        return anchors.chain(found)

    def share(self, bead: Bead) -> float:
        """Return the weighted share of the tokens of a bead that have a linked token on its other side."""
        ours = self._common(self._ours, self._links, bead.source, self._theirs, bead.target)
        theirs = self._common(self._theirs, self._back, bead.target, self._ours, bead.source)
        return min(ours, theirs)

    @staticmethod
    def _common(ours: Tokens, links: Links, sentences: range, theirs: Tokens, others: range) -> float:
        there = {token for number in others for token in theirs.sentences[number]}
        here = {token for number in sentences for token in ours.sentences[number]}
        linked = [token for token in here if not there.isdisjoint(links.get(token, ()))]
        return sum(map(ours.weights.__getitem__, linked)) / (sum(map(ours.weights.__getitem__, here)) + 1)

    @cached_property
    def _back(self) -> Links:
        return reverse(self._links)

    def clues(self, corridor: Sequence[range]) -> BeadClues:
        """Return the function that computes the clues of beads between the places of a corridor."""
        rows = _rows(corridor, len(self.english))
        columns = _columns(rows, len(self.english))
        matches = (
            Matches(self._ours, self._links, self._theirs, rows),
            Matches(self._theirs, self._back, self._ours, columns),
        )
        of = Clues(self.chinese, self.english, matches).of
        if self._vectors is None:
            return lambda places: [of(*each) for each in places]
        from tmx.align.meaning import Meaning

        meaning = Meaning(*self._vectors, rows)
        return lambda places: [
            (*of(*each), *more) for each, more in zip(places, meaning.of(places).tolist(), strict=True)
        ]

    def scorer(self, corridor: Sequence[range], table: Weights) -> Score:
        """Return the function that scores beads by their clues and the weights of these."""
        clues = self.clues(corridor)
        return lambda places: [sum(map(mul, each, table)) for each in clues(places)]


def _rows(corridor: Sequence[range], targets: int) -> list[range]:
    """Return for each source sentence the target sentences with which it can be in one bead, or beside one."""
    last = len(corridor) - 1
    return [
        range(
            max(corridor[max(place - LARGEST, 0)].start - 1, 0),
            min(corridor[min(place + LARGEST, last)].stop, targets),
        )
        for place in range(last)
    ]


def _columns(rows: Sequence[range], targets: int) -> list[range]:
    """Return for each target sentence the source sentences that have it in their rows."""
    first, last = [len(rows)] * targets, [0] * targets
    for source, row in enumerate(rows):
        for target in row:
            first[target], last[target] = min(first[target], source), source + 1
    return [range(*both) for both in zip(first, last, strict=True)]
