"""Markup stays around the words that it was around when these are replaced, or nothing is replaced."""

from __future__ import annotations

import pytest

from termbase.check.marked_text import with_markup


@pytest.mark.parametrize(
    ("written", "wanted", "right"),
    [
        ("**软件**和硬件", "軟體和硬體", "**軟體**和硬體"),
        ("它的**内存**很大", "它的記憶體很大", "它的**記憶體**很大"),
        ("我<b>打印</b>它", "我列印它", "我<b>列印</b>它"),
        ("**算法**好", "演算法好", "**演算法**好"),
        ("用**因特网**", "用網際網路", "用**網際網路**"),
        ("没有标记", "沒有標記", "沒有標記"),
    ],
)
def test_markup_stays_around_its_words(written: str, wanted: str, right: str) -> None:
    assert with_markup(written, wanted) == right


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("在**数**据库里", "在資料庫裡"),
        ("因特网**安全**", "網際網路安全"),
        ("（**因特网**）", "（網際網路）"),
        ("用*打印*机", "用印表機"),
    ],
)
def test_an_uncertain_place_is_none(written: str, wanted: str) -> None:
    assert with_markup(written, wanted) is None
