"""Tests the rule for initials, which lookup and checks share."""

from __future__ import annotations

import pytest

from termbase.index.forms import abbreviations
from termbase.text.english.initials import initials_of

NAMES = [
    ("Global Initiative on Data Security", "gids"),
    ("critical information infrastructure", "cii"),
    ("Department of Justice", "doj"),
    ("Memorandum of Understanding", "mou"),
    ("AI Security Institute", "aisi"),
    ("Free Online Dictionary of Computing", "fodc"),
    ("NetBIOS Frame", "nbiosf"),
    ("rule of law", "rol"),
    ("Ministry of Human Resources and Social Security", "mohrss"),
]


@pytest.mark.parametrize(("name", "initials"), NAMES)
def test_initials_of_names(name: str, initials: str) -> None:
    assert initials in initials_of(name.split())


@pytest.mark.parametrize(("name", "initials"), NAMES)
def test_a_name_is_looked_up_by_its_initials(name: str, initials: str) -> None:
    assert initials in set(abbreviations(name))


@pytest.mark.parametrize("name", ["AI", "AI of", "law", "", "of the"])
def test_one_word_has_no_initials(name: str) -> None:
    assert "ai" not in initials_of(name.split())
    assert all(len(initials) > 1 for initials in initials_of(name.split()))
