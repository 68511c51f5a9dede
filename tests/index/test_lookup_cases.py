"""Tests that the concept a translator wants comes first. `lookup_cases.tsv` has queries to the seed termbase."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from termbase.index.build import index_of
from termbase.lookup import Index, Match, lookup
from termbase.tbx.reader import read
from tests.conftest import ROOT

_CASES = Path(__file__).with_name("lookup_cases.tsv")


def cases() -> list[dict[str, str]]:
    with _CASES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.fixture(scope="module")
def seed() -> Index:
    return index_of(read(str(ROOT / "data" / "seed.tbx")))


def test_the_cases_are_many_of_every_kind_and_none_twice() -> None:
    kinds = Counter(case["kind"] for case in cases())
    assert sum(kinds.values()) >= 150
    assert {Match(kind): count >= 9 for kind, count in kinds.items()} == dict.fromkeys(Match, True)
    assert len({case["query"] for case in cases()}) == len(cases())


def test_the_wanted_concept_is_first_in_95_of_100(seed: Index, capsys: pytest.CaptureFixture[str]) -> None:
    misses, other_kinds = [], []
    for case in cases():
        hits = lookup(case["query"], [seed], limit=10)
        concepts = [hit.entry.id for hit in hits]
        if concepts[:1] != [case["concept"]]:
            rank = concepts.index(case["concept"]) + 1 if case["concept"] in concepts else "not found"
            misses.append(f"{case['query']} ({case['kind']}): {rank}, first is {concepts[:1]}")
        elif hits[0].match != case["kind"]:
            other_kinds.append(f"{case['query']}: {hits[0].match}, not {case['kind']}")
    with capsys.disabled():
        print("", *misses, *other_kinds, sep="\n  ")
    assert len(misses) <= 0.05 * len(cases())
    assert len(other_kinds) <= 0.05 * len(cases())
