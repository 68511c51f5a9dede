"""A text with its numbers, and what its words beside them show: which belong together and which count nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from termbase.text.figures.figure import Claim, Figure, FigureKind
from termbase.text.script import HAN

_UNIT = rf"(?P<unit>[{HAN}％]{{0,3}}?|[A-Za-z%]*)"
_LISTED = re.compile(
    rf"\s?{_UNIT}\s?(?:[-–—~～、,，:：比×xX*]|乘以?|[和与及至到或]|,? ?\b(?:and|to|or|by)\b)\s?[$€£¥]?"
)
"""What stands between two numbers of a list or a range, which a translation has in the same order: 5月和6月."""

_RESULT = re.compile("[胜负平败赢输击战局盘]|比分|领先|落后")
_RATIO = re.compile("比[例率值是为]|之比|的比")
"""What shows that two numbers are those of a result, and that they are none: 年龄比是7:11."""

_HAN = re.compile(f"[{HAN}]")
_REACH = 20
_NAMED = re.compile(r" ?年代|s\b|强(?![大烈制])|(?<=Fortune \d{3})")
"""What stands behind a number that counts nothing: *1970s*, 财富500强, *Fortune 500*."""
_OF = tuple("的之每")
_APART = {FigureKind.MONTH, FigureKind.ORDINAL, FigureKind.FRACTION, FigureKind.MULTIPLE}
"""Kinds of numbers that change places only with their own kind."""

_ONES = frozenset({"one", *"一二三四五六七八九"})
"""Words for numbers that are often no numbers, and so need not be stated."""

_YEAR_DIGITS = 4
_DATED = {FigureKind.DAY, FigureKind.TIME}


class NumberedText(NamedTuple):
    """A text with its numbers, and its days and times."""

    plain: str
    figures: Sequence[Figure]
    moments: Sequence[Figure]

    def sort(self, figure: Figure) -> tuple[object, ...]:
        """Return what two numbers that change places have in common."""
        kind = figure.kind if figure.kind in _APART else None
        is_old = len(figure.text) > 2 and self.plain.startswith("年", figure.end)  # 956年
        is_year = (figure.is_year or is_old) and figure.text.isdecimal()
        is_whole = is_year and len(figure.text) == _YEAR_DIGITS  # 64 days are 1536 hours
        is_dated = any(one.start <= figure.start < one.end for one in self.moments if one.kind in _DATED)
        behind = self.plain[figure.end : figure.end + 1] if kind is FigureKind.ORDINAL else ""  # 第一名, 十九届
        return kind, is_year, is_whole, is_dated, behind if _HAN.match(behind) else ""

    def before(self, figure: Figure) -> str:
        """Return some of the text before a number."""
        return self.plain[max(0, figure.start - _REACH) : figure.start]

    def counts(self) -> list[Figure]:
        """Return the numbers that count something; those of a fraction count it together, and a name nothing."""
        return [
            figure
            for figure in self.figures
            if _is_count(figure)
            and not any(_is_part(figure, other) for other in self.figures)
            and not _NAMED.match(self.plain, figure.end)
        ]

    def has_listed(self, one: Figure, other: Figure) -> bool:
        """Return whether two numbers stand in a list or a range, with the same unit or with one for both."""
        first, second = sorted((one, other), key=lambda figure: figure.start)
        match = _LISTED.fullmatch(self.plain, first.end, second.start)
        return match is not None and self.plain.startswith(match["unit"], second.end)

    def is_listed(self, figure: Figure) -> bool:
        """Return whether a number is one of several, which may have one unit for all: *18 or 25 days*."""
        return any(self.has_listed(figure, other) for other in self.figures if other != figure)

    def is_of_one_date(self, one: Figure, other: Figure) -> bool:
        """Return whether two numbers are parts of one date or time, which has them in any order: 30.12.1999."""
        return self.plain[one.end : other.start] in tuple("./:：")

    def has_one_measure(self, one: Figure, other: Figure) -> bool:
        """Return whether two numbers have the same measure word behind them, and none is one of several."""
        is_part = any(self.plain[figure.start - 1 : figure.start] in _OF for figure in (one, other))
        return not is_part and self.plain[one.end : one.end + 1] == self.plain[other.end : other.end + 1]

    def is_score(self, one: Figure, other: Figure) -> bool:
        """Return whether two numbers may be those of a result, which English states from its better side: 1比2."""
        sign = self.plain[one.end : other.start].strip()
        is_result = _RESULT.search(self.plain) is not None
        return (sign in (":", "：", "比") and not _RATIO.search(self.plain)) or (sign in tuple("-–—") and is_result)


def _is_count(figure: Figure) -> bool:
    """Return whether a number counts something, as also articles do, and is no part of a code or another word."""
    word = figure.text.lower()
    is_one = figure.kind is FigureKind.ARTICLE or word == "one" or word in _ONES
    return bool(figure.values) and (figure.claim is not Claim.NONE or is_one)


def _is_part(figure: Figure, other: Figure) -> bool:
    """Return whether a number is a part of a fraction: 五分之一, *one in five*."""
    return (
        other.kind is FigureKind.FRACTION
        and other.start <= figure.start < figure.end <= other.end
        and figure != other
    )
