"""Whether two numbers of texts in two languages may be the same: 5公里, *5,000 m*; 三成, *30 percent*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from termbase.text.figures.figure import (
    Claim,
    Dimension,
    Figure,
    FigureKind,
    Measure,
    WordKind,
    english_number_words,
)

_ROUNDED, _ROUGH, _EXACT = 0.05, 0.1, 0.01
"""How much a measure may differ after conversion from imperial units (5 acres are about 2 hectares), with one digit
that counts (20 miles, 约30公里), and between metric units."""

_CALENDAR = 0.03
"""How much times in other units may differ: 30 days are about a month, but 11 months are no year."""

_WEEKS = 0.1
"""How much they may differ if one is in weeks: 4 weeks are about a month."""

_WEEK = 7 * 24 * 60

_LARGE, _SURE_DIGITS = 10**4, 3

_VAGUE = frozenset("dozens hundreds thousands millions billions trillions".split())


def is_same(figure: Figure, other: Figure) -> bool:
    """Return whether two numbers may be the same, in any form and unit."""
    if _is_ordinal_and_article(figure, other) or _is_ordinal_and_article(other, figure):
        return False  # 第一项 is not a paragraph
    if _is_first_and_one(figure, other) or _is_first_and_one(other, figure):
        return False
    if figure.currencies and other.currencies and figure.currencies.isdisjoint(other.currencies):
        return _is_converted(figure, other) or _is_converted(other, figure)  # 30欧元 is not 30 dollars
    if figure.bound * other.bound < 0:
        return False  # 不到3000 is not more than 3,000
    if figure.change * other.change < 0:
        return False  # 降至5% is not down by 5%
    if _is_implied_and_value(figure, other) or _is_implied_and_value(other, figure):
        return False
    if _is_month_and_measure(figure, other) or _is_month_and_measure(other, figure):
        return False
    if figure.shares and other.shares:  # 三成 is not 3%
        return not figure.shares.isdisjoint(other.shares) and not _are_points(figure, other)
    if (figure.shares or other.shares) and FigureKind.MONTH in (figure.kind, other.kind):
        return False
    if _is_vague(figure, other) or _is_vague(other, figure):
        return False
    if _is_code_and_word(figure, other) or _is_code_and_word(other, figure):
        return False
    if measured := list(_measured_alike(figure, other)):  # 4500万吨 is not 45 billion tons, nor 5 km 5 m
        return any(measured)
    if figure.measures and other.measures and not (figure.shares and other.shares):
        return False  # 1 TB is not a month
    return (
        figure.text == other.text
        or _is_same_version(figure.text, other.text)
        or (not figure.values.isdisjoint(other.values) and not _is_version(figure, other))
        or _has_same_digits(figure.text, other.text)
        or _is_rounded(figure, other)
        or _is_rounded(other, figure)
        or _is_about(figure, other)
        or _is_about(other, figure)
    )


def _is_converted(figure: Figure, other: Figure) -> bool:
    """Return whether one number is in pence or Fahrenheit, and the other one is the same in pounds or Celsius."""
    if "GBp" in figure.currencies and "GBP" in other.currencies:
        return min(figure.values) in other.values
    return _is_about(figure, other)


def _is_implied_and_value(figure: Figure, other: Figure) -> bool:
    """Return whether one is an article without a unit or implied (last), the other no count: 1 TB, 三分之三."""
    is_implied = figure.kind is FigureKind.ARTICLE or _is_implied_by(figure.text.lower())
    if not is_implied or figure.measures or 1 not in figure.values:
        return False
    is_measured = other.text[0].isdigit() and bool(other.measures)
    return is_measured or other.stands_alone or other.kind is FigureKind.FRACTION


def _is_implied_by(text: str) -> bool:
    word = english_number_words().get(text)
    return word is not None and word.kind is WordKind.OTHER


def _is_month_and_measure(figure: Figure, other: Figure) -> bool:
    """Return whether one number is a month and the other one a measure: July, 7 years, but not third month."""
    return (
        not figure.measures
        and figure.kind is FigureKind.MONTH
        and other.kind is not FigureKind.MONTH
        and bool(other.measures)
    )


def _is_code_and_word(figure: Figure, other: Figure) -> bool:
    """Return whether a number has zeros before it, as codes have, and the other one is in words: 002, two."""
    return figure.text.startswith("00") and len(figure.text) > 2 and not other.text[0].isdigit()


def _is_vague(figure: Figure, other: Figure) -> bool:
    """Return whether a number is in words that count nothing, and the other one in digits: *thousands*, 1000."""
    return figure.scale > 1 and other.text[0].isdigit() and figure.text.lower() in _VAGUE


def _is_ordinal_and_article(figure: Figure, other: Figure) -> bool:
    return figure.kind is FigureKind.ORDINAL and other.kind is FigureKind.ARTICLE


def _is_first_and_one(figure: Figure, other: Figure) -> bool:
    """Return whether one number is the first provision and the other one the word for 1: 第一项, *one of them*."""
    is_first = figure.kind is FigureKind.ORDINAL and figure.claim is Claim.REQUIRED and "一" in figure.text
    return is_first and other.kind is FigureKind.CARDINAL and other.text.lower() == "one"


def _measured_alike(figure: Figure, other: Figure) -> Iterator[bool]:
    """Yield for each dimension that both numbers measure whether they are the same; units may be converted."""
    if not (figure.measures and other.measures):
        return
    is_repeated = (figure.claim is Claim.CONVERSION) != (other.claim is Claim.CONVERSION)
    is_rounded = _is_rounded(figure, other) or _is_rounded(other, figure)
    for one in figure.measures:
        for two in other.measures:
            if one.dimension is two.dimension:
                rounded = _rounded(figure, other, one, two)
                is_near = abs(one.total() - two.total()) <= rounded * max(abs(one.total()), abs(two.total()))
                is_equal = one.number == two.number or is_rounded
                yield is_equal if one.amount == two.amount else is_near and not is_repeated


def _rounded(figure: Figure, other: Figure, one: Measure, two: Measure) -> float:
    """Return how much two measures of two numbers in different units may differ."""
    if one.dimension is Dimension.TIME:
        return _WEEKS if _WEEK in (one.amount, two.amount) else _CALENDAR
    if figure.metric is None and other.metric is None:
        return _EXACT
    number = str(one.number if figure.metric is None else two.number)
    return _ROUGH if len(number.rstrip("0")) == 1 else _ROUNDED


def _are_points(figure: Figure, other: Figure) -> bool:
    """Return whether one share is in percentage points and the other one is a part of a whole: 四成, 40%."""
    are_points = [any(one.dimension is Dimension.POINTS for one in each.measures) for each in (figure, other)]
    return any(are_points) and not all(are_points)


def _is_about(figure: Figure, other: Figure) -> bool:
    """Return whether a number is a measure in metric units, rounded as translators do."""
    metric = figure.metric
    if metric is None or other.measures or Claim.CONVERSION in (figure.claim, other.claim):
        return False
    return any(abs(float(value) - metric) <= _ROUNDED * abs(metric) for value in other.values)


def _is_rounded(figure: Figure, other: Figure) -> bool:
    """Return whether a large amount is the other one rounded to three digits or more: 5.01 million, 501.3万."""
    if not (figure.text[0].isdigit() and other.text[0].isdigit() and min(figure.scale, other.scale) >= _LARGE):
        return False
    precise, rounded = (re.sub(r"[^\d.]", "", one.text) for one in (other, figure))
    size = len(rounded.replace(".", ""))
    if not _SURE_DIGITS <= size < len(precise.replace(".", "")):
        return False
    unit = Fraction(figure.scale, 10 ** len(rounded.partition(".")[2]))
    return any(abs(one - two) * 2 <= unit for one in figure.values for two in other.values)


def _is_version(figure: Figure, other: Figure) -> bool:
    """Return whether a number such as 2.0 stands beside a word: it names a version, which stays in digits."""
    return figure.text.endswith(".0") and not other.text[0].isdigit()


def _is_same_version(text: str, other: str) -> bool:
    """Return whether two versions differ in a zero at the end: 2.6, 2.6.0."""
    shorter, longer = sorted((text, other), key=len)
    return longer == f"{shorter}.0" and longer.count(".") > 1


def _has_same_digits(text: str, other: str) -> bool:
    """Return whether two long numbers differ only in the signs between digits: 2.147.483, 2,147,483."""
    if not (text[-1].isdigit() and other[-1].isdigit()):
        return False
    digits = re.sub(r"\D", "", text)
    return len(digits) > 3 and digits == re.sub(r"\D", "", other)
