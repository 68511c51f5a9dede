"""Ranks mined pairs by how special they are: how much more frequent in the mined text than in general text."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from statistics import median

from termbase.mine.candidates import chinese_spans, english_spans
from termbase.mine.corpus import Corpus, Segment, Side, Spans
from termbase.mine.evidence import Chances
from termbase.mine.job import MinedPair
from termbase.mine.tokens import chinese_tokens, english_tokens
from termbase.text.script import has_han

_STRENGTH = 0.5
"""The power of the ratio of frequencies by which the odds of a pair are multiplied."""


@dataclass(slots=True)
class GeneralText:
    """How often words and phrases stand in a text, by their keys, and the number of its words in each language."""

    counts: Counter[str] = field(default_factory=Counter)
    english: int = 0
    chinese: int = 0

    def add_segments(self, segments: Iterable[Segment]) -> None:
        """Count what the mining of these segments would consider. One side may be empty."""
        corpus = Corpus(segments)
        self.english += self._add(corpus.english, english_spans)
        self.chinese += self._add(corpus.chinese, chinese_spans)

    def _add(self, side: Side, spans: Spans) -> int:
        words = side.vocabulary.words
        for text in side.texts:
            for first, last in spans(text, words):
                self.counts[" ".join(words[number] for number in text.words[first:last])] += 1
        return sum(len(text.words) for text in side.texts)

    def add_word(self, word: str, count: int) -> None:
        """Count a word of a list of frequencies."""
        self.counts[_key(word)] += count
        if has_han(word):
            self.chinese += count
        else:
            self.english += count


def ranked_against(pairs: Sequence[MinedPair], corpus: Corpus, general: GeneralText) -> list[MinedPair]:
    """Return pairs by their score again, after it has been raised for special ones and lowered for general ones."""
    words = [sum(len(text.words) for text in side.texts) for side in (corpus.english, corpus.chinese)]
    special = [_special(pair, general, *words) for pair in pairs]
    usual = median(special) if special else 0.0
    again = [_with_odds(pair, _STRENGTH * (one - usual)) for pair, one in zip(pairs, special, strict=True)]
    return sorted(again, key=lambda pair: (-pair.score, -pair.count, pair.zh, pair.en))


def _special(pair: MinedPair, general: GeneralText, english: int, chinese: int) -> float:
    """Return the logarithm of how much more frequent a pair is than in general text: the mean of its sides."""
    with_english, with_chinese = (pair.support[1:3]) if pair.support else (pair.count, pair.count)
    sides = []
    if general.english:
        sides.append(_ratio(with_english / english, general.counts[_key(pair.en)], general.english))
    if general.chinese:
        sides.append(_ratio(with_chinese / chinese, general.counts[_key(pair.zh)], general.chinese))
    return sum(sides) / len(sides) if sides else 0.0


def _ratio(share: float, count: int, words: int) -> float:
    return math.log(share * (words + 1) / (count + 1))


def _with_odds(pair: MinedPair, shift: float) -> MinedPair:
    """Return a pair with other odds of being a term; `shift` is added to their logarithm."""
    right, term = pair.chances
    odds = term / max(1 - term, 1e-9) * math.exp(shift)
    return replace(pair, chances=Chances(right, odds / (1 + odds)))


def _key(term: str) -> str:
    tokens = chinese_tokens(term) if has_han(term) else english_tokens(term)
    return " ".join(token.key for token in tokens)
