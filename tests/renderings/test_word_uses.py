"""How the dictionary's definitions use English words."""

from __future__ import annotations

import pytest

from termbase.renderings.word_uses import Uses, uses


@pytest.mark.parametrize("word", ["provide", "avoid", "Installs"])
def test_verbs_stand_after_to(word: str) -> None:
    assert uses(word).verb > uses(word).last


@pytest.mark.parametrize("word", ["network", "windows", "system"])
def test_nouns_stand_last(word: str) -> None:
    assert uses(word).last > uses(word).verb


@pytest.mark.parametrize("word", ["personal", "official", "physical"])
def test_adjectives_stand_before_the_last_word(word: str) -> None:
    assert uses(word).other > uses(word).last


def test_an_unknown_word_has_no_uses() -> None:
    assert uses("qwertzuiop") == Uses()
