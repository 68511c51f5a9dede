"""Mines term pairs from segment pairs. Start from `mine`."""

from __future__ import annotations

from dataclasses import dataclass
from math import log

from termbase.mine.corpus import Corpus, Segment
from termbase.mine.links import Linker


@dataclass(frozen=True, slots=True)
class MinedPair:
    """A Chinese and an English term that translate each other in a corpus, as they are mostly written there.

    `score` is from 0 to 1, `count` the number of segment pairs in which they were linked, `examples` some of those.
    """

    zh: str
    en: str
    score: float
    count: int
    examples: tuple[Segment, ...]
    features: dict[str, float]


def mine(corpus: Corpus) -> list[MinedPair]:
    """Return the term pairs of a corpus, the best first."""
    linker = Linker(corpus)
    result = []
    for (e, c), p in linker.pairs().items():
        n = p.count
        ne, nc = linker.english.count[e], linker.chinese.count[c]
        ce, cc = p.english / n, p.chinese / n
        score = 2 * n / (ne + nc) * (ce * cc) ** 0.5 * log(1 + n)
        f = {
            "n": n,
            "ne": ne,
            "nc": nc,
            "ce": ce,
            "cc": cc,
            "le": len(e) // 4,
            "lc": len(c) // 4,
            "nee": linker.english.nested(e),
            "ncc": linker.chinese.nested(c),
        }
        examples = tuple(corpus.segments[number] for number in p.segments[:2])
        result.append(
            MinedPair(p.zh_forms.most_common(1)[0][0], p.en_forms.most_common(1)[0][0], score, n, examples, f)
        )
    return sorted(result, key=lambda pair: -pair.score)
