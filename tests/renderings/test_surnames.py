"""Which English words are the surname of a Chinese person."""

import pytest

from termbase.renderings.surnames import is_surname_of


@pytest.mark.parametrize(
    ("word", "chinese", "is_surname"),
    [
        ("Wu", "吴重庆", True), ("Ng", "吴重庆", True), ("China", "吴重庆", False), ("Yeh", "葉公超", True),
        ("Ouyang", "欧阳修", True), ("Au-yeung", "歐陽修", True), ("Situ", "司徒雷", True),
        ("Engine", "文档", False),
    ],
)  # fmt: skip
def test_is_surname_of(word: str, chinese: str, is_surname: bool) -> None:
    assert is_surname_of(word, chinese) == is_surname
