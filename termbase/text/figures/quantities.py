"""What the word beside a number makes of its value: 15%, 三成, 两倍, 5 p.m., 18 months."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from typing import NamedTuple

from termbase.text.figures.figure import FigureKind

_Values = Callable[[Fraction], tuple[Fraction | int, ...]]


class _Quantity(NamedTuple):
    """A pattern that stands beside a number, the further values that it gives the number, and its kind.

    `shares` gives the parts of the whole that the number may be, None if it is no share.
    """

    pattern: re.Pattern[str]
    values: _Values
    kind: FigureKind = FigureKind.CARDINAL
    shares: _Values | None = None


class Meanings(NamedTuple):
    """What a number means beside the words around it, see `Figure`."""

    values: frozenset[Fraction]
    kind: FigureKind = FigureKind.CARDINAL
    shares: frozenset[Fraction] = frozenset()


def _after(
    pattern: str, values: _Values, kind: FigureKind = FigureKind.CARDINAL, shares: _Values | None = None
) -> _Quantity:
    return _Quantity(re.compile(rf"[\s-]?(?:{pattern})", re.IGNORECASE), values, kind, shares)


def _share(pattern: str, whole: int, *others: Callable[[Fraction], Fraction]) -> _Quantity:
    """Return the quantity of a unit of which `whole` make the whole; `others` give what else it is written as."""

    def share(value: Fraction) -> tuple[Fraction, ...]:
        return (value / whole,)

    def values(value: Fraction) -> tuple[Fraction, ...]:
        return (value / whole, *(other(value) for other in others))

    return _after(pattern, values, FigureKind.FRACTION, share)


def _before(pattern: str, values: _Values, kind: FigureKind = FigureKind.CARDINAL) -> _Quantity:
    return _Quantity(re.compile(rf"(?:{pattern})\s?$", re.IGNORECASE), values, kind)


def _of_units(count: int) -> _Values:
    return lambda value: (value * count,)


def _years_after(year: int) -> _Values:
    return lambda value: (value + year,)


def _unchanged(_value: Fraction) -> tuple[Fraction | int, ...]:
    return ()


def _decade(value: Fraction) -> tuple[Fraction | int, ...]:
    """Return the years that a decade may begin with (90s: 1890, 1990, 2090); 1800s is also the 19th century."""
    if value < 100:
        return (value + 1800, value + 1900, value + 2000)
    return () if value % 100 else (value / 100 + 1,)


def _year(value: Fraction) -> tuple[Fraction | int, ...]:
    return (value + 1900, value + 2000, value * 12) if value < 100 else ()


def _hour(value: Fraction) -> tuple[Fraction | int, ...]:
    return (value - 12,) if 12 < value <= 24 else ()


def _afternoon(value: Fraction) -> tuple[Fraction | int, ...]:
    return (value + 12,) if value <= 12 else ()


def _multiple(value: Fraction) -> tuple[Fraction | int, ...]:
    """Return the neighbours too: 增加两倍 is three times as much, and people differ; 一倍 is 100%."""
    return value - 1, value + 1, value * 100


def _multiple_share(value: Fraction) -> tuple[Fraction | int, ...]:
    return value, value - 1, value + 1


def _off(value: Fraction) -> tuple[Fraction | int, ...]:
    """Return the price and the reduction in percent: 八折 is 80% of the price, 20% off; 八五折 is 85%."""
    percent = value * 10 if value < 10 else value
    return percent, 100 - percent, percent / 100, 1 - percent / 100


def _doublings(value: Fraction) -> tuple[Fraction | int, ...]:
    """Return how many times as much doublings make, and how much more: 翻两番 is 4 times, 300% more."""
    times = 2 ** int(value) if value < 10 else value
    return times, times - 1, (times - 1) * 100


_YEAR = _after("年", _year)
_AFTER = (
    _share("%|个?百分点|per ?cent|pct\\b|percentage points?", 100),
    _share("个?基点|basis points?|bps?\\b", 10_000, lambda value: value / 100),
    _share("‰", 1000, lambda value: value / 10),
    _share("成(?![为立员就长功熟本果都交品绩效分])", 10, lambda value: value * 10),
    _after("折(?![磨叠扣射腾合])", _off, FigureKind.FRACTION),
    _after("倍|-?fold\\b|times\\b", _multiple, shares=_multiple_share),
    _after("x\\b", _multiple),
    _after("打(?!印|开|算|击|造)", _of_units(12)),
    _after("番", _doublings, FigureKind.MULTIPLE, lambda value: _doublings(value)[:2]),
    _after("年代|[0oＯ]?后|s\\b", _decade),
    _after("世纪|century\\b|centuries\\b", lambda value: ((value - 1) * 100,), FigureKind.ORDINAL),
    _after("个?半个?世纪|个世纪|centuries\\b", _of_units(100)),
    _after("世纪|century\\b", lambda value: (value * 100,) if value <= 1 else ()),
    _after("decades?\\b", _of_units(10)),
    _YEAR,
    _after("周?年|岁|载|years?\\b|yrs?\\b", _of_units(12)),
    _after("季度", _of_units(3), FigureKind.ORDINAL),
    _after("个季度|quarters?\\b", _of_units(3)),
    _after("月(?!季)", _unchanged, FigureKind.MONTH),
    _after("周|个?星期|个?礼拜|weeks?\\b", _of_units(7)),
    _after("天|日|昼夜|days?\\b", _of_units(24)),
    _after("个?小时|钟头|hours?\\b|hrs?\\b|分钟?|minutes?\\b|mins?\\b", _of_units(60)),
    _after("刻", _of_units(15)),
    _after("[时点:：](?![,，、。])", _hour),
    _after("(?:[:.]\\d\\d)?\\s?(?:p\\.?\\s?m\\b|in the (?:afternoon|evening)|at night)", _afternoon),
    _after("公里|千米|公斤|千克|千瓦|千伏|吨|k(?:m|g|W|Wh|V)\\b|kilo[a-z]+|tonn?e?s?\\b|tons?\\b", _of_units(1000)),
    _after("兆[瓦赫字比]|M(?:W|Wh|Hz|B|b)\\b|mega[a-z]+", _of_units(10**6)),
    _after("吉[瓦赫]|G(?:W|Wh|Hz|B|b)\\b|giga[a-z]+", _of_units(10**9)),
    _after("市?斤(?!斤)", lambda value: (value / 2,)),
    _after("里(?![面头边程])", lambda value: (value / 2,)),
)  # fmt: skip
_ERAS = tuple(
    _before(names, _years_after(year))
    for names, year in (
        ("民国|民國|大正", 1911), ("道光", 1820), ("咸丰", 1850), ("同治", 1861), ("光绪", 1874), ("宣统", 1908),
        ("明治", 1867), ("昭和", 1925), ("平成", 1988), ("令和", 2018),
    )
)  # fmt: skip
"""The eras whose years are counted from 1: 民国七十六年 is 1987, not 1976."""

_BEFORE = (
    *_ERAS,
    _before("下午|晚上?|傍晚|夜间?|午后", _afternoon),
    _before("第|No\\.?|number|#|\\bQ", _unchanged, FigureKind.ORDINAL),
    _before("'|’|‘", _decade),
)  # fmt: skip

_ANY_AFTER = re.compile("|".join(quantity.pattern.pattern for quantity in _AFTER), re.IGNORECASE)
"""Matches beside most numbers nothing, so that the patterns need not be tried one by one."""


def meanings(value: Fraction, before: str, after: str) -> Meanings:
    """Return what a number may mean beside the text before and after it."""
    found = [quantity for quantity in _AFTER if quantity.pattern.match(after)] if _ANY_AFTER.match(after) else []
    names = [quantity for quantity in _BEFORE if quantity.pattern.search(before)]
    if any(name in _ERAS for name in names):
        found = [quantity for quantity in found if quantity is not _YEAR]
    found += names
    values = {value, *(Fraction(other) for quantity in found for other in quantity.values(value))}
    kinds = [quantity.kind for quantity in found if quantity.kind is not FigureKind.CARDINAL]
    shares = {Fraction(share) for quantity in found if quantity.shares for share in quantity.shares(value)}
    return Meanings(frozenset(values), kinds[0] if kinds else FigureKind.CARDINAL, frozenset(shares))


_METRIC = tuple(
    (re.compile(rf"[\s-]?(?:{unit})\b", re.IGNORECASE), factor)
    for unit, factor in (
        ("acres?", 0.4047), ("square miles?|sq mi", 2.59), ("square f(?:ee|oo)t|sq ft", 0.0929),
        ("miles?|mph", 1.609), ("f(?:ee|oo)t|ft", 0.3048), ("yards?|yds?", 0.9144), ("inch(?:es)?", 2.54),
        ("pounds?|lbs?", 0.4536), ("ounces?|oz", 28.35), ("gallons?", 3.785),
    )
)  # fmt: skip

_FAHRENHEIT = re.compile(r"[\s-]?(?:°|degrees?\b)(?!\s?C)", re.IGNORECASE)


def in_metric_units(value: Fraction, after: str) -> float | None:
    """Return a measure in the metric unit that Chinese translations use for its unit, or None for other units.

    Acres become hectares, miles kilometres, feet and yards metres, inches centimetres, pounds kilograms, and
    degrees that are not said to be Celsius may be Fahrenheit.
    """
    if _FAHRENHEIT.match(after):
        return (float(value) - 32) / 1.8
    return next((float(value) * factor for unit, factor in _METRIC if unit.match(after)), None)
