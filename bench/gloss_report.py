"""Reports how well glosses are found: exact precision, recall and F1, confidence, kinds, and the errors."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from gloss_sentences import Sentence

from termbase.extract.glosses import LEAST, candidate_kind
from termbase.extract.model import Candidate, TermKind

BOUNDS = (0.3, 0.4, 0.6, 0.8, 0.9, 0.95, 0.99, 1.01)
Strings = tuple[str, str]


class Found(NamedTuple):
    """The best candidate of a site and its probability."""

    candidate: Candidate
    chance: float


@dataclass(frozen=True)
class Judged:
    """A sentence with what was found at its sites; `offered` are the strings of all candidates."""

    sentence: Sentence
    best: list[Found]
    offered: set[Strings]

    @cached_property
    def found(self) -> dict[Strings, Found]:
        """The pairs that are returned, without those that are neither right nor wrong."""
        found: dict[Strings, Found] = {}
        for each in sorted((each for each in self.best if each.chance >= LEAST), key=lambda each: each.chance):
            strings = self.sentence.strings(each.candidate.zh, each.candidate.en)
            if strings in self.wanted or not self.sentence.is_left_out(*strings):
                found[strings] = each
        return found

    @cached_property
    def wanted(self) -> dict[Strings, TermKind | None]:
        """The strings of the marked pairs with their kinds."""
        return self.sentence.wanted()


def report(judged: Sequence[Judged]) -> Iterator[str]:
    """Yield the lines of the report."""
    yield _line("all", judged)
    yield "  by source"
    for source, group in _groups(judged, lambda each: each.sentence.source):
        yield _line(source, group)
    yield from _recall_by_kind(judged)
    yield from _precision_by_layout(judged)
    yield from _confidence(judged)
    yield from _kinds(judged)


def _line(name: str, judged: Sequence[Judged]) -> str:
    right = sum(len(each.found.keys() & each.wanted.keys()) for each in judged)
    found, wanted = sum(len(each.found) for each in judged), sum(len(each.wanted) for each in judged)
    offered = sum(len(each.offered & each.wanted.keys()) for each in judged)
    score = 2 * right / max(1, found + wanted)
    return (
        f"  F1 {score:.3f}  precision {right / max(1, found):.3f}  recall {right / max(1, wanted):.3f}"
        f"  among candidates {offered / max(1, wanted):.3f}  pairs {wanted:4d}  {name}"
    )


def _groups(judged: Iterable[Judged], key: Callable[[Judged], str]) -> list[tuple[str, list[Judged]]]:
    groups: dict[str, list[Judged]] = defaultdict(list)
    for each in judged:
        groups[key(each)].append(each)
    return sorted(groups.items(), key=lambda item: -len(item[1]))


def _recall_by_kind(judged: Iterable[Judged]) -> Iterator[str]:
    yield "  recall by kind"
    every = Counter(str(kind) for each in judged for kind in each.wanted.values())
    right = Counter(str(kind) for each in judged for strings, kind in each.wanted.items() if strings in each.found)
    for kind, count in every.most_common():
        yield f"  {right[kind] / count:.3f}  {count:4d}  {kind}"


def _precision_by_layout(judged: Iterable[Judged]) -> Iterator[str]:
    yield "  precision by layout"
    found = [
        (found.candidate.layout, strings in each.wanted) for each in judged for strings, found in each.found.items()
    ]
    for layout, count in Counter(layout for layout, _ in found).most_common():
        yield f"  {found.count((layout, True)) / count:.3f}  {count:4d}  {layout}"


def _confidence(judged: Iterable[Judged]) -> Iterator[str]:
    yield "  confidence   right   of"
    found = [(strings in each.wanted, found.chance) for each in judged for strings, found in each.found.items()]
    for least, most in [*itertools.pairwise(BOUNDS), (0.9, 1.01)]:
        within = [is_right for is_right, chance in found if least <= chance < most]
        yield f"  {least:.2f}-{min(most, 1):.2f}  {sum(within) / max(1, len(within)):9.3f}  {len(within):4d}"


def _kind(text: str, candidate: Candidate) -> TermKind:
    return candidate_kind(text, candidate, text[: candidate.en.start])


def _kinds(judged: Iterable[Judged]) -> Iterator[str]:
    pairs = Counter(
        (str(kind), str(_kind(each.sentence.text, each.found[strings].candidate)))
        for each in judged
        for strings, kind in each.wanted.items()
        if kind and strings in each.found
    )
    right = sum(count for (marked, found), count in pairs.items() if marked == found)
    yield f"  kind right {right / max(1, pairs.total()):.3f} of {pairs.total()}"
    for (marked, found), count in pairs.most_common():
        if marked != found:
            yield f"  {count:4d}  {marked} taken for {found}"


def errors(judged: Iterable[Judged]) -> Iterator[str]:
    """Yield the marked pairs that were not found and the pairs that were found but are not marked."""
    for each in judged:
        missed = [strings for strings in each.wanted if strings not in each.found]
        extra = [strings for strings in each.found if strings not in each.wanted]
        if missed or extra:
            yield f"{each.sentence.name} ({each.sentence.source}) {each.sentence.text}"
        for strings in missed:
            yield f"    missed {'' if strings in each.offered else '(no candidate) '}{' = '.join(strings)}"
        for strings in extra:
            found = each.found[strings]
            yield f"    extra  {' = '.join(strings)}  {found.chance:.2f} {found.candidate.layout}"
