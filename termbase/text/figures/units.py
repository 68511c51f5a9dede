"""Units of measures: how much they are, how many smaller ones they have, and what they are in metric units."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from termbase.text.figures.figure import Dimension, Measure

_DAY = Fraction(24 * 60)
_YEAR = _DAY * Fraction(1461, 4)
_T, _L, _M, _A, _V, _P = (
    Dimension.TIME, Dimension.LENGTH, Dimension.MASS, Dimension.AREA, Dimension.VOLUME, Dimension.PREFIX,
)  # fmt: skip
_MICRO, _MILLI, _CENTI, _KILO = Fraction(1, 10**6), Fraction(1, 1000), Fraction(1, 100), Fraction(1000)
_MEGA, _GIGA = 10**6, 10**9


class _Unit(NamedTuple):
    """A unit: its words, how much one is in the unit of its dimension, and how many smaller ones it has (or 0).

    The units of the dimensions are the minute, metre, kilogram, square metre and litre. `before` must stand before
    the number.
    """

    pattern: re.Pattern[str]
    dimension: Dimension
    amount: Fraction
    smaller: Fraction = Fraction(0)
    before: re.Pattern[str] | None = None


def _unit(
    pattern: str, dimension: Dimension, amount: Fraction | float, smaller: Fraction | int = 0, before: str = ""
) -> _Unit:
    words = re.compile(rf"(?:st|nd|rd|th)?[\s\u00a0\u3000-]?[多余来几]?(?:{pattern})", re.IGNORECASE | re.ASCII)
    behind = re.compile(rf"(?:{before})$") if before else None
    return _Unit(words, dimension, Fraction(amount).limit_denominator(10**9), Fraction(smaller), behind)


_UNITS = (
    _unit("个?半个?世纪|个[多来余几]?世纪|centuries\\b", _T, _YEAR * 100, 100),
    _unit("decades?\\b|旬(?![月日间上中下])", _T, _YEAR * 10, 10),
    _unit("周?[年岁]|载|years?\\b|yrs?\\b", _T, _YEAR, 12),
    _unit("个季度|quarters\\b", _T, _YEAR / 4, 3),
    _unit("季度", _T, _YEAR / 4, 3, "[前头]"),
    _unit("个[多来余几]?月|months?\\b", _T, _YEAR / 12, 30),
    _unit("周(?![年岁])|个?[多来余几]?(?:星期|礼拜)|weeks?\\b", _T, _DAY * 7, 7),
    _unit("天|日|昼夜|days?\\b", _T, _DAY, 24),
    _unit("个?[多来余几]?(?:小时|钟头)|hours?\\b|hrs?\\b", _T, 60, 60),
    _unit("刻钟", _T, 15),
    _unit("分钟|minutes?\\b|mins?\\b", _T, 1, 60),
    _unit("秒钟?|seconds?\\b|secs?\\b", _T, Fraction(1, 60)),
    _unit("公里|千米|km\\b|kilomet\\w+", _L, _KILO, 1000),
    _unit("米|公尺|(?-i:m)\\b|met(?:er|re)s?\\b", _L, 1),
    _unit("厘米|公分|cm\\b|centimet\\w+", _L, _CENTI),
    _unit("毫米|mm\\b|millimet\\w+", _L, _MILLI),
    _unit("微米|[uµμ]m\\b|micro(?:n|met(?:er|re))s?\\b", _L, _MICRO),
    _unit("纳米|(?-i:nm)\\b|nanomet(?:er|re)s?\\b", _L, _MICRO * _MILLI),
    _unit("吨|(?:metric )?(?:tonn?e?|ton)s?\\b", _M, _KILO, 1000),
    _unit("市?斤(?!斤)", _M, Fraction(1, 2)),
    _unit("megaton(?:ne)?s?\\b", _M, 10**9),
    _unit("gigaton(?:ne)?s?\\b", _M, 10**12),
    _unit("公斤|千克|kg\\b|kilo(?:gram)?s?\\b", _M, 1, 1000),
    _unit("克(?![拉服])|公克|(?-i:g)\\b|grams?\\b", _M, _MILLI),
    _unit("毫克|mg\\b|milligram\\w*", _M, _MILLI * _MILLI),
    _unit("公顷|ha\\b|hectares?\\b", _A, 10**4),
    _unit("平方公里|平方千米|square kilomet\\w+|sq\\.? ?km\\b|km²", _A, 10**6),
    _unit("平方?米|平方公尺|square met\\w+|sq\\.? ?m\\b|m²", _A, 1),
    _unit("公?升(?![至到为级高温])|lit(?:er|re)s?\\b", _V, 1),
    _unit("液?盎司|(?:fluid )?ounces?\\b|oz\\b", _V, 0.0296),
    _unit("毫升|ml\\b|millilit\\w+", _V, _MILLI),
    _unit("%|per ?cent(?!age| points?)|pct\\b", Dimension.PERCENT, _CENTI),
    _unit("‰|per (?:thousand|mille)\\b", Dimension.PERCENT, _MILLI),
    _unit("个?百分点|per ?cent(?:age)?[ -]points?|ppt?\\b", Dimension.POINTS, _CENTI),
    _unit("个?基点|basis points?|(?-i:bps?|BPS)\\b", Dimension.POINTS, _CENTI * _CENTI),
    _unit("千瓦|千伏|k(?:W|Wh|V)\\b|kilo[wv][a-z]+", _P, _KILO, 1000),
    _unit("兆[瓦赫字比]|M(?:W|Wh|Hz|B|b)\\b|mega[a-z]+", _P, _MEGA, 10**6),
    _unit("吉[瓦赫]|G(?:W|Wh|Hz|B|b)\\b|giga[a-z]+", _P, _GIGA, 10**9),
    _unit("(?-i:TB|Tb)\\b|tera[a-z]+", _P, 1000 * _GIGA, 10**12),
)

_IMPERIAL = tuple(
    (_unit(rf"(?:{english})\b|{chinese}", dimension, factor * base), factor)
    for english, chinese, factor, dimension, base in (
        ("acres?", "英亩", 0.4047, _A, 10**4), ("mu", "亩", 1 / 15, _A, 10**4),
        ("square miles?|sq mi", "平方英里", 2.59, _A, 10**6),
        ("square f(?:ee|oo)t|sq ft", "平方英[尺呎]", 0.0929, _A, 1), ("miles?|mph", "英里|哩", 1.609, _L, 1000),
        ("f(?:ee|oo)t|ft", "英尺|呎", 0.3048, _L, 1), ("yards?|yds?", "码(?!头)", 0.9144, _L, 1),
        ("inch(?:es)?", "英寸|吋", 2.54, _L, 0.01),
        ("pounds?|lbs?", "磅", 0.4536, _M, 1), ("ounces?|oz", "盎司", 28.35, _M, 0.001),
        ("gallons?", "加仑", 3.785, _V, 1),
    )
)  # fmt: skip
"""Units that translations convert, each with what it is in the metric unit that they use: acres in hectares."""

_FEET_AND_INCHES = re.compile(
    r"[\s\u00a0\u3000-]?(?:foot|feet|ft)(?:-(\d{1,2})\b|\s(\d{1,2})[\s-]in(?:ch(?:es)?)?\b)"
    r"|\s?(?:英尺|呎)\s?(\d{1,2})\s?(?:英寸|吋)",
    re.IGNORECASE | re.ASCII,
)

_INCH = Fraction(254, 10_000)

_FAHRENHEIT = re.compile(r"[\s\u00a0\u3000-]?(?:℉|华氏度|(?:°|degrees?\b)(?!\s?C))", re.IGNORECASE | re.ASCII)

_ALL = (*_UNITS, *(unit for unit, _ in _IMPERIAL))
_LEAST_YEAR = 1000
_NAMED = re.compile(r"\b(?:day|week|month|year) $", re.IGNORECASE | re.ASCII)
_ANY_UNIT = re.compile("|".join(unit.pattern.pattern for unit in _ALL), re.IGNORECASE | re.ASCII)
"""Matches beside most numbers nothing, so that the patterns need not be tried one by one."""


def measures(value: Fraction, before: str, after: str) -> Iterator[Measure]:
    """Yield what a number measures beside the text before and after it, also behind its unit: week 24."""
    if value < _LEAST_YEAR and (named := _NAMED.search(before)):  # fiscal year 2020 is not 2,020 years
        yield from (Measure(unit.dimension, unit.amount, value) for unit in _found("", f" {named[0].strip()}s"))
    if inches := _inches(value, after):
        yield Measure(Dimension.LENGTH, _INCH, inches)
        return
    for unit in _found(before, after):
        yield Measure(unit.dimension, unit.amount, value)


def in_smaller_units(value: Fraction, before: str, after: str) -> Iterator[Fraction]:
    """Yield the same measure in the next smaller unit: 24 (hours) for 1 day."""
    for unit in _found(before, after):
        if unit.smaller:
            yield value * unit.smaller


def metric(value: Fraction, after: str) -> float | None:
    """Return a measure in the metric unit that translations use for its unit; None for other units.

    Acres become hectares, miles kilometres, feet and yards metres, inches centimetres, pounds kilograms, and
    degrees that are not said to be Celsius may be Fahrenheit.
    """
    if inches := _inches(value, after):
        return float(inches * _INCH)
    if _FAHRENHEIT.match(after):
        return (float(value) - 32) / 1.8
    return next((float(value) * factor for unit, factor in _IMPERIAL if unit.pattern.match(after)), None)


def _inches(value: Fraction, after: str) -> Fraction | None:
    """Return feet and inches in inches: 6-foot-8."""
    match = _FEET_AND_INCHES.match(after)
    return value * 12 + int(match[match.lastindex or 0]) if match else None


def _found(before: str, after: str) -> Iterator[_Unit]:
    if not _ANY_UNIT.match(after):
        return
    for unit in _ALL:
        if unit.pattern.match(after) and (unit.before is None or unit.before.search(before)):
            yield unit
