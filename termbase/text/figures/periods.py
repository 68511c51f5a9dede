"""Finds times that are told by their unit, without a larger number: 每天, 几个月, *half a year*, *twice a week*.

Which unit it is can be compared where a text names the unit in no other way: 一周内 is not *within a day*.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from termbase.text.figures.figure import Claim, Figure, FigureKind

_UNITS = ("century", "decade", "year", "month", "week", "day", "hour", "minute", "second")
_MOMENTS, _ONES = ("minute", "second"), ("一", "a", "one")
"""What is also said of any short time: *just a second*."""

_COUNTED, _COUNT = re.compile(r"\d $"), re.compile("钟?[有约达为]{0,3}\\d")
"""What stands beside a minute or a second that tells a rate: *40 a minute*, 一分钟有40次."""

_BESIDE_NOW = "(?:^|(?<=[的在于是从自至到比较与和了将而，。、；：“（ ]))(?:[上下](?=个?[月周星礼])|[去明](?=年))"
"""What stands before the unit of a time that is told from now: 上个月, *last month*, but 以上年龄."""

_CHINESE = re.compile(
    rf"(?P<count>(?<![十百千万\d])(?:一两|两三|三五|[每几半一]|{_BESIDE_NOW}|(?<![参次人个多少函变常指总整实])数(?!时))隔?)?(?<!第一)个?(?:多|半)?(?:(?P<century>世纪)|(?P<decade>十年|年代)"
    r"|(?P<year>(?<!\d{{4}})(?<!\d{{4}} )周?年|周?岁|载)|(?P<month>(?<!\d)(?<!\d )月)|(?P<week>周|星期|礼拜)"
    r"|(?P<day>天|(?<!\d)(?<!\d )日|夜)|(?P<hour>小?时|钟头)|(?P<minute>分)|(?P<second>秒))"
)
_ENGLISH = re.compile(
    r"\b(?P<count>(?:per|each|every|one|last|next|several|a few|few|half an?|an?) )?(?P<half>half[ -])?"
    r"(?:(?P<century>centur)|(?P<decade>decade)|(?P<year>year|annual|birthday)|(?P<month>month)|(?P<week>week)"
    r"|(?P<day>day|dai|night)|(?P<hour>hour|o'clock)|(?P<minute>minute)"
    r"|(?P<second>second(?!(?<=every second) [a-z])))(?P<other>[a-z-]*)",
    re.IGNORECASE,
)


def periods(plain: str) -> Iterator[Figure]:
    """Yield the units of time in a text of simplified characters, with a claim where they tell a time alone."""
    patterns = (_ENGLISH,) if plain.isascii() else (_CHINESE, _ENGLISH)
    for pattern in patterns:
        for match in pattern.finditer(plain):
            unit = next(unit for unit in _UNITS if match[unit])
            is_unit = pattern is _CHINESE or match["other"] in ("", "s")
            is_moment = unit in _MOMENTS and (match["count"] or "").lower().strip() in _ONES
            is_moment = is_moment and not (
                _COUNTED.search(plain, 0, match.start()) or _COUNT.match(plain, match.end())
            )
            claim = Claim.WORDS if match["count"] and is_unit and not is_moment else Claim.NONE
            value = Fraction(_UNITS.index(unit))
            yield Figure(match[0], *match.span(), frozenset({value}), FigureKind.PERIOD, claim)
