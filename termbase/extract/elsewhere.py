"""The same string elsewhere in a document: where two contexts differ, what they share is the term.

`promote the Digital Silk Road (数字丝绸之路)` and `a Digital Silk Road (数字丝绸之路)` share Digital Silk Road.
"""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from termbase.extract.candidate import Candidate, Clue, Layout, Site
from termbase.text.script import simplify


class Located(NamedTuple):
    """A site and the flattened block that it stands in."""

    flat: str
    site: Site


class Key(NamedTuple):
    """The string that is sought at a site, comparable; sites with one key are about one term."""

    is_chinese: bool
    text: str


def compare(sites: Sequence[Located]) -> Iterator[Site]:
    """The sites in order, with a clue at each candidate that several differing contexts share."""
    counts: dict[Key, Counter[str]] = defaultdict(Counter)
    for located in sites:
        for candidate in located.site.candidates:
            counts[_key(located.flat, candidate)][_sought(located.flat, candidate)] += 1
    for located in sites:
        yield Site(_with_shared(located, counts))


def _with_shared(located: Located, counts: dict[Key, Counter[str]]) -> list[Candidate]:
    """The candidates, with the clue at the longest of those that end alike and recur more than longer ones."""
    flat, candidates = located.flat, located.site.candidates
    groups: dict[tuple[Key, int], list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        groups[_key(flat, candidate), _span(candidate)[1]].append(candidate)
    shared: dict[int, int] = {}
    for (key, _), group in groups.items():
        group.sort(key=_span)
        frequent = [(each, counts[key][_sought(flat, each)]) for each in group]
        least = frequent[0][1]  # as often as the longest: the contexts are the same, and tell nothing
        found = ((each, count) for each, count in frequent if count > least and not _begins_badly(each))
        for each, count in itertools.islice(found, 1):
            shared[id(each)] = count
    return [_marked(candidate, shared.get(id(candidate), 0)) for candidate in candidates]


def _marked(candidate: Candidate, count: int) -> Candidate:
    if count == 0:
        return candidate
    return replace(candidate, clues=(*candidate.clues, Clue("shared_by_contexts", 1.0, str(count))))


def _begins_badly(candidate: Candidate) -> bool:
    return any("begins_with" in clue.name for clue in candidate.clues)


def _is_chinese_sought(candidate: Candidate) -> bool:
    return candidate.layout is Layout.CHINESE_BRACKET and any(clue.name == "zh_first" for clue in candidate.clues)


def _span(candidate: Candidate) -> tuple[int, int]:
    return candidate.zh if _is_chinese_sought(candidate) else candidate.en


def _key(flat: str, candidate: Candidate) -> Key:
    if _is_chinese_sought(candidate):
        return Key(True, flat[candidate.en.start : candidate.en.end].casefold())
    return Key(False, simplify(flat[candidate.zh.start : candidate.zh.end]))


def _sought(flat: str, candidate: Candidate) -> str:
    start, end = _span(candidate)
    return flat[start:end].casefold()
