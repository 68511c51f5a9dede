"""Adds clues that marked sentences cannot teach: how far a document glosses at all, and what a line is like.

In a book most brackets translate, in a list of files hardly any: 夜归 (night_return) looks like a gloss, and is the
name of a file. In headings, lists and tables marks surround everything: they tell where a term ends, but not
that it is one. A pair that the dictionary has is one anywhere.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from termbase.extract.clue_names import ClueName
from termbase.extract.evidence import Located, with_clues
from termbase.extract.model import Candidate, Clue, Layout, Site, new_site, noted
from termbase.extract.weights import probabilities, total, weighed, weights
from termbase.text.script import HAN

_SURE = 0.8
"""The probability from which on a site counts as a gloss, before the document is considered."""

_USUAL = 0.5
"""The share of sure sites that speaks neither for nor against the others; many documents have a lower one."""

_IMAGINED = 8
"""Sites with the usual share that are added to those of a document, so that few sites say little."""

_TRUST = 0.5
"""How much less many sure sites say than few: that others gloss proves little for a bracket that does not."""

_SIDES = {Layout.BARE: 1, Layout.BARE_AFTER: 1, Layout.CHINESE_BRACKET: 2, Layout.INSIDE_CHINESE: 2}
"""Sites of a document are alike if their bracket follows English (0) or Chinese (2), or if there is none (1)."""

_MOSTLY = 0.6
"""The share of the words of a heading's English that must be rendered."""

_LISTED: frozenset[ClueName] = frozenset(("dictionary_gloss", "zh_dictionary_gloss"))
_SET_OFF: frozenset[ClueName] = frozenset(
    ("zh_enclosed", "zh_enclosed_with_bracket", "zh_fills_head", "zh_after_opening_mark")
)

_OF_VERBS = frozenset("被已可能")
"""Characters that render the ending of an English verb, and are no prefix of a term."""

_STOP = re.compile(rf"[。！？；，.!?,;](?:(?<=[。！？；，])|(?=\s|$)|(?<=[{HAN})）][,;])(?=[{HAN}]))")
"""The marks of a sentence; Chinese may have those of English, without a blank behind them: 首先,我们."""
_NEAR = 150
"""Characters on each side of a site in which a mark shows that it is in a sentence."""


def with_document(sites: Sequence[Located]) -> list[Located]:
    """Return the sites of a document, with the clues that follow from it and from the lines they are in."""
    table = weights()
    scored = [each if each.site.scores else Located(each.flat, weighed(each.site, table)) for each in sites]
    pairs = [_pair(*each) for each in scored]
    sure = {pair for pair, (_, site) in zip(pairs, scored, strict=True) if _is_sure(site)}
    kinds = [_Kind(pair.side, pair in sure) for pair in pairs]
    counts = Counter(dict(zip(pairs, kinds, strict=True)).values())
    clues = {kind: _share(kind, counts) for kind in counts}
    return [Located(flat, _with(flat, site, clues[kind])) for kind, (flat, site) in zip(kinds, scored, strict=True)]


class _Pair(NamedTuple):
    """What stands at a site: that a document repeats a pair says nothing about the others, nor about it."""

    side: int
    zh: str = ""
    en: str = ""


def _pair(flat: str, site: Site) -> _Pair:
    if not site.candidates:
        return _Pair(_side(site))
    best = site.candidates[site.scores.index(max(site.scores))]
    return _Pair(_side(site), flat[slice(*best.zh)], flat[slice(*best.en)])


class _Kind(NamedTuple):
    side: int
    is_sure: bool


def _side(site: Site) -> int:
    return _SIDES.get(site.candidates[0].layout, 0) if site.candidates else -1


def _is_sure(site: Site) -> bool:
    return max(probabilities(site.scores), default=0) > _SURE


def _share(kind: _Kind, counts: Mapping[_Kind, int]) -> tuple[Clue, ...]:
    """Return a clue for the sites of a kind: the share of sure sites among the others of its side."""
    sure = counts.get(_Kind(kind.side, True), 0) - kind.is_sure
    others = sure + counts.get(_Kind(kind.side, False), 0) - (not kind.is_sure)
    if not others:
        return ()
    more = (sure + _USUAL * _IMAGINED) / (others + _IMAGINED) - _USUAL
    return (Clue("sure_in_document", round(more * _TRUST if more > 0 else more, 4), f"{sure} of {others}"),)


def _with(flat: str, site: Site, clues: tuple[Clue, ...]) -> Site:
    """Return a site with clues on all candidates, and their scores, which need not be added up again."""
    if not site.candidates:
        return site
    if not _is_in_sentence(flat, site.candidates[0]):
        clues = (*clues, noted("outside_sentence"))
    candidates, scores, table = [], [], weights()
    common, is_prefixed = total(clues, table), _is_prefixed(flat, site)
    for candidate, score in zip(site.candidates, site.scores, strict=True):
        marks = () if is_prefixed else _marks(candidate, score)
        candidates.append(with_clues(candidate, clues + marks))
        scores.append(score + (common + total(marks, table) if marks else common))
    return new_site((candidates, scores))


def _is_prefixed(flat: str, site: Site) -> bool:
    """Return whether the best Chinese has a prefix that the dictionary lacks: 类|风湿性关节炎, not 被|修改."""
    best = site.candidates[site.scores.index(max(site.scores))]
    return flat[best.zh.start] not in _OF_VERBS and any(
        name == "zh_begins_with_rendered_affix" for name, _, _ in best.clues
    )


def _is_in_sentence(flat: str, candidate: Candidate) -> bool:
    """Return whether a mark of a sentence stands in the line of a candidate, outside of it."""
    (zh_start, zh_end), (en_start, en_end) = candidate.zh, candidate.en
    start, end = min(zh_start, en_start), max(zh_end, en_end)
    nearest = max(0, start - _NEAR)
    first = max(flat.rfind("\n", nearest, start) + 1, nearest)  # a line may be long: to search all of it is slow
    last = flat.find("\n", end, end + _NEAR)
    return bool(_STOP.search(flat, first, start) or _STOP.search(flat, end, end + _NEAR if last < 0 else last))


def _marks(candidate: Candidate, score: float) -> tuple[Clue, ...]:
    """Return a clue about a candidate: in the dictionary, and no gesture (He nodded (点头)), or only set off."""
    names = [name for name, _, _ in candidate.clues]
    if not _LISTED.isdisjoint(names):
        return (noted("listed_in_dictionary"),) if score > 0 else ()
    return () if _SET_OFF.isdisjoint(names) or _renders(candidate) else (noted("set_off_unlisted"),)


def _renders(candidate: Candidate) -> bool:
    """Return whether a line has Chinese and English that renders it, and no bracket: 长者卡 Senior Citizen Card."""
    return candidate.layout is Layout.BARE_AFTER and any(
        name == "zh_rendered" and value >= _MOSTLY for name, value, _ in candidate.clues
    )
