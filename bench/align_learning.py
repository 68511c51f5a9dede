"""Aligned documents as examples, and the weights of clues that make their beads most probable.

Only the probability of what is known to be right counts: if it is only known which blocks belong together, all
series of beads inside the blocks are right.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from termbase.text.sentences import sentence_starts
from tmx.align import search
from tmx.align.anchors import corridor
from tmx.align.beads import SHAPES, SIMPLE_SHAPES
from tmx.align.encoder import Encoder
from tmx.align.pair import Pair
from tmx.align.sentences import Sentence

Floats = NDArray[np.floating[Any]]
Group = tuple[tuple[int, ...], tuple[int, ...]]
"""The sentences of both sides that belong together."""

WIDTH = 25


@dataclass
class Document:
    """Two sides and the groups of sentences that belong together; `is_exact` if each group is one bead."""

    name: str
    chinese: list[Sentence]
    english: list[Sentence]
    groups: list[Group]
    is_exact: bool = True

    def without(self, share: float, seed: int) -> Document:
        """Return a copy in which one side of some groups is left out."""
        chance = random.Random(seed)
        dropped = [chance.choice((0, 1)) if chance.random() < share else None for _ in self.groups]
        kept: list[list[Sentence]] = [[], []]
        numbers: list[dict[int, int]] = [{}, {}]
        for side, sentences in enumerate((self.chinese, self.english)):
            left_out = (each[side] for each, drop in zip(self.groups, dropped, strict=True) if drop == side)
            gone = {number for group in left_out for number in group}
            for number, sentence in enumerate(sentences):
                if number not in gone:
                    numbers[side][number] = len(kept[side])
                    kept[side].append(sentence)
        groups: list[Group] = []
        for group in self.groups:
            left, right = (tuple(numbers[side][n] for n in group[side] if n in numbers[side]) for side in (0, 1))
            alone: list[Group] = [*(((number,), ()) for number in left), *(((), (number,)) for number in right)]
            groups += [(left, right)] if left and right else alone
        return Document(f"{self.name} with gaps", kept[0], kept[1], groups, self.is_exact)

    def cuts(self) -> set[search.Place]:
        """Return the places that no group crosses."""
        pairs = [(left, right) for left, right in self.groups if left and right]
        found = set()
        for source in range(len(self.chinese) + 1):
            low = max((right[-1] + 1 for left, right in pairs if left[0] < source), default=0)
            high = min((right[0] for left, right in pairs if left[-1] >= source), default=len(self.english))
            found |= {(source, target) for target in range(low, high + 1)}
        return found


def from_folder(folder: Path) -> Document:
    """Read `zh.txt` and `en.txt` (a sentence a line) and `gold.tsv` (numbers of both sides, with commas)."""
    chinese, english = ((folder / name).read_text("utf-8").splitlines() for name in ("zh.txt", "en.txt"))
    rows = [line.split("\t") for line in (folder / "gold.tsv").read_text("utf-8").splitlines() if line.strip()]
    groups = [(_numbers(row[0]), _numbers(row[1] if len(row) > 1 else "")) for row in rows]
    return Document(folder.name, [Sentence(each) for each in chinese], [Sentence(each) for each in english], groups)


def _numbers(cell: str) -> tuple[int, ...]:
    return tuple(sorted(int(number) for number in cell.split(",") if number.strip()))


def from_blocks(table: Path, page: str) -> Document:
    """Read a page of a table of blocks (page, tag, English, Chinese), one paragraph each."""
    rows = [line.rstrip("\n").split("\t") for line in table.read_text("utf-8").splitlines()]
    document = Document(f"{table.stem} {page}", [], [], [], is_exact=False)
    for paragraph, (_, tag, english, chinese) in enumerate(row for row in rows if row[0] == page):
        group = []
        for side, text in ((document.chinese, chinese), (document.english, english)):
            cut = [Sentence(each, paragraph, tag.startswith("h")) for each in _sentences(text)]
            group.append(tuple(range(len(side), len(side) + len(cut))))
            side += cut
        document.groups.append((group[0], group[1]))
    return document


def _sentences(text: str) -> list[str]:
    starts = sentence_starts(text)
    return [
        part
        for start, end in zip(starts, [*starts[1:], len(text)], strict=True)
        if (part := text[start:end].strip())
    ]


@dataclass
class Example:
    """The possible beads of a document, their clues (a row each), and whether each may be right."""

    document: Document
    steps: list[search.Step]
    clues: Floats
    is_right: NDArray[np.bool_]

    def chances(self, weights: Floats) -> Floats:
        """Return the probability of each bead."""
        return self._chances(weights, np.ones_like(self.is_right))

    def slope(self, weights: Floats) -> Floats:
        """Return the slope, by each weight, of the logarithm of the probability of all that may be right."""
        slope: Floats = (self._chances(weights, self.is_right) - self.chances(weights)) @ self.clues
        return slope

    def _chances(self, weights: Floats, allowed: NDArray[np.bool_]) -> Floats:
        scores = (self.clues @ weights).tolist()
        steps = [step._replace(value=scores[n]) for n, step in enumerate(self.steps) if allowed[n]]
        found = {(start, end): chance for start, end, chance in search.probabilities(steps)}
        return np.array([found.get((start, end), 0.0) for start, end, _ in self.steps])


def example(document: Document, encoder: Encoder | None, weights: Sequence[float]) -> Example:
    """Return the beads that are possible in a document; by `weights` the hopeless ones are left out."""
    pair = Pair(document.chinese, document.english, {}, encoder)
    whole = corridor(pair.anchors, len(document.chinese), len(document.english), WIDTH)
    simple = search.probabilities(search.steps(whole, SIMPLE_SHAPES, pair.scorer(whole, weights)))
    rows = [set(row) for row in search.narrowed(simple, len(document.chinese))]
    for source, target in document.cuts():
        rows[source].add(target)
    clues = pair.clues(whole)
    kept: list[Sequence[float]] = []

    def unscored(places: Sequence[search.Places]) -> list[float]:
        kept.extend(clues(places))
        return [0.0] * len(places)

    steps = search.steps([sorted(row) for row in rows], SHAPES, unscored)
    cuts = document.cuts()
    right = [_is_right(step, cuts, document.is_exact) for step in steps]
    return Example(document, steps, np.array(kept, dtype=float), np.array(right))


def _is_right(step: search.Step, cuts: set[search.Place], is_exact: bool) -> bool:
    """Return whether a bead may be right: it is one group, or inside one that need not be one bead."""
    start, end = _cut(step.start, cuts, -1), _cut(step.end, cuts, 1)
    inside = {(i, j) for i in range(start[0], end[0] + 1) for j in range(start[1], end[1] + 1)} - {start, end}
    if cuts & inside:
        return False
    is_one_bead = is_exact and (end[0] - start[0], end[1] - start[1]) in SHAPES
    return not is_one_bead or (start, end) == (step.start, step.end)


def _cut(place: search.Place, cuts: set[search.Place], direction: int) -> search.Place:
    """Return the nearest cut at or before a place (`direction` -1), or at or after it (1)."""
    for distance in range(100):
        for left in range(distance + 1):
            found = place[0] + direction * left, place[1] + direction * (distance - left)
            if found in cuts:
                return found
    raise ValueError(f"no cut near {place}")


def learn(data: Sequence[Example], strength: float, rounds: int) -> Floats:
    """Return the weights that make what is right most probable, by the method Adam (Kingma and Ba, 2015).

    `strength` is how much large weights cost, for each document.
    """
    every = np.concatenate([each.clues for each in data])
    scale = np.sqrt((every**2).mean(axis=0)) + 1e-9
    weights, mean, square = (np.zeros(len(scale)) for _ in range(3))
    for turn in range(1, rounds + 1):
        slope = sum(each.slope(weights / scale) for each in data) / scale / len(data) - strength * weights
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope**2
        pace = 0.2 * (1 - turn / (rounds + 1))
        weights = weights + pace * mean / (1 - 0.9**turn) / (np.sqrt(square / (1 - 0.99**turn)) + 1e-6)
    learned: Floats = weights / scale
    return learned
