"""Numbers that the other text states by their digits or parts, as a month and a day, or in another currency."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from termbase.text.figures.chinese import digits as chinese_digits
from termbase.text.figures.currencies import is_exchanged
from termbase.text.figures.figure import (
    Claim,
    Figure,
    FigureKind,
    Measure,
    WordKind,
    english_number_words,
)
from termbase.text.figures.same_number import is_same

_SHORT_DATE = re.compile(r"(?P<month>1[0-2]|[1-9])(?P<sign>[./]?)(?P<day>[12]\d|3[01]|[1-9])")
_SHORT_DAY = re.compile(r"(?P<day>[12]\d|3[01]|[1-9])(?P<sign>[./])(?P<month>1[0-2]|[1-9])")
"""A date that names an event (911, 315; the other text may write 9/11 or September 11), or a day (18.12)."""

_MANY = 3
"""How many currencies *$* and 元 alone may be, at least."""

_LIST_GAP = len(" &amp; ")
"""How many characters may separate two digits of a list."""

_SUM_GAP = 24
"""How many characters may separate the two parts of a sum."""

_JOINED_GAP, _JOINED_ERROR = len(" hours and "), 0.01
"""How many characters may separate two units of one measure, and how much its months and years may differ."""

_LEAST_SUM, _LARGE_SUM = 4, 20
"""The least number that is stated by its parts: 三者 is no *two*, and *all* besides.

From the other one on, a part is no *one* or 一, which stand in many texts for another reason.
"""


def without_spelt(
    lacking: list[Figure], missing: list[Figure], figures: list[Figure], others: list[Figure]
) -> tuple[list[Figure], list[Figure]]:
    """Leave out the numbers whose digits the other text lists one by one (145, 三四五), and these digits there."""
    free = [figure for figure in figures if figure.claim is Claim.NONE]
    spelt = {figure: _spelt(figure, others) for figure in (*lacking, *free)} if missing else {}
    listed = [digit for digits in spelt.values() for digit in digits]
    return [figure for figure in lacking if not spelt.get(figure)], [one for one in missing if one not in listed]


def without_sums(
    lacking: list[Figure], missing: list[Figure], figures: list[Figure], others: list[Figure]
) -> tuple[list[Figure], list[Figure]]:
    """Leave out a number that the other text states by its parts, and these: 8个, *two cities and six towns*."""
    is_number = len(lacking) == 1 and lacking[0].kind is FigureKind.CARDINAL
    if not is_number or max(lacking[0].values, default=0) < _LEAST_SUM or lacking[0].is_year:
        return lacking, missing
    is_large = min(lacking[0].values) >= _LARGE_SUM
    added = [
        other
        for other in others
        if other.kind is FigureKind.CARDINAL
        and not (is_large and other.claim is Claim.NONE)
        and all(other.values.isdisjoint(figure.values) for figure in figures)
    ]
    total = sum(min(other.values, default=Fraction(0)) for other in added)
    is_near = len(added) > 2 or all(two.start - one.end <= _SUM_GAP for one, two in pairwise(added))
    is_sum = len(added) > 1 and is_near and total in lacking[0].values
    return ([], [one for one in missing if one not in added]) if is_sum else (lacking, missing)


def without_joined(
    lacking: list[Figure], missing: list[Figure], others: list[Figure]
) -> tuple[list[Figure], list[Figure]]:
    """Leave out a measure that the other text states in two units, and these: 18个月, *one year and six months*."""
    for figure in lacking:
        for pair in pairwise(others):
            if any(_is_joined(whole, *pair) for whole in figure.measures):
                return [one for one in lacking if one is not figure], [one for one in missing if one not in pair]
    return lacking, missing


def _is_joined(whole: Measure, one: Figure, other: Figure) -> bool:
    return other.start - one.end <= _JOINED_GAP and any(
        first.dimension is second.dimension is whole.dimension
        and first.amount > second.amount
        and abs(first.total() + second.total() - whole.total()) <= _JOINED_ERROR * whole.total()
        for first in one.measures
        for second in other.measures
    )


def without_exchanged(
    left: list[Figure], right: list[Figure], source: list[Figure], target: list[Figure]
) -> tuple[list[Figure], list[Figure]]:
    """Leave out the amounts of money that each text has in a currency of its own: *$200,000*, 130万元."""
    if not (left or right):
        return left, right
    exchanged: list[Figure] = []
    others, is_one_currency = _own_money(target, source), _has_one_currency(source, target)
    for figure in _own_money(source, target):
        if other := next((other for other in others if _is_exchanged(figure, other, is_one_currency)), None):
            others.remove(other)
            exchanged += [figure, other]
    return [one for one in left if one not in exchanged], [one for one in right if one not in exchanged]


def _own_money(figures: list[Figure], others: list[Figure]) -> list[Figure]:
    """Return the amounts of money that another text does not state, by size."""
    own = [one for one in figures if one.currencies and not any(is_same(one, other) for other in others)]
    return sorted(own, key=lambda figure: max(figure.values, default=Fraction()))


def _has_one_currency(source: list[Figure], target: list[Figure]) -> bool:
    """Return whether two texts state the same amount with 元 and *$*, which are one currency then."""
    dollars, others = ([one for one in each if len(one.currencies) >= _MANY] for each in (source, target))
    return any(is_same(one, other) for one in dollars for other in others)


def _is_exchanged(figure: Figure, other: Figure, is_one_currency: bool) -> bool:
    if is_one_currency and not figure.currencies.isdisjoint(other.currencies):
        return False
    return any(
        is_exchanged(float(value), figure.currencies, float(amount), other.currencies)
        for value in figure.values
        for amount in other.values
    )


def _spelt(figure: Figure, others: Sequence[Figure]) -> Sequence[Figure]:
    """Return the digits of a number, listed in another text; empty if they are not."""
    if figure.kind is FigureKind.MONTH:
        return ()  # 12月 is not January and February
    digits, length, values = figure.text, len(figure.text), chinese_digits()
    listed = [str(values[char]) for char in digits if char in values] if digits[0] in values else list(digits)
    if date := _dated("".join(listed), others):
        return date
    if length < 2 or not "".join(listed).isdecimal() or len(listed) < length:
        return ()
    for start in range(len(others) - length + 1):
        run = others[start : start + length]
        is_near = all(later.start - earlier.end <= _LIST_GAP for earlier, later in pairwise(run))
        if is_near and all(_is_digit(one, int(digit)) for digit, one in zip(listed, run, strict=True)):
            return run
    return ()


def _is_digit(figure: Figure, digit: int) -> bool:
    """Return whether a number of a list is a digit, and no article: *another 4* is not 14."""
    is_word = figure.text.isascii() and not figure.text.isdecimal()
    word = english_number_words().get(figure.text.lower())
    is_number = word is not None and word.kind is WordKind.CARDINAL
    return digit in figure.values and figure.kind is not FigureKind.ARTICLE and (is_number or not is_word)


def _dated(digits: str, others: Sequence[Figure]) -> Sequence[Figure]:
    """Return the month and the day of a date that names an event (911), in another text; empty if it has none."""
    for date in filter(None, (_SHORT_DATE.fullmatch(digits), _SHORT_DAY.fullmatch(digits))):
        for month, day in pairwise(others):
            is_near = day.start - month.end <= _LIST_GAP
            is_month = month.kind is FigureKind.MONTH or month.text == date["month"]  # another 4 is not 14
            if is_near and is_month and Fraction(date["month"]) in month.values and day.text == date["day"]:
                return (month, day)
    return ()
