"""What the word beside a number makes of its value: 15%, 三成, 两倍, 5 p.m., 18 months."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from typing import NamedTuple

from termbase.text.figures.chinese import NUMBERED
from termbase.text.figures.figure import FigureKind, Measure
from termbase.text.figures.units import in_smaller_units, measures

_Values = Callable[[Fraction], tuple[Fraction | int, ...]]


class _Quantity(NamedTuple):
    """A pattern that stands beside a number, the further values that it gives the number, and its kind.

    `shares` gives the parts of the whole that the number may be, None if it is no share. `before` is what must
    stand before the number.
    """

    pattern: re.Pattern[str]
    values: _Values
    kind: FigureKind = FigureKind.CARDINAL
    shares: _Values | None = None
    before: re.Pattern[str] | None = None


class Meanings(NamedTuple):
    """What a number means beside the words around it, see `Figure`."""

    values: frozenset[Fraction]
    kind: FigureKind = FigureKind.CARDINAL
    shares: frozenset[Fraction] = frozenset()
    measures: frozenset[Measure] = frozenset()


def _after(
    pattern: str,
    values: _Values,
    kind: FigureKind = FigureKind.CARDINAL,
    shares: _Values | None = None,
    before: str = "",
) -> _Quantity:
    return _Quantity(
        re.compile(rf"[\s\u00a0\u3000-]?(?:{pattern})", re.IGNORECASE | re.ASCII),
        values,
        kind,
        shares,
        before=re.compile(rf"(?:{before})$") if before else None,
    )


def _share(pattern: str, whole: int, *others: Callable[[Fraction], Fraction]) -> _Quantity:
    """Return the quantity of a unit of which `whole` make the whole; `others` give what else it is written as."""

    def share(value: Fraction) -> tuple[Fraction, ...]:
        return (value / whole,)

    def values(value: Fraction) -> tuple[Fraction, ...]:
        part = value / whole
        return (*([part] if part < 1 else []), *(other(value) for other in others))

    return _after(pattern, values, FigureKind.FRACTION, share)


def _before(pattern: str, values: _Values, kind: FigureKind = FigureKind.CARDINAL) -> _Quantity:
    return _Quantity(re.compile(rf"(?:{pattern})\s?$", re.IGNORECASE | re.ASCII), values, kind)


def _years_after(year: int) -> _Values:
    return lambda value: (value + year,)


def _unchanged(_value: Fraction) -> tuple[Fraction | int, ...]:
    return ()


def _decade(value: Fraction) -> tuple[Fraction | int, ...]:
    """Return the years that a decade may begin with (90s: 1890, 1990, 2090); 1800s is also the 19th century."""
    if value < 100:
        return (value + 1800, value + 1900, value + 2000)
    return () if value % 100 else (value / 100 + 1,)


def _nearly(value: Fraction) -> tuple[Fraction | int, ...]:
    """Return an age that both languages state by another decade: *in her late forties*, 年近五十."""
    return (value - Fraction(1, 2),) if value <= 100 and not value % 10 else ()


def _year(value: Fraction) -> tuple[Fraction | int, ...]:
    return (value + 1900, value + 2000, value * 12) if value < 100 else ()


def _year_of_the_republic(value: Fraction) -> tuple[Fraction | int, ...]:
    """Return the year that Taiwan counts from 1911, also without 民國: 九十二年一月一日."""
    return (value + 1911,) if value < 200 else ()


def _school_year(value: Fraction) -> tuple[Fraction | int, ...]:
    """Return both years of a school year of Taiwan, the second one also in two digits: 100學年度, 2011-12."""
    return (value + 1911, value + 1912, (value + 12) % 100) if value < 200 else ()


def _hour(value: Fraction) -> tuple[Fraction | int, ...]:
    return (value - 12,) if 12 < value <= 24 else ()


def _afternoon(value: Fraction) -> tuple[Fraction | int, ...]:
    return (value + 12,) if value <= 12 else ()


def _midnight(value: Fraction) -> tuple[Fraction | int, ...]:
    return (0, 24) if value == 12 else ()


def _times(value: Fraction) -> tuple[Fraction | int, ...]:
    """Return how many times as much, and that in percent: 一倍 is 100%."""
    return value, value * 100


def _times_more(value: Fraction) -> tuple[Fraction | int, ...]:
    """Return one more too: 增加两倍 is three times as much, and people differ."""
    return value, value + 1, value * 100


def _alone(value: Fraction) -> tuple[Fraction | int, ...]:
    return (value,)


def _one_more(value: Fraction) -> tuple[Fraction | int, ...]:
    return value, value + 1


def _first_quarter(value: Fraction) -> tuple[Fraction | int, ...]:
    return (3,) if value == 1 else ()


def _off(value: Fraction) -> tuple[Fraction | int, ...]:
    """Return the price and the reduction in percent: 八折 is 80% of the price, 20% off; 八五折 is 85%."""
    percent = value * 10 if value < 10 else value
    return percent, 100 - percent, percent / 100, 1 - percent / 100


def _doublings(value: Fraction) -> tuple[Fraction | int, ...]:
    """Return how many times as much doublings make, and how much more: 翻两番 is 4 times, 300% more."""
    times = 2 ** int(value) if value < 10 else value
    return times, times - 1, (times - 1) * 100


_YEAR = _after("年", _year)
_SCHOOL_YEAR = _after("学年", _school_year)
_MINGUO = _after(r"课纲|年度|年\s?(?=[\d一二三四五六七八九十]{1,3}\s?月)", _year_of_the_republic)
_COMPARED = r" (?:more|(?!after|before|ever|over|under)[a-z]+er|worse)\b"
_EXACT = "[的是达为](?:大?约|近|将近|超过)?"
"""What stands before a multiple that is no increase: 去年的三倍."""

_TENS = r"(?:\s?[、,，和至到~-]\s?(?:\d0|[二三四五六七八九]十)){0,3}\s?"
"""More decades before their unit: 70、80年代."""

_NO_TENTH = "(?![为立员就长功熟本果交品绩效分群双对片风])"
"""What does not stand behind 成 where it means a tenth: 三成, but not 三五成群."""

_AFTER = (
    _share("%|个?百分点|per ?cent|pct\\b|percentage points?", 100),
    _share("个?基点|basis points?|(?-i:bps?|BPS)\\b", 10_000, lambda value: value / 100),
    _share("(?:parts? per million|ppm)\\b", 10**6),
    _share("(?:parts? per billion|ppb)\\b", 10**9),
    _share("‰|per (?:thousand|mille)\\b", 1000, lambda value: value / 10),
    _share(f"(?:[到至~-][一二三四五六七八九])?成{_NO_TENTH}", 10, lambda value: value * 10),
    _after("折(?![磨叠扣射腾合])", _off, FigureKind.FRACTION),
    _after("倍", _times, FigureKind.MULTIPLE, _alone, _EXACT),
    _after(f"倍|times{_COMPARED}", _times_more, FigureKind.MULTIPLE, _one_more, f"(?<!.)(?!.*{_EXACT}$).*"),
    _after(
        r"times(?= (?:as (?!an?\b|the\b|well\b)[a-z]+|that (?:of|in|for|amount|number|figure|level|size)|the|its"
        r"|their|last|what|those)\b)",
        _times, FigureKind.MULTIPLE, _alone,
    ),
    _after(f"-?fold\\b|times\\b(?!{_COMPARED})", _times, shares=_alone),
    _after("x\\b", _times),
    _after("(?-i:MP)\\b|mega-?pixels?\\b", lambda value: (value * 10**6,)),
    _after("旬(?![月日间上中下])", lambda value: (value * 10, *_nearly(value * 10))),
    _after("市?斤(?!斤)|里(?![面头边程])", lambda value: (value / 2,)),
    _after("市?两(?![个位])", lambda value: (value * 50,)),
    _after("打(?!印|开|算|击|造)", lambda value: (value * 12,)),
    _after("番", _doublings, FigureKind.MULTIPLE, lambda value: _doublings(value)[:1]),
    _after(rf"{_TENS}(?:年代|[0oＯ]?后(?![面来天续]))|s\b", _decade),
    _after("世纪|century\\b|centuries\\b", lambda value: ((value - 1) * 100,), FigureKind.ORDINAL),
    _after("世纪|century\\b", lambda value: (value * 100,) if value <= 1 else ()),
    _YEAR,
    _SCHOOL_YEAR,
    _MINGUO,
    _after("季度", _first_quarter, FigureKind.ORDINAL, before="(?<![前头])"),
    _after("月(?!季)", _unchanged, FigureKind.MONTH),
    _after("分(?!钟)", lambda value: (value * 60, value * 10)),
    _after("刻", lambda value: (value * 15,)),
    _after("角(?![度色落])|毛(?=钱)|毫(?![米克升秒安瓦伏巴])", lambda value: (value * 10, value / 10)),
    _after("(?:(?-i:p)|([a-z]+ )?(cents?|pence))\\b|[美欧]分|港?仙|便士|分(?=钱)", lambda value: (value / 100,)),
    _after("lunar month\\b|month of\\b", _unchanged, FigureKind.MONTH),
    _after("[时点:：]", _hour, before=r"(?<!\d[、,和或])(?<!\d [和或] )(?<!\d [和或])"),
    _after("(?:[:.]\\d\\d)?\\s?(?:p\\.?\\s?m\\b|in the (?:afternoon|evening)|at night)", _afternoon),
    _after("(?:[:.]\\d\\d)*\\s?a\\.?\\s?m\\b", _midnight),
    _after("bc[mf]\\b", lambda value: (value * 10**9,)),
    _after(
        "中全会|大(?=报|会[^计]|精神|代表|召|以来|之后|前|的|闭幕|开幕|胜利|$)|年级|等奖|届[一二三四五六七八九]中|世(?![纪界代人])|战(?![斗士略术线场役])",
        _unchanged, FigureKind.ORDINAL,
    ),
    _after("(?:st|nd|rd|th)\\b", _unchanged, FigureKind.ORDINAL),
    _after(r"[型号类级](?![别似])|[:：](?!\d)", _unchanged, FigureKind.ORDINAL),
    _after("期(?=临床|试验|研究|工程|项目)", _unchanged, FigureKind.ORDINAL),
    _after("胎(?![记盘衣])", _unchanged, FigureKind.ORDINAL),
    _after("楼(?![房盘])", lambda value: (value - 1,), FigureKind.ORDINAL),
)  # fmt: skip
_ERAS = tuple(
    _before(names, _years_after(year))
    for names, year in (
        ("academic year", 1911),
        ("洪武", 1367), ("建文", 1398), ("永乐", 1402), ("宣德", 1425), ("景泰", 1449), ("天顺", 1456),
        ("成化", 1464), ("弘治", 1487), ("嘉靖", 1521), ("隆庆", 1566), ("万历", 1572), ("天启", 1620),
        ("崇祯", 1627), ("顺治", 1643), ("康熙", 1661), ("雍正", 1722), ("乾隆", 1735), ("嘉庆", 1795),
        ("民国|民國|大正", 1911), ("道光", 1820), ("咸丰", 1850), ("同治", 1861), ("光绪", 1874), ("宣统", 1908),
        ("明治", 1867), ("昭和", 1925), ("平成", 1988), ("令和", 2018),
    )
)  # fmt: skip
"""The eras whose years are counted from 1: 民国七十六年 is 1987, not 1976."""

_LABELS = (
    "type|level|grade|class|stage|step|phase|part|chapter|section|article|(?:sub)?paragraph|item|figure|table|"
    "appendix|annex|option|activity|exercise|lesson|unit|round|season|episode|group|rule|line|page|volume|version"
)
"""Words in front of a number that names one of several."""

_BEFORE = (
    *_ERAS,
    _before("下午|晚上?|傍晚|夜间?|午后", _afternoon),
    _before("第|附[录件表图]|No\\.?|number|#|\\bQ", _unchanged, FigureKind.ORDINAL),
    _before(NUMBERED, _unchanged, FigureKind.ORDINAL),
    _before(rf"\b(?:{_LABELS})", _unchanged, FigureKind.ORDINAL),
    _before("'|’|‘", _decade),
    _before(r"\blate[ -]", lambda value: _nearly(value + 10)),
    _before("快|将近|接近|(?<![最附])近", _nearly),
    _before(r"\bFY|fiscal (?:year )?|\b[SFA][SW]", lambda value: (value + 2000,) if value < 100 else ()),
)  # fmt: skip

_ANY_AFTER = re.compile("|".join(quantity.pattern.pattern for quantity in _AFTER), re.IGNORECASE | re.ASCII)
"""Matches beside most numbers nothing, so that the patterns need not be tried one by one."""


def meanings(value: Fraction, before: str, after: str) -> Meanings:
    """Return what a number may mean beside the text before and after it."""
    found = [quantity for quantity in _AFTER if _stands(quantity, before, after)] if _ANY_AFTER.match(after) else []
    names = [quantity for quantity in _BEFORE if quantity.pattern.search(before)]
    if any(name in _ERAS for name in names):
        found = [quantity for quantity in found if quantity is not _YEAR]
    found += names
    values = {value, *(Fraction(other) for quantity in found for other in quantity.values(value))}
    kinds = [quantity.kind for quantity in found if quantity.kind is not FigureKind.CARDINAL]
    shares = {Fraction(share) for quantity in found if quantity.shares for share in quantity.shares(value)}
    values.update(in_smaller_units(value, before, after))
    kind = kinds[0] if kinds else FigureKind.CARDINAL
    return Meanings(frozenset(values), kind, frozenset(shares), frozenset(measures(value, before, after)))


def _stands(quantity: _Quantity, before: str, after: str) -> bool:
    is_after = quantity.pattern.match(after) is not None
    return is_after and (quantity.before is None or quantity.before.search(before) is not None)
