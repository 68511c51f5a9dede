"""The decision at a site: candidates are compared by their clues, whatever is left out on the way."""

from __future__ import annotations

import math

import pytest

from termbase.extract.glosses import LEAST, decide
from termbase.extract.marks import flatten
from termbase.extract.model import Candidate, Clue, Layout, Site
from termbase.extract.sites import find_sites
from termbase.extract.weights import plausible, weighed, weights
from termbase.text.offsets import Span

TEXTS = [
    "It praised the new Digital Silk Road (数字丝绸之路) and “common prosperity” (共同富裕).",
    "我们在这里使用卷积神经网络（convolutional neural network）和注意力机制（attention）。",
    "They spoke of 战备警巡, or combat readiness patrols, and Wang Yi 王毅 left.",
    "他用数据库（MySQL 8）存储。",
    "He laughed (笑) at the north and south (北, 南), spirit money or joss paper (紙錢).",
]
SITES = [site for text in TEXTS for site in find_sites(flatten(text))]


def chances(site: Site) -> list[float]:
    """Work out every probability from all clues of all candidates; no gloss is one more possibility."""
    odds = [math.exp(sum(weights()[clue.name] * clue.value for clue in each.clues)) for each in site.candidates]
    return [each / (1 + sum(odds)) for each in odds]


def test_the_texts_have_sites_with_and_without_a_sure_pair() -> None:
    best = [max(chances(site)) for site in SITES]
    assert min(best) < LEAST < max(best)
    assert max(len(site.candidates) for site in SITES) > 3


@pytest.mark.parametrize("site", SITES, ids=range(len(SITES)))
def test_only_the_candidates_below_two_per_cent_are_left_out(site: Site) -> None:
    expected = [each for each, chance in zip(site.candidates, chances(site), strict=True) if chance >= 0.02]
    assert plausible(site, weights()).candidates == expected


@pytest.mark.parametrize("site", SITES, ids=range(len(SITES)))
def test_the_candidate_with_the_best_clues_is_chosen(site: Site) -> None:
    kept = plausible(site, weights())
    found = decide([kept], weights())
    expected = max(zip(site.candidates, chances(site), strict=True), key=lambda item: item[1])
    assert [candidate for candidate, _ in found] == (
        [expected[0]] if chances(kept) and max(chances(kept)) >= LEAST else []
    )
    assert [chance for _, chance in found] == pytest.approx([max(chances(kept))] if found else [])
    assert decide([kept], weights()) == decide([Site(kept.candidates)], weights())


def test_clues_that_are_added_later_are_weighed() -> None:
    site = weighed(SITES[0], weights())
    marked = [each._replace(clues=(*each.clues, Clue("in_termbase"))) for each in site.candidates]
    assert weighed(site, weights()) is site
    assert list(weighed(Site(marked), weights()).scores) == pytest.approx(
        [score + weights()["in_termbase"] for score in site.scores]
    )


def test_a_pair_that_two_sites_find_has_the_higher_probability() -> None:
    def site(value: float) -> Site:
        return Site([Candidate(Span(0, 2), Span(3, 9), Layout.CHINESE_BRACKET, (Clue("zh_rendered", value),))])

    table = {"zh_rendered": 1.0}
    for order in ([2.0, 3.0], [3.0, 2.0]):
        [(candidate, chance)] = decide([site(value) for value in order], table)
        assert chance == pytest.approx(math.exp(3) / (1 + math.exp(3)))
        assert candidate.clues[0].value == 3
