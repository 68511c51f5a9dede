"""Finds dates in digits, and numbers of versions and sections, which are compared part by part or as written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from termbase.text.figures.digits import is_number
from termbase.text.figures.figure import Claim, Figure
from termbase.text.figures.months import month_names

DATE = re.compile(
    r"(?<![\w./-])(?:(?P<year>\d{4})(?P<sign>[./-])(?P<month>\d\d?)(?P=sign)(?P<day>\d\d?)"  # 1999-02-15
    r"|(?P<taiwan>[4-9]\d|1[01]\d)(?P<dot>[./-])(?P<moon>\d\d?)(?P=dot)(?P<sun>\d\d?)"  # 88.02.15, of the Republic
    r"|(?P<one>\d\d?)(?P<mark>[./-])(?P<two>\d\d?)(?P=mark)(?P<three>\d{4}|\d\d))(?![\w/-]|\.\d)",  # 15.2.99
    re.ASCII,
)
"""A date in digits, in any order."""

_COMPACT = re.compile(
    r"(?<![\w./-])(?P<year>(?:19|20)\d\d)(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])(?![\w/-]|\.\d)",
    re.ASCII,
)
"""A date without signs: 20240507."""

_YEARS = re.compile(r"(?<![\w./-])(?P<from>\d{4})[-–—~/](?P<to>\d\d)(?![\w/-]|\.\d)", re.ASCII)  # 2021-25
_SEASON = re.compile(
    r"(?<![\w./-])(?P<from>\d\d)\s?[-–—~/]?\s?(?P<to>\d\d)(?=\s?(?:赛季|财年)|[ -]seasons?\b)", re.ASCII
)
"""The two years of a season in two digits each: 10-11赛季, 0708赛季."""

_VERSION = re.compile(r"(?<![\d.])\d+(?:\.\d+){2,}(?![\w.]*\d)", re.ASCII)  # 9.6.3


_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_CYCLE_YEAR = re.compile(
    f"(?P<stem>[{_STEMS}])(?P<branch>[{_BRANCHES}])(?=年|革命|变法|政变|战争|之战|海战|条约|之变|之役|赔款)"
)
_FIRST_CYCLE, _CYCLE, _CYCLES = 1504, 60, 10
"""A year of the cycle of sixty (甲午战争 was in 1894), and where and how often the cycle is looked at."""


def years_of_cycle(plain: str) -> Iterator[Figure]:
    """Yield the years that are named by their place in the cycle of sixty, each with all years that it may be."""
    for match in _CYCLE_YEAR.finditer(plain):
        stem, branch = _STEMS.index(match["stem"]), _BRANCHES.index(match["branch"])
        place = next((year for year in range(_CYCLE) if (year % 10, year % 12) == (stem, branch)), None)
        if place is not None:
            years = (_FIRST_CYCLE + place + _CYCLE * cycle for cycle in range(_CYCLES))
            yield Figure(match[0], *match.span(), frozenset(map(Fraction, years)))


def dates_and_versions(plain: str) -> list[Figure]:
    """Return the parts of dates (1999-02-15), of pairs of years (2021-25), and the numbers of versions (9.6.3)."""
    rest = _COMPACT.sub(_mask, DATE.sub(_mask, plain))
    return [*_dates(plain), *_compact_dates(plain), *_pairs_of_years(rest), *_versions(_YEARS.sub(_mask, rest))]


def years_of_full_dates(plain: str) -> Iterator[tuple[int, int]]:
    """Yield the span of each year that completes a date in English, since a translation may leave it out."""
    return (match.span("year") for match in _full_date().finditer(plain))


@cache
def _full_date() -> re.Pattern[str]:
    """Match a date in English with its year: July 26th, 2020; 26 July 2020."""
    month, day = month_names(), r"\d{1,2}(?:st|nd|rd|th)?"
    return re.compile(
        rf"(?:\b(?:{month})\.? {day},? ?|\b{day} (?:{month})\.?,? )(?P<year>\d{{4}})\b", re.ASCII | re.IGNORECASE
    )


def _mask(match: re.Match[str]) -> str:
    return "数" * len(match[0])


def _dates(plain: str) -> Iterator[Figure]:
    """Yield the parts of dates, in any order; a year of two digits may be in this century or the last."""
    for date in DATE.finditer(plain):
        for name in ("year", "month", "day", "taiwan", "moon", "sun", "one", "two", "three"):
            if date[name]:
                part = _digits(date, name, is_short=name == "taiwan" or (name == "three" and len(date[name]) == 2))
                yield (
                    part._replace(values=part.values | {Fraction(date[name]) + 1911}) if name == "taiwan" else part
                )


def _compact_dates(plain: str) -> Iterator[Figure]:
    return (_digits(date, name) for date in _COMPACT.finditer(plain) for name in ("year", "month", "day"))


def _pairs_of_years(plain: str) -> Iterator[Figure]:
    for years in _YEARS.finditer(plain):
        yield _digits(years, "from")
        to = _digits(years, "to", is_short=True)
        century = int(years["from"]) // 100 * 100
        yield to._replace(values=to.values | {Fraction(century + int(years["to"]))})  # 1038-40
    for season in _SEASON.finditer(plain):
        if (int(season["from"]) + 1) % 100 == int(season["to"]):
            yield from (_digits(season, name, is_short=True) for name in ("from", "to"))


def _digits(match: re.Match[str], name: str, *, is_short: bool = False) -> Figure:
    value = Fraction(match[name])
    values = {value, value + 1900, value + 2000} if is_short else {value}
    return Figure(match[name], *match.span(name), frozenset(values), claim=Claim.REQUIRED)


def _versions(plain: str) -> Iterator[Figure]:
    """Yield numbers of versions and sections, which have no value, but should be the same: 9.6.3."""
    for match in _VERSION.finditer(plain):
        claim = Claim.REQUIRED if is_number(plain, *match.span()) else Claim.NONE
        yield Figure(match[0], *match.span(), frozenset(), claim=claim)
