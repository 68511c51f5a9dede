"""A line end inside a Chinese word is no border of a term; one between two words may be."""

from __future__ import annotations

import pytest

from termbase.extract.broken_words import joined_words

CASES = [
    ("我们选用的工\n具变量（instrument）", "我们选用的工具变量（instrument）"),
    ("革 \r\n  命（revolution）", "革命（revolution）"),  # with an indent
    ("我們選用的工\n具變數", "我們選用的工具變數"),
    ("苹果\n香蕉（banana）", None),  # the items of a list
    ("他们说，\n香蕉（banana）", None),
    ("the\n香蕉", None),
]


@pytest.mark.parametrize(("text", "joined"), CASES)
def test_a_divided_word_is_joined(text: str, joined: str | None) -> None:
    result, places = joined_words(text, range(len(text) + 1))
    assert result == (joined or text)
    assert [text[place] for place in places[:-1]] == list(result)
    assert places[-1] == len(text)
