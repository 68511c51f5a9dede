"""Mines term pairs from segment pairs. Start from `mine`."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from dataclasses import dataclass, replace

from termbase.mine.corpus import Corpus, Segment
from termbase.mine.evidence import Chances, Support, chances
from termbase.mine.glosses import GlossedPair, glossed_pairs
from termbase.mine.keys import PairKey, key_of
from termbase.mine.links import LinkedPair, Linker
from termbase.mine.word_uses import WordUses

_EXAMPLES = 2
_USUAL = 0.1
"""The part of the places of a term in which a form must stand to be the one that is shown."""


@dataclass(frozen=True, slots=True)
class MinedPair:
    """A Chinese and an English term that translate each other in a corpus, as they are written there.

    `segments` are the numbers of the segment pairs that link or gloss them. `support` is None if only glosses have
    the pair, and `glosses` counts these.
    """

    zh: str
    en: str
    chances: Chances
    segments: tuple[int, ...]
    support: Support | None = None
    glosses: int = 0

    @property
    def score(self) -> float:
        """The probability, from 0 to 1, that this is a right pair of terms."""
        return self.chances.right * self.chances.term

    @property
    def count(self) -> int:
        """The number of segment pairs that have the pair."""
        return len(self.segments)


def mine(corpus: Corpus) -> list[MinedPair]:
    """Return the term pairs of a corpus, the best first. Variants that have one match key are one pair."""
    found = _linked(corpus)
    for key, gloss in glossed_pairs(corpus.segments).items():
        found[key] = _with_gloss(found.get(key), gloss)
    return sorted(found.values(), key=lambda pair: (-pair.score, -pair.count, pair.zh, pair.en))


def examples(pair: MinedPair, corpus: Corpus) -> list[Segment]:
    """Return the shortest segment pairs that have a pair, at most two."""
    having = sorted(pair.segments, key=lambda number: (len(corpus.segments[number].zh), number))
    return [corpus.segments[number] for number in having[:_EXAMPLES]]


def _with_gloss(pair: MinedPair | None, gloss: GlossedPair) -> MinedPair:
    """Add a gloss to what the links say of a pair: it is right, and a term, if either is true."""
    pair = pair or MinedPair(gloss.zh, gloss.en, Chances(0.0, 0.0), ())
    doubt = 1 - gloss.confidence
    return replace(
        pair,
        chances=Chances(*(1 - (1 - chance) * doubt for chance in pair.chances)),
        segments=tuple(dict.fromkeys((*pair.segments, *gloss.segments))),
        glosses=len(gloss.segments),
    )


def _linked(corpus: Corpus) -> dict[PairKey, MinedPair]:
    linker = Linker(corpus)
    uses = WordUses(corpus.english)
    pairs = linker.pairs()
    best: dict[bytes, int] = defaultdict(int)
    for sides, pair in pairs.items():
        for side in sides:
            best[side] = max(best[side], len(pair.segments))
    found: dict[PairKey, MinedPair] = {}
    for (en, zh), pair in pairs.items():
        words = array("i", en)
        support = Support(
            len(pair.segments),
            linker.english.count[en],
            linker.chinese.count[zh],
            best[en],
            best[zh],
            pair.english / len(pair.segments),
            pair.chinese / len(pair.segments),
            linker.english.nested(en),
            linker.chinese.nested(zh),
            linker.chinese.count[zh] / linker.chinese_words,
            uses.of(words[0]),
            uses.of(words[-1]),
        )
        mined = _mined(pair, support)
        key = key_of(mined.zh, mined.en)
        found[key] = _together(found[key], mined) if key in found else mined
    return found


def _mined(pair: LinkedPair, support: Support) -> MinedPair:
    zh, en = pair.zh_forms.most_common(1)[0][0], _english_form(pair.en_forms)
    return MinedPair(zh, en, chances(zh, en, support), tuple(pair.segments), support)


def _together(one: MinedPair, other: MinedPair) -> MinedPair:
    """Return the better of two variants of a pair, with the segments of both."""
    better = max(one, other, key=lambda pair: (pair.score, pair.count))
    return replace(better, segments=tuple(dict.fromkeys((*one.segments, *other.segments))))


def _english_form(forms: Counter[str]) -> str:
    """Return the form to show: in lower case and singular if the corpus writes it so often enough."""
    whole = sum(forms.values())
    usual = [form for form, count in forms.items() if count >= _USUAL * whole]
    return min(usual or forms, key=lambda form: (form != form.lower(), len(form), -forms[form], form))
