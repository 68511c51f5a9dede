"""What the text around a string says about it: the language of the sentence, and whether the words are Japanese."""

import pytest

from termbase.extract.context import is_english_host
from termbase.extract.japanese import is_romanised_japanese


@pytest.mark.parametrize(
    ("text", "is_english"),
    [
        ("The plan 计划 was approved by the council in May.", True),
        ("官網 https://example.org/a/very/long/address/of/letters 存檔 一手資料", False),
        ("他们使用 API 存檔这些数据", False),
    ],
)
def test_letters_of_addresses_do_not_make_a_text_english(text: str, is_english: bool) -> None:
    assert is_english_host(text, 0, len(text)) == is_english


@pytest.mark.parametrize(
    ("latin", "chinese", "is_japanese"),
    [
        ("Kominka", "皇民化", True),
        ("Water Rights in Taiwan", "台灣水權", False),
        ("vernacular Chinese", "白话", False),
    ],
)
def test_words_that_the_chinese_means_are_not_romanised_japanese(
    latin: str, chinese: str, is_japanese: bool
) -> None:
    assert is_romanised_japanese(latin, chinese) == is_japanese
