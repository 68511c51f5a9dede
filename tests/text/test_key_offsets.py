"""Tests that each offset of a match key leads back to its characters, with every Chinese term of some termbases."""

from __future__ import annotations

import re
from itertools import groupby
from pathlib import Path

from termbase import read_with_findings
from termbase.errors import TermbaseError
from termbase.language import is_chinese
from termbase.text.chinese_key import chinese_key, fold_chinese_key
from termbase.text.script import HAN
from tests.conftest import ROOT

_LEFT_OUT = re.compile(r"\s*")


def chinese_terms(file: Path) -> set[str]:
    try:
        termbase = read_with_findings(str(file)).termbase
    except TermbaseError:
        return set()
    terms = (term.term for entry in termbase.entries for tag, term in entry.terms() if is_chinese(tag))
    return {term for term in terms if re.search(f"[{HAN}]", term)}


def assert_leads_back(term: str) -> None:
    folded = fold_chinese_key(term)
    assert folded.text == chinese_key(term)
    end = 0
    for span, places in groupby(range(len(folded.text)), key=lambda place: folded.span(place, place + 1)):
        piece = "".join(folded.text[place] for place in places)
        assert _LEFT_OUT.fullmatch(term, end, span[0]), term
        assert chinese_key(term[slice(*span)]) == piece, term
        end = span[1]
    assert _LEFT_OUT.fullmatch(term, end), term


def test_the_seed_termbase() -> None:
    terms = chinese_terms(ROOT / "data" / "seed.tbx")
    assert len(terms) > 50
    for term in terms:
        assert_leads_back(term)


def test_the_sample_termbases(shared: Path) -> None:
    files = [*shared.glob("samples/**/*.tbx"), *shared.glob("dev/**/*.tbx")]
    terms = {term for file in files for term in chinese_terms(file)}
    assert len(terms) > 50
    for term in terms:
        assert_leads_back(term)
