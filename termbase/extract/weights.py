"""The weights of clues, learned from annotated sentences, and the probabilities of candidates computed from them.

At most one candidate of a site is right, and "no gloss" (with a sum of 0) is one more possibility. The
probabilities are the softmax of each candidate's sum of clue weights (log-odds). `bench/gloss_weights.py` learns
`gloss_weights.tsv`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import compress

from termbase.extract.model import Clue, Reason, Site, new_reason, new_site
from termbase.files.data_table import data_file, table_rows

_LEAST_PLAUSIBLE = 0.02


@cache
def weights() -> Mapping[str, float]:
    """Return the learned weight of each clue by its name."""
    return read_weights(data_file("gloss_weights.tsv").read_text("utf-8"))


def read_weights(text: str) -> dict[str, float]:
    """Return the weights in a text with lines of name, tab and weight; lines that begin with # are comments."""
    return {name: float(weight) for name, weight in table_rows(text)}


def total(clues: Iterable[Clue], table: Mapping[str, float]) -> float:
    """The log-odds that clues add up to. Raises KeyError for a clue without a weight."""
    return sum([table[name] * value for name, value, _ in clues])


def weighed(site: Site, table: Mapping[str, float]) -> Site:
    """Return the site with the scores of its candidates."""
    if site.scores:
        return site
    return new_site((site.candidates, [total(each.clues, table) for each in site.candidates]))


def probabilities(scores: Sequence[float]) -> list[float]:
    """Return, for each candidate of a site, the probability that it is the pair that the author glossed."""
    highest = max([0.0, *scores])
    odds = [math.exp(score - highest) for score in scores]
    whole = sum(odds) + math.exp(-highest)
    return [each / whole for each in odds]


def plausible(site: Site, table: Mapping[str, float]) -> Site:
    """Return the site without the candidates whose probability is below 2 %."""
    candidates, scores = whole = weighed(site, table)
    kept = [chance >= _LEAST_PLAUSIBLE for chance in probabilities(scores)]
    return whole if all(kept) else new_site((list(compress(candidates, kept)), list(compress(scores, kept))))


def reasons(clues: Iterable[Clue], table: Mapping[str, float]) -> tuple[Reason, ...]:
    """Return the clues as reasons with their weights, the strongest first; clues with weight 0 are left out."""
    found = [new_reason((name, weight, detail)) for name, value, detail in clues if (weight := table[name] * value)]
    strengths = [-abs(weight) for _, weight, _ in found]
    return tuple([found[place] for place in sorted(range(len(found)), key=strengths.__getitem__)])
