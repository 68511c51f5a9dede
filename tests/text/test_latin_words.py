from __future__ import annotations

import pytest

from termbase.text.latin_words import fold, is_abbreviation


@pytest.mark.parametrize("text", ["CAC", "U.N.", "GenAI", "IGFs", "IoU", "R-CNN", "R&D", "iOS", "TCP/IP"])
def test_an_abbreviation_has_two_capitals_and_no_space(text: str) -> None:
    assert is_abbreviation(text)


@pytest.mark.parametrize("text", ["Internet", "Digital Road", "network", "A", "2FA", "ABCDEFGHIJKLM", "网信办"])
def test_other_words_are_not_abbreviations(text: str) -> None:
    assert not is_abbreviation(text)


def test_accents_and_capitals_make_no_difference() -> None:
    assert fold("Lǚshùn") == fold("LUSHUN") == "lushun"
