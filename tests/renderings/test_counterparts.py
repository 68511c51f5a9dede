"""Small Chinese words with which a term begins only if the English has their counterpart."""

import pytest

from termbase.renderings.counterparts import renders_small_word


@pytest.mark.parametrize(
    ("word", "english", "other"),
    [
        ("由", "Chosen by Readers", "Readers' Choice"),
        ("無", "Mouse Without Borders", "Border Mouse"),
        ("没有", "sugar-free tea", "sweet tea"),
        ("更", "more light", "light"),
    ],
)
def test_a_small_word_needs_its_counterpart(word: str, english: str, other: str) -> None:
    assert renders_small_word(word, english)
    assert not renders_small_word(word, other)


def test_other_words_have_none() -> None:
    assert not renders_small_word("灯塔", "by the lighthouse")
