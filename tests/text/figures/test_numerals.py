"""Numerals of both languages: what a plain writer of numbers writes, the reader reads."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.text.figures.chinese import value_of
from termbase.text.figures.find import find_figures

NUMBERS = st.one_of(st.integers(1, 10**4), st.integers(1, 10**13))
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
).split()


def chinese(number: int) -> str:
    """Write a number in characters, unit by unit, with 零 for each gap."""
    for size, unit in ((10**8, "亿"), (10**4, "万"), (1000, "千"), (100, "百"), (10, "十")):
        if number >= size:
            count, rest = divmod(number, size)
            gap = "零" if rest and rest < size // 10 else ""
            return chinese(count) + unit + gap + (chinese(rest) if rest else "")
    return "零一二三四五六七八九"[number]


def english(number: int) -> str:
    """Write a number in English words."""
    for size, word in (
        (10**12, "trillion"),
        (10**9, "billion"),
        (10**6, "million"),
        (1000, "thousand"),
        (100, "hundred"),
    ):
        if number >= size:
            count, rest = divmod(number, size)
            joint = " and " if rest and rest < 100 else " "
            return f"{english(count)} {word}{joint + english(rest) if rest else ''}"
    if number >= 20:
        tens, ones = divmod(number, 10)
        return TENS[tens - 2] + (f"-{ONES[ones - 1]}" if ones else "")
    return ONES[number - 1]


@given(NUMBERS)
def test_a_number_in_characters_has_its_value(number: int) -> None:
    assert value_of(chinese(number)) == number


@given(NUMBERS)
def test_a_number_in_english_words_has_its_value(number: int) -> None:
    (figure,) = find_figures(english(number))
    assert number in figure.values


@given(NUMBERS)
def test_a_number_in_digits_has_its_value(number: int) -> None:
    for text in (f"有{number}个", f"{number:,} of them", f"共 {number:,}。"):
        assert number in find_figures(text)[0].values


@given(st.text(alphabet="一二三十百千万亿零两半点第分之年月日余多成倍19.,%$ -/:abmst", max_size=25))
def test_any_text_is_read(text: str) -> None:
    for figure in find_figures(text):
        assert text[figure.start : figure.end] == figure.text


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("万", 10**4), ("万亿", 10**12), ("一兆", 10**12), ("三万五", 35_000), ("1万2", 12_000), ("两百五", 250),
        ("廿五", 25), ("卅", 30), ("3.5万", 35_000), ("一点五", Fraction(3, 2)), ("二〇〇八", 2008),
        ("一亿零三", 10**8 + 3),
    ],
)  # fmt: skip
def test_numerals(numeral: str, value: int) -> None:
    assert value_of(numeral) == value


@pytest.mark.parametrize("numeral", ["", "点", "一点", "点五", "1.2.3"])
def test_what_is_not_a_numeral_has_no_value(numeral: str) -> None:
    assert value_of(numeral) is None
