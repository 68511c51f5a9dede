"""Finds the pairs that authors or translators gloss in the segments: 训练集（training set）."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from termbase.document.model import Block, Document
from termbase.extract.glosses import extract
from termbase.extract.model import Gloss
from termbase.mine.corpus import Segment
from termbase.mine.keys import PairKey, key_of
from termbase.text.script import HAN

_MAY_GLOSS = re.compile(rf"[{HAN}][^A-Za-z]*[A-Za-z]|[A-Za-z][^{HAN}]*[{HAN}]")
_GAP = "\n\n"


@dataclass(slots=True)
class GlossedPair:
    """A glossed pair with the confidence of its best gloss, and the numbers of the segment pairs that gloss it."""

    zh: str
    en: str
    confidence: float = 0.0
    segments: list[int] = field(default_factory=list)


def glossed_pairs(segments: Sequence[Segment]) -> dict[PairKey, GlossedPair]:
    """Return the glossed pairs of either side by their match keys."""
    found: dict[PairKey, GlossedPair] = {}
    for texts in ([one.zh for one in segments], [one.en for one in segments]):
        for number, gloss in _glosses(texts):
            pair = found.setdefault(key_of(gloss.zh, gloss.en), GlossedPair(gloss.zh, gloss.en))
            pair.confidence = max(pair.confidence, gloss.confidence)
            pair.segments.append(number)
    return found


def _glosses(texts: Sequence[str]) -> Iterator[tuple[int, Gloss]]:
    """Yield the glosses of texts, each with the number of its text. The texts are read as one document."""
    numbers = [number for number, text in enumerate(texts) if _MAY_GLOSS.search(text)]
    starts = [0, *accumulate(len(texts[number]) + len(_GAP) for number in numbers)]
    blocks = [Block(start, texts[number]) for start, number in zip(starts, numbers, strict=False)]
    document = Document("", _GAP.join(texts[number] for number in numbers), "utf-8", tuple(blocks))
    for gloss in extract(document):
        yield numbers[bisect_right(starts, gloss.zh_span.start) - 1], gloss
