"""Finds the term pairs that an author glosses in a document: `data flow (数据流动)`. Start here, from `extract`.

A site is a place where a gloss may be; its candidates are the pairs that may be meant there, and each candidate has
clues for and against it. Read the package in this order: `sites` (finds sites and candidates), `english_clues`,
`chinese_clues` and `context` (clues), `evidence` (clues from other sites and from termbases), `weights` (from clues
to probabilities), then the decision in this module.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from termbase.document.model import Block, Document
from termbase.extract.before_glossed import without_superseded
from termbase.extract.both_scripts import with_both_scripts
from termbase.extract.broken_words import joined_words
from termbase.extract.document_clues import with_document
from termbase.extract.evidence import NO_PAIRS, ListedPairs, Located, with_listed, with_shared_contexts
from termbase.extract.kind import kind_of
from termbase.extract.marks import HAN_CHARACTER, flatten, with_whole_marks
from termbase.extract.model import Candidate, Gloss, Layout, Site, TermKind
from termbase.extract.repeated_remarks import with_repeated_remarks, with_unrendered
from termbase.extract.setting import LONGEST_MARK, setting_of
from termbase.extract.sites import Place, PlaceKind, places, shifted, sites_at
from termbase.extract.table_glosses import table_glosses
from termbase.extract.weights import plausible, probabilities, reasons, weighed, weights
from termbase.garbage import no_collection
from termbase.renderings.complete import is_imperfect
from termbase.text.japanese import mask_japanese
from termbase.text.offsets import FILL, Span, new_span, without_note_at_end

LEAST = 0.3
"""The smallest probability with which a pair is returned."""

_REMEMBERED = 8192
"""Places that are remembered, about 1.5 kB each."""

Reached = Callable[[float], object]
"""A function that is called with the share of a document that has been searched (0 to 1, by its characters)."""


def untold(_: float) -> None:
    """Tell nobody which share of a document has been searched."""


def extract(document: Document, known: ListedPairs = NO_PAIRS, reached: Reached = untold) -> list[Gloss]:
    """Return the glossed pairs of a document in text order; their spans are offsets in `document.text`.

    The boundaries of a term that occurs several times are found by comparing its contexts. `known` are pairs from
    the user's termbases (`evidence.known_pairs`), which are taken as certain. `reached` is called with the
    progress.
    """
    with no_collection():
        return _extract(document, known, reached)


def _extract(document: Document, known: ListedPairs, reached: Reached) -> list[Gloss]:
    blocks = [block for block in document.blocks if HAN_CHARACTER.search(block.text)]
    texts = [joined_words(*block.unpadded()) for block in blocks]
    flats = [flatten(mask_japanese(text)) for text, _ in texts]
    size = len(document.text)
    sites = [
        list(_plausible_sites(_told(places(flat), block.start, size, reached), known))
        for block, flat in zip(blocks, flats, strict=True)
    ]
    located = [Located(flat, site) for flat, group in zip(flats, sites, strict=True) for site in group]
    judged = with_unrendered(located, flats, (block.text for block in document.blocks))
    compared = with_shared_contexts(with_document(with_repeated_remarks(judged)))
    glosses: list[Gloss] = []
    for block, (text, offsets), group in zip(blocks, texts, sites, strict=True):
        pairs = decide([next(compared) for _ in group], weights())
        pairs.sort(key=lambda pair: (min(pair[0].zh, pair[0].en), pair[0].zh))
        for candidate, chance in pairs:
            zh, en = (_place(span, block, offsets, document.text) for span in (candidate.zh, candidate.en))
            if document.text[en.end - 1] != "-":  # a word that goes on behind markup: Top-$k$
                glosses.append(_gloss(text, candidate, chance, document.text, zh, en))
    found = list(with_both_scripts(without_superseded(glosses), document.text))
    return _with_stated(found, table_glosses(document))


def _with_stated(glosses: list[Gloss], stated: Iterable[Gloss]) -> list[Gloss]:
    """Return the glosses with those that tables state, in text order; of two with the same spans the surer one."""
    found = {(gloss.zh_span, gloss.en_span): gloss for gloss in glosses}
    for gloss in stated:
        spans = gloss.zh_span, gloss.en_span
        found[spans] = max(gloss, found.get(spans, gloss), key=lambda each: each.confidence)
    if len(found) == len(glosses):
        return list(found.values())
    return sorted(found.values(), key=lambda each: (min(each.zh_span, each.en_span), each.zh_span))


def _told(found: Iterable[Place], start: int, size: int, reached: Reached) -> Iterator[Place]:
    """Pass on the places of the block at `start` in a document of `size` characters, and report the progress."""
    for place in found:
        reached((start + place.offset) / size)
        yield place


def _plausible_sites(found: Iterable[Place], known: ListedPairs) -> Iterator[Site]:
    for place in found:
        for site in _plausible_at(place.text, place.span, place.kind, known):
            yield shifted(site, place.offset)


@lru_cache(maxsize=_REMEMBERED)
def _plausible_at(text: str, span: Span, kind: PlaceKind, known: ListedPairs) -> tuple[Site, ...]:
    """Return the sites at a place with their plausible candidates, those that have any.

    They are remembered, because documents repeat their headers and boilerplate.
    """
    sites = [with_listed(site, text, known) for site in sites_at(Place(text, 0, span, kind))]
    return tuple([each for site in sites if (each := plausible(site, weights())).candidates])


def decide(sites: Iterable[Site], table: Mapping[str, float]) -> list[tuple[Candidate, float]]:
    """Return the best candidate of each site and its probability, if that is at least `LEAST`.

    A pair of spans that is best at two sites is returned once, with the higher probability.
    """
    chosen: dict[tuple[Span, Span], tuple[Candidate, float]] = {}
    for site in sites:
        candidates, scores = weighed(site, table)
        chances = probabilities(scores)
        highest = max(chances, default=0.0)
        if highest >= LEAST:
            best = candidates[chances.index(highest)]
            spans = best.zh, best.en
            if spans not in chosen or highest >= chosen[spans][1]:
                chosen[spans] = best, highest
    return list(chosen.values())


def _gloss(text: str, candidate: Candidate, chance: float, whole: str, zh_span: Span, en_span: Span) -> Gloss:
    """Return a pair that was found in the text of a block, with its spans in the whole document."""
    zh, en = text[candidate.zh.start : candidate.zh.end], text[candidate.en.start : candidate.en.end]
    return Gloss(
        zh=whole[zh_span.start : zh_span.end],
        en=whole[en_span.start : en_span.end],
        zh_span=zh_span,
        en_span=en_span,
        layout=_layout(text, candidate),
        confidence=round(chance, 4),
        abbreviation=candidate.abbreviation,
        pinyin=candidate.pinyin,
        imperfect=is_imperfect(zh, en),
        kind=candidate_kind(text, candidate, whole[max(0, en_span.start - LONGEST_MARK) : en_span.start]),
        reasons=reasons(candidate.clues, weights()),
    )


def candidate_kind(text: str, candidate: Candidate, before: str) -> TermKind:
    """Return what kind of thing a candidate in a text names; `before` is the document's text before its English."""
    zh, en = text[candidate.zh.start : candidate.zh.end], text[candidate.en.start : candidate.en.end]
    return kind_of(zh, en, setting_of(text, candidate, before))


def _layout(text: str, candidate: Candidate) -> str:
    if candidate.layout is Layout.CHINESE_BRACKET and "（" in text[candidate.zh.end : candidate.en.start]:
        return "zh（en）"
    return str(candidate.layout)


def _place(span: Span, block: Block, places: Sequence[int], whole: str) -> Span:
    first, past = span
    start, end = places[first], places[past - 1] + 1
    if block.text[end - block.start - 1] != whole[end - 1]:  # the last character stands for a reference: &#26126;
        rest = block.text[end - block.start :]
        end += len(rest) - len(rest.lstrip(FILL))
    past = without_note_at_end(block.text, start - block.start, end - block.start)
    first, past = with_whole_marks(block.text, start - block.start, past)
    return new_span((block.start + first, block.start + past))
