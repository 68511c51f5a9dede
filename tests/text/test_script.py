"""Which characters count as Han."""

import pytest

from termbase.text.script import has_han


@pytest.mark.parametrize("char", ["中", "㐀", "\uf900", "\U00020000", "〇"])
def test_han_characters_are_han(char: str) -> None:
    assert has_han(char)


@pytest.mark.parametrize("char", ["먹", "ꀀ", "あ", "\ue000", "\ud800", "、", "Z"])
def test_other_characters_of_asia_are_not(char: str) -> None:
    assert not has_han(char)
