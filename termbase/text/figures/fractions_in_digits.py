"""Finds fractions that are written with digits: 2/3, 1 1/2, 3吋半, 1米93."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from fractions import Fraction

from termbase.text.figures.chinese import HALF, HALVED
from termbase.text.figures.figure import Claim, Figure, FigureKind
from termbase.text.figures.units import measures

_PARTS = re.compile(r"(?<![\w/.-])(?P<part>\d{1,2}) ?/ ?(?P<whole>\d{1,3})(?![\w/])", re.ASCII)  # 2/3
_AND_A_HALF = re.compile(rf"(?<![\w.,/-])(\d{{1,3}}) ?(?:个|分|{HALVED}){HALF}", re.ASCII)  # 3吋半
_SECONDS = re.compile(r"(?<![\w.])(\d{1,2}(?=秒)|[1-5]\d(?=['′″]))[秒'′″](\d{1,3})(?![./]?\d)", re.ASCII)
"""A time of 57.79 seconds: 57秒79, 57'79."""

_METRES = re.compile(r"(?<![\w.])(\d)\s?米\s?(\d{1,2})(?![\d.]|\s?[米厘公毫分])", re.ASCII)
"""A height of 1.93 metres: 1米93."""

_AND_A_SIGN = re.compile(r"(?<![\w.,/-])(\d{1,3}) ?([½¼¾⅓⅔])", re.ASCII)

_AND_A_FRACTION = re.compile(r"(?<![\w.,/-])(\d{1,2}) ([1-9])/([2-9])(?![\w/]|\.\d)", re.ASCII)
"""A number with its fraction: 1 1/2."""


def mixed_numbers(plain: str) -> Iterator[Figure]:
    """Yield the numbers with a half, another fraction, or a smaller unit behind them."""
    for match in _AND_A_HALF.finditer(plain):
        value = Fraction(int(match[1])) + Fraction(1, 2)
        yield Figure(match[0], *match.span(), frozenset({value}), claim=Claim.REQUIRED)
    for match in _AND_A_FRACTION.finditer(plain):
        value = int(match[1]) + Fraction(int(match[2]), int(match[3]))
        yield Figure(match[0], *match.span(), frozenset({value}), claim=Claim.REQUIRED)
    for match in _AND_A_SIGN.finditer(plain):
        value = int(match[1]) + Fraction(unicodedata.numeric(match[2])).limit_denominator(20)
        yield Figure(match[0], *match.span(), frozenset({value}), claim=Claim.REQUIRED)
    for pattern, unit in ((_SECONDS, "秒"), (_METRES, "米")):
        for match in pattern.finditer(plain):
            value = Fraction(f"{match[1]}.{match[2]}")
            measured = frozenset(measures(value, "", unit))
            yield Figure(match[0], *match.span(), frozenset({value}), claim=Claim.REQUIRED, measures=measured)


def fractions(plain: str) -> Iterator[Figure]:
    """Yield the numbers that a stroke divides, as shares and as percentages."""
    for match in _PARTS.finditer(plain):
        if whole := int(match["whole"]):
            share = Fraction(int(match["part"]), whole)
            values = frozenset({share, share * 100})
            yield Figure(match[0], *match.span(), values, FigureKind.FRACTION, Claim.WORDS)
