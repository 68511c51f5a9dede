"""Finds which tokens of a sentence have a counterpart in sentences of the other side. Start from `Matches`."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import log

from tmx.align.lexicon import Links

_LARGEST_WEIGHT = 5.0
_SMALLEST_WEIGHT = 0.3
"""The weight of a token that every sentence has."""


class Tokens:
    """The different tokens of each sentence of one side, with their weights: rare tokens weigh more."""

    def __init__(self, sentences: Sequence[Iterable[str]]) -> None:
        self.sentences = [tuple(dict.fromkeys(tokens)) for tokens in sentences]
        counts = Counter(token for tokens in self.sentences for token in tokens)
        every = len(sentences) + 1
        self.weights: Mapping[str, float] = {
            token: min(log(every / count) + _SMALLEST_WEIGHT, _LARGEST_WEIGHT) for token, count in counts.items()
        }
        self.places: Mapping[str, Sequence[int]] = self._places()

    def _places(self) -> Mapping[str, list[int]]:
        """Return the numbers of the sentences that have each token, in order."""
        places: dict[str, list[int]] = defaultdict(list)
        for number, tokens in enumerate(self.sentences):
            for token in tokens:
                places[token].append(number)
        return places


class Matches:
    """The tokens of one side that are linked with a token in some sentences of the other side."""

    def __init__(self, ours: Tokens, links: Links, theirs: Tokens, rows: Sequence[range]) -> None:
        """Compare each sentence with the sentences of the other side that its row has."""
        self._weights = [[ours.weights[token] for token in tokens] for tokens in ours.sentences]
        self._bits = [_bits(tokens, links, theirs, row) for tokens, row in zip(ours.sentences, rows, strict=True)]
        self.known: Sequence[float] = [
            sum(ours.weights[token] for token in tokens if token in links) for tokens in ours.sentences
        ]
        """The weight of all tokens of each sentence that are linked with any token of the other side."""
        self.unknown: Sequence[float] = [
            sum(ours.weights[token] for token in tokens if token not in links) for tokens in ours.sentences
        ]
        """The weight of the other tokens of each sentence."""
        self._sums: list[dict[int, float]] = [{0: 0.0} for _ in self._bits]

    def weight(self, sentence: int, first: int, last: int) -> float:
        """Return the weight of the tokens of a sentence linked with the sentences `first` to before `last`."""
        bits, row = 0, self._bits[sentence]
        for number in range(first, last):
            bits |= row.get(number, 0)
        sums = self._sums[sentence]
        if bits not in sums:
            weights = self._weights[sentence]
            sums[bits] = sum(weight for place, weight in enumerate(weights) if bits >> place & 1)
        return sums[bits]


def _bits(tokens: Sequence[str], links: Links, theirs: Tokens, row: range) -> Mapping[int, int]:
    """Return the tokens that each sentence of the other side matches, as bits (bit 0 is the first token)."""
    bits: dict[int, int] = defaultdict(int)
    for place, token in enumerate(tokens):
        for linked in links.get(token, ()):
            found = theirs.places.get(linked, ())
            for number in found[bisect_left(found, row.start) :]:
                if number >= row.stop:
                    break
                bits[number] |= 1 << place
    return bits
