"""What the text around a string says about it: the language of the sentence, and whether the words are Japanese."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.extract.context import chinese_context, is_english_host
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


SPOKEN_OF = re.compile(
    r"\b(?:e\.g\.|such as|(?:character|radical|particle|preposition|verb|adverb|conjunction|pronoun|classifier)s?"
    r"|suffix|prefix|measure words?|kanji|Japanese|Korean|Chinese name|written as)[ ,“\"‘']*$",
    re.IGNORECASE,
)
PARTS = st.sampled_from(
    ["e.g.", "such as", "Radicals", "VERB", "adverbs", "non-verb", "proverb", "measure word", "Japanese", "name",
     "“", "'", ", ", " ", "‘", "the ", "Chinese ", "written as", "as", "；", "(", "-"]
)  # fmt: skip


@given(st.lists(PARTS, max_size=8).map("".join))
def test_a_warning_stands_directly_before_the_chinese(before: str) -> None:
    found = [
        clue.detail for clue in chinese_context(f"{before}道路", len(before), "道路") if "warning" in clue.name
    ]
    expected = SPOKEN_OF.search(before, max(0, len(before) - 40))
    assert found == ([expected[0].strip()] if expected else [])
