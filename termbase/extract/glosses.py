"""The pairs that authors gloss in a document. This is the door of the package.

Read in this order: `sites` (where a gloss may stand, with all candidates), the clue modules `english_clues`,
`chinese_clues` and `context` (what speaks for each), `weights` (what clues weigh), and the decision here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from termbase.document.model import Document
from termbase.extract.candidate import Candidate, Layout, Site
from termbase.extract.kind import kind_of
from termbase.extract.marks import HAN_CHARACTER, flatten
from termbase.extract.model import Gloss, Span
from termbase.extract.sites import find_sites
from termbase.extract.weights import probabilities, reasons, weights

LEAST = 0.4
"""The probability from which a pair is given at all."""


def extract(document: Document) -> list[Gloss]:
    """The glossed pairs of a document in its order, their spans in `document.text`."""
    return [
        _placed(gloss, places, document.text)
        for text, places in (block.unpadded() for block in document.blocks)
        for gloss in extract_from_text(text)
    ]


def extract_from_text(text: str) -> list[Gloss]:
    """The glossed pairs of one block of running text, in order of the Chinese or English that comes first."""
    if HAN_CHARACTER.search(text) is None:
        return []
    glosses = [_gloss(text, candidate, chance) for candidate, chance in pairs_of(text, weights())]
    return sorted(glosses, key=lambda gloss: (min(gloss.zh_span, gloss.en_span), gloss.zh_span))


def pairs_of(text: str, table: Mapping[str, float]) -> list[tuple[Candidate, float]]:
    """The pairs of a block as weights have it, each with its probability."""
    return _compatible(decide(find_sites(flatten(text)), table))


def decide(sites: Iterable[Site], table: Mapping[str, float]) -> list[tuple[Candidate, float]]:
    """The best candidate of each site that is likely enough, with its probability."""
    chosen = []
    for site in sites:
        if site.candidates:
            chances = probabilities(site.candidates, table)
            best = max(range(len(chances)), key=chances.__getitem__)
            if chances[best] >= LEAST:
                chosen.append((site.candidates[best], chances[best]))
    return chosen


def _compatible(chosen: list[tuple[Candidate, float]]) -> list[tuple[Candidate, float]]:
    """Each pair of spans once, the most probable first."""
    best: dict[tuple[Span, Span], tuple[Candidate, float]] = {}
    for candidate, chance in sorted(chosen, key=lambda item: -item[1]):
        best.setdefault((candidate.zh, candidate.en), (candidate, chance))
    return list(best.values())


def _gloss(text: str, candidate: Candidate, chance: float) -> Gloss:
    zh, en = text[candidate.zh.start : candidate.zh.end], text[candidate.en.start : candidate.en.end]
    names = {clue.name for clue in candidate.clues}
    is_work = text[max(0, candidate.zh.start - 1) : candidate.zh.start] in ("《", "〈")
    return Gloss(
        zh, en, candidate.zh, candidate.en, _layout(text, candidate), round(chance, 4), candidate.abbreviation,
        candidate.pinyin, False, kind_of(zh, en, "enclosed" in names, is_work), reasons(candidate.clues, weights()),
    )  # fmt: skip


def _layout(text: str, candidate: Candidate) -> str:
    if candidate.layout is Layout.CHINESE_BRACKET and "（" in text[candidate.zh.end : candidate.en.start]:
        return "zh（en）"
    return str(candidate.layout)


def _placed(gloss: Gloss, places: Sequence[int], text: str) -> Gloss:
    zh, en = (Span(places[span.start], places[span.end]) for span in (gloss.zh_span, gloss.en_span))
    return replace(gloss, zh=text[zh.start : zh.end], en=text[en.start : en.end], zh_span=zh, en_span=en)
