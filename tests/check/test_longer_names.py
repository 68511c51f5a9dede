"""Tests that a name of something else is no use of a term: the *Cyberspace Administration*, the company *Pipl*."""

from __future__ import annotations

import pytest

from termbase.check.finding import Finding
from termbase.check.known_terms import KnownTerms
from termbase.check.run import check_document
from termbase.check.settings import Settings
from termbase.document.reader import read_document
from termbase.model import (
    AdministrativeStatus,
    ConceptEntry,
    LanguageSection,
    PartOfSpeech,
    TermSection,
    TermType,
    Termbase,
)

GOVERNANCE = ConceptEntry(
    "g",
    (
        LanguageSection(
            "en",
            (
                TermSection("cyberspace governance", status=AdministrativeStatus.PREFERRED),
                TermSection("cyberspace administration", status=AdministrativeStatus.DEPRECATED),
            ),
        ),
    ),
)
LAW = ConceptEntry(
    "l",
    (
        LanguageSection(
            "en", (TermSection("PIPL", type=TermType.ACRONYM, part_of_speech=PartOfSpeech.PROPER_NOUN),)
        ),
    ),
)


def found_in(text: str, check: str, *entries: ConceptEntry) -> list[Finding]:
    settings = Settings(selected=frozenset({check}))
    return check_document(read_document("-", text.encode()), KnownTerms([Termbase(entries)]), "en", settings)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("It is run by the municipal Cyberspace Administration.", []),
        ("It speaks of cyberspace administration at length.", ["cyberspace administration"]),
        ("Cyberspace administration is a task.", ["Cyberspace administration"]),
        (
            "# Cyberspace Administration in Four Towns",
            ["Cyberspace Administration"],
        ),  # a title
        ("# Cyberspace Administration", []),
        ("# A Visit to the Cyberspace Administration of the town", []),
    ],
)
def test_a_term_in_capitals_that_ends_in_a_noun_for_a_body_is_its_name(text: str, written: list[str]) -> None:
    assert [one.text for one in found_in(text, "deprecated", GOVERNANCE)] == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("You can use Pipl or another service.", []),
        ("Pipl is another name here.", []),
        ("Under the PIPL, the term Pipl is wrong.", ["Pipl"]),
        ("Under the PIPL, piPL is wrong.", ["piPL"]),
    ],
)
def test_initials_with_one_capital_are_another_name_unless_the_document_has_them(
    text: str, written: list[str]
) -> None:
    assert [one.text for one in found_in(text, "case", LAW)] == written


SHOP = ConceptEntry(
    "s", (LanguageSection("en", (TermSection("PearShop", part_of_speech=PartOfSpeech.PROPER_NOUN),)),)
)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Pearshop sells tea, and pearshop sells cups.", ["Pearshop", "pearshop"]),
        ("PearShop sells tea; install pearshop-server.", []),
    ],
)
def test_a_name_with_a_capital_inside_is_no_initials(text: str, written: list[str]) -> None:
    assert [one.text for one in found_in(text, "case", SHOP)] == written
