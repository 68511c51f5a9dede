"""Mines term pairs from segment pairs. Start from `mine`."""

from __future__ import annotations

from array import array
from collections import Counter
from dataclasses import dataclass

from termbase.mine.corpus import Corpus, Segment
from termbase.mine.evidence import Chances, Support, chances
from termbase.mine.links import LinkedPair, Linker
from termbase.mine.word_uses import WordUses

_EXAMPLES = 2


@dataclass(frozen=True, slots=True)
class MinedPair:
    """A Chinese and an English term that translate each other in a corpus, as they are mostly written there.

    `count` is the number of segment pairs in which they were linked; `examples` are some of those.
    """

    zh: str
    en: str
    support: Support
    chances: Chances
    examples: tuple[Segment, ...]

    @property
    def score(self) -> float:
        """The probability, from 0 to 1, that this is a right pair of terms."""
        return self.chances.right * self.chances.term

    @property
    def count(self) -> int:
        """The number of segment pairs in which the terms were linked."""
        return self.support.linked


def mine(corpus: Corpus) -> list[MinedPair]:
    """Return the term pairs of a corpus, the best first."""
    linker = Linker(corpus)
    uses = WordUses(corpus.english)
    found = (_mined(corpus, linker, uses, sides, pair) for sides, pair in linker.pairs().items())
    return sorted(found, key=lambda pair: (-pair.score, -pair.count, pair.zh, pair.en))


def _mined(
    corpus: Corpus, linker: Linker, uses: WordUses, sides: tuple[bytes, bytes], pair: LinkedPair
) -> MinedPair:
    en, zh = sides
    words = array("i", en)
    support = Support(
        pair.count,
        linker.english.count[en],
        linker.chinese.count[zh],
        pair.english / pair.count,
        pair.chinese / pair.count,
        linker.english.nested(en),
        linker.chinese.nested(zh),
        uses.of(words[0]),
        uses.of(words[-1]),
    )
    zh_form, en_form = _usual(pair.zh_forms), _usual(pair.en_forms)
    examples = tuple(corpus.segments[number] for number in pair.segments[:_EXAMPLES])
    return MinedPair(zh_form, en_form, support, chances(zh_form, en_form, support), examples)


def _usual(forms: Counter[str]) -> str:
    """Return the form that is written most often; of several, the one that comes first in the alphabet."""
    return min(forms, key=lambda form: (-forms[form], form))
