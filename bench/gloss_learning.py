"""Learns weights of clues: a conditional likelihood of the right candidate of each site, or of none of them.

The likelihood has a normal prior around the weights in `gloss_prior.tsv`, which express the guidelines for
boundaries of terms and matter where examples are few. Start from `examples`, then `learn`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from gloss_sentences import Pair, Sentence
from numpy.typing import NDArray

from termbase.extract.clue_names import CLUE_NAMES
from termbase.extract.marks import flatten
from termbase.extract.model import Candidate
from termbase.extract.sites import find_sites
from termbase.extract.weights import read_weights

NAMES = sorted(CLUE_NAMES)
PRIOR = read_weights(Path(__file__).with_name("gloss_prior.tsv").read_text("utf-8"))
_PLACE = {name: place for place, name in enumerate(NAMES)}
_MOST_STEPS, _LEAST_GAIN = 60, 1e-6

CAUTION = 1.45
"""What learned weights are divided by: they are too sure where a text is unlike those that they were learned from.

In 894 lines of 69 repositories from which nothing was learned, marked before anything was extracted, pairs above
0.9 were right 94 times in 100, and divided by 1.35 98 times. In later lines of web pages these were 78 of 81, and
with this number they are 68 of 70. (Temperature scaling: Guo et al., On Calibration of Modern Neural Networks,
2017.)
"""

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Examples:
    """The candidates of all sites of some sentences, a row each.

    `sites` are the numbers of the first rows of each site, and `sentences` the number of each site's sentence.
    """

    candidates: list[Candidate]
    clues: Floats
    right: NDArray[np.bool_]
    sites: NDArray[np.int64]
    sentences: NDArray[np.int64]

    def of(self, chosen: NDArray[np.bool_]) -> Examples:
        """Return the examples of the sentences that are chosen, one truth value for each sentence."""
        is_site = chosen[self.sentences]
        sizes = np.diff(np.append(self.sites, len(self.right)))
        rows = np.repeat(is_site, sizes)
        starts = np.concatenate([[0], np.cumsum(sizes[is_site])[:-1]]).astype(np.int64)
        kept = [candidate for candidate, keep in zip(self.candidates, rows, strict=True) if keep]
        return Examples(kept, self.clues[rows], self.right[rows], starts, self.sentences[is_site])

    def chances(self, weights: Floats) -> Floats:
        """Return the probability of each candidate."""
        return self.shares(self.clues @ weights, np.ones(len(self.right), bool), 1.0)

    def shares(self, scores: Floats, among: NDArray[np.bool_], none: float) -> Floats:
        """Return the softmax of the scores at each site `among` some candidates; `none` is 1 if none may be."""
        numbers = np.repeat(np.arange(len(self.sites)), np.diff(np.append(self.sites, len(scores))))
        highest = np.maximum(np.maximum.reduceat(scores, self.sites), 0)
        odds = np.where(among, np.exp(np.maximum(scores - highest[numbers], -300)), 0)
        whole = np.add.reduceat(odds, self.sites) + none * np.exp(-highest)
        return odds / np.maximum(whole, 1e-300)[numbers]


def examples(sentences: Sequence[Sentence]) -> Examples:
    """Return the candidates of all sites in the sentences; sites without candidates are left out."""
    candidates: list[Candidate] = []
    right: list[bool] = []
    sites: list[int] = []
    numbers: list[int] = []
    for number, sentence in enumerate(sentences):
        for site in find_sites(flatten(sentence.text)):
            if site.candidates:
                sites.append(len(candidates))
                numbers.append(number)
                candidates += site.candidates
                right += [Pair(each.zh, each.en) in sentence.pairs for each in site.candidates]
    return Examples(candidates, _rows(candidates), np.array(right), np.array(sites), np.array(numbers))


def _rows(candidates: Sequence[Candidate]) -> Floats:
    rows = np.zeros((len(candidates), len(NAMES)))
    for row, candidate in zip(rows, candidates, strict=True):
        for clue in candidate.clues:
            row[_PLACE[clue.name]] += clue.value
    return rows


def learn(data: Examples, strength: float, start: Floats | None = None) -> Floats:
    """Return the weights that make the marked candidates most likely, divided by `CAUTION`.

    `strength` is that of the prior.
    """
    prior = vector(PRIOR)
    weights, best = (prior if start is None else start), -np.inf
    for _ in range(_MOST_STEPS):
        step = _step(data, weights, strength * (prior - weights), strength)
        size = 1.0
        while (gained := _likelihood(data, weights + size * step, prior, strength)) < best and size > 1e-3:
            size /= 2
        if gained - best < _LEAST_GAIN * abs(gained):
            break
        weights, best = weights + size * step, gained
    return weights / CAUTION


def _step(data: Examples, weights: Floats, pull: Floats, strength: float) -> Floats:
    """Return the step of Newton's method, with the covariance of the clues as the curvature."""
    scores = data.clues @ weights
    guessed = data.shares(scores, np.ones(len(scores), bool), 1.0)
    wanted = data.shares(scores, data.right, 0.0)
    slope = data.clues.T @ (wanted - guessed) + pull
    means = np.add.reduceat(data.clues * guessed[:, None], data.sites)
    curvature = (data.clues * guessed[:, None]).T @ data.clues - means.T @ means
    step: Floats = np.linalg.solve(curvature + strength * np.eye(len(slope)), slope)
    return step


def _likelihood(data: Examples, weights: Floats, prior: Floats, strength: float) -> float:
    chances = data.chances(weights)
    whole = np.add.reduceat(chances, data.sites)
    mass = np.add.reduceat(np.where(data.right, chances, 0), data.sites)
    is_any = np.logical_or.reduceat(data.right, data.sites)
    logs = np.log(np.maximum(np.where(is_any, mass, 1 - whole), 1e-12))
    return float(logs.sum() - strength / 2 * ((weights - prior) ** 2).sum())


def vector(table: Mapping[str, float]) -> Floats:
    """Return the weights of a table in the order of `NAMES`; a clue that is missing has none."""
    return np.array([table.get(name, 0.0) for name in NAMES])
