"""Words that are rendered as part of a longer phrase, and words in other senses."""

from __future__ import annotations

import pytest

from termbase.renderings.other_senses import has_other_sense
from termbase.renderings.phrases import renders_again, renders_phrase
from termbase.renderings.shortened import has_alternative


@pytest.mark.parametrize(
    ("text", "source", "is_there"),
    [
        ("9 的平方根", "the square [root] of 9", True),
        ("輸入命令列", "Enter the command [line]", True),
        ("硬碟已滿", "The hard [disk] is full", True),
        ("平方", "the square [root] of 9", False),
        ("属性", "and other [attributes]", False),  # *other* is no part of a phrase
        ("平方根", "the [root] of 9", False),
    ],
)
def test_a_phrase_of_the_dictionary(text: str, source: str, is_there: bool) -> None:
    before, _, rest = source.partition("[")
    english, _, after = rest.partition("]")
    assert renders_phrase(text, english, before, after) is is_there


@pytest.mark.parametrize(
    ("text", "english", "is_there"),
    [
        ("请重新设置灯", "reset", True),
        ("请重新設置燈", "resets", True),
        ("请设置灯", "reset", False),
        ("请重新打开灯", "reset", False),
        ("请重新广告", "read", False),
    ],
)
def test_something_is_done_again(text: str, english: str, is_there: bool) -> None:
    assert renders_again(text, english) is is_there


@pytest.mark.parametrize(
    ("text", "term", "is_there"),
    [("接受授權條款", "授權/使用權", True), ("接受條款", "授權/使用權", False), ("读", "读/写", False)],
)
def test_one_of_two_alternatives(text: str, term: str, is_there: bool) -> None:
    assert has_alternative(text, term) is is_there


@pytest.mark.parametrize(("source", "expected"), [("Run the program", True), ("Plan the program", False)])
def test_a_word_for_another_word_of_the_source_has_no_other_sense(source: str, expected: bool) -> None:
    assert has_other_sense("执行计划", "program", ["程序"], source) is expected


def test_the_plural_has_the_senses_of_the_singular() -> None:
    assert has_other_sense("点状图案", "patterns", ["模式"])
    assert not has_other_sense("他做饭", "services", ["业务"])
