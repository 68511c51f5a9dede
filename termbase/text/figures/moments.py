"""Finds days of the year (9月3日, September 3rd) and of the week (周三), and times (九点三刻, a quarter to ten).

Their numbers are read one by one too; together they distinguish 8月8日 from August 1, which has an 8 as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from termbase.text.figures.chinese import value_of
from termbase.text.figures.figure import Claim, Figure, FigureKind, WordKind, english_number_words

_NUMERAL = r"(?:\d{1,2}|[一二两三四五六七八九十廿]{1,3})"
_TENS = re.compile("[十廿\\d]")
_CHINESE_DAY = re.compile(
    rf"(?<![\d个])(?P<month>{_NUMERAL})\s?月\s?(?P<day>{_NUMERAL})\s?(?:[日号]|(?=[和、至到及]))"
)
_CHINESE_TIME = re.compile(
    rf"(?:(?:还有|差)(?P<before>一刻|{_NUMERAL})(?:分钟?)?就?到?)?(?<!\d)(?P<hour>{_NUMERAL})\s?[点时]\s?"
    rf"过?(?:(?P<part>半|[一三]刻)|(?P<minutes>{_NUMERAL})\s?分|差(?P<less>一刻|{_NUMERAL})分?)?"
)
_DIGITS_TIME = re.compile(
    r"(?<![\d:.])(?P<hour>[01]?\d|2[0-3]|24(?=:00))(?::|\.(?=\d\d\s?[ap]\.?m\b)"
    r"|(?<=(?:at|by) \d\d)\.(?=\d\d(?:[,.;]?$|[,.;]? (?:on|and|to|in)\b)))(?P<minutes>[0-5]\d)(?![\d:]|\.\d)",
    re.ASCII,
)
_FOUR_DIGITS_TIME = re.compile(
    r"(?<![\w:.,/#-])(?:(?=0)|(?=\d{4}\s?(?:hours|hrs)\b))(?P<hour>[01]\d|2[0-3])(?P<minutes>[0-5]\d)(?![\w:/-]|[.,]\d)",
    re.ASCII,
)
"""A time without a sign in it: *at 0730*, *1530 hours*."""

_CHINESE_WEEKDAY = re.compile(
    r"(?:星期|礼拜|(?<![每一两半几\d])周)(?P<day>[一二三四五六日天])(?![次届年个月期类种项、十百千万]|所(?![发述说做]))"
)
_ENGLISH_WEEKDAY = re.compile(r"\b(?P<day>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b")
_WEEK = ("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun")
_PARTS = {"半": 30, "一刻": 15, "三刻": 45, "half": 30, "quarter": 15}
_DECIMAL = re.compile("[零一二三四五六七八九\\d]")
"""What shows that 三点 is no time: 三点五."""

_DAY = r"(?:o['’]clock )?(?:in the |this |that |tomorrow |yesterday |(?:on )?\w+day )"
_MORNING = re.compile(rf"(?:上午|[早清]晨|早上?|凌晨)\s?$|^\s?(?:a\.?m\b|{_DAY}morning)", re.IGNORECASE)
_AFTERNOON = re.compile(rf"(?:[下中]午|傍晚)\s?$|^\s?(?:p\.?m\b|{_DAY}(?:afternoon|evening))", re.IGNORECASE)
"""What stands before or behind the hours of each half of the day."""

_NIGHT = re.compile(r"(?:晚上?|夜间?|今晚)\s?$|^\s?(?:o['’]clock )?(?:at night\b|tonight\b)")
_EVENING = range(5, 12)
"""What stands beside the hours of the night, and which of them are those before midnight."""

_CLAUSE_END = re.compile(r"[,.;!?](?!\d)|$")
_NOON, _MIDNIGHT = 720, 24


def moments(plain: str) -> Iterator[Figure]:
    """Yield the days and times in a text of simplified characters and narrow digits."""
    if not plain.isascii():
        for match in _CHINESE_DAY.finditer(plain):
            yield from _day(match, value_of(match["month"]), value_of(match["day"]))
        for match in _CHINESE_TIME.finditer(plain):
            if not _DECIMAL.match(plain, match.end()) or match["part"] or match["minutes"]:
                yield from _chinese_time(match)
        for match in _CHINESE_WEEKDAY.finditer(plain):
            yield _weekday(match, "一二三四五六日".find(match["day"]) % 7)
    for match in _ENGLISH_WEEKDAY.finditer(plain):
        yield _weekday(match, _WEEK.index(match["day"]))
    for match in _english_day().finditer(plain):
        month = english_number_words()[(match["month"] or match["after"]).lower()].value
        yield from _day(match, month, Fraction(match["day"] or match["before"]))
    phrases = list(_english_time().finditer(plain))
    for match in phrases:
        yield from _english_words_time(match)
    for match in _english_hour().finditer(plain):
        if not match["end"] and plain.endswith("to ", 0, match.start()):  # from 7 to 9
            continue
        if any(phrase.start() < match.end() and match.start() < phrase.end() for phrase in phrases):
            continue
        if match["end"] or (match["at"] and _CLAUSE_END.match(plain, match.end())):
            yield _time(
                match, _sum(match["hour"].lower()), _sum(match["minutes"].lower()) if match["minutes"] else 0
            )
    for pattern in (_DIGITS_TIME, _FOUR_DIGITS_TIME):
        for match in pattern.finditer(plain):
            yield _time(match, Fraction(match["hour"]), Fraction(match["minutes"]))


@cache
def _english_day() -> re.Pattern[str]:
    """Match a day in English, but not the last one of a range: September 3rd, 3 September, not 3-5 September."""
    words = english_number_words()
    month = "|".join(word for word in words if words[word].kind is WordKind.MONTH)
    day = r"\d{1,2}(?:st|nd|rd|th)?"
    no_range = r"(?<![\w.,:/-])(?<!\d[–—~])(?<!\d [–—~-] )(?<!to )(?<!and )(?<!or )"
    return re.compile(
        rf"\b(?P<month>{month})\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?![:%]|[.,]\d| [mb]illion)"
        rf"|{no_range}(?P<before>\d{{1,2}})(?:st|nd|rd|th)?(?: day)?(?: of)?"
        rf" (?P<after>{month})\b(?! {day}\b)",
        re.IGNORECASE | re.ASCII,
    )


@cache
def _english_time() -> re.Pattern[str]:
    """Match a time in English words: a quarter to ten, half past six, twenty minutes past 3."""
    words = english_number_words()
    number = "|".join(word for word in words if words[word].kind is WordKind.CARDINAL)
    minutes = rf"half|quarter|(?:twenty[ -]five|{number}|\d\d?)(?: minutes)?"
    other = rf"\s?(?:%|per|minutes|hours|days|years|people|[mb]illion)|[:.,]?\d|[ -](?:{number})\b"
    return re.compile(
        rf"\b(?P<minutes>{minutes}) (?P<side>past|to|after|before) (?P<hour>{number}|\d\d?)\b(?!{other})",
        re.IGNORECASE | re.ASCII,
    )


@cache
def _english_hour() -> re.Pattern[str]:
    """Match an hour in English: at ten, ten o'clock, at ten-thirty, 10 a.m."""
    words = english_number_words()
    hour = "|".join(word for word in words if words[word].kind is WordKind.CARDINAL and 0 < words[word].value <= 12)
    hour, minutes = rf"{hour}|1[0-2]|[1-9]", "ten|fifteen|twenty|thirty|forty|fifty"
    end = r" ?(?:o['’]clock|sharp\b|[ap]\.?m\b|(?:in the|this) (?:morn|after|even)|at night|tonight|tomorrow)"
    at = "(?:at|by|before|after|until|till|about|around|nearly|almost) "
    return re.compile(
        rf"(?<![\d:.])\b(?P<at>{at})?(?P<hour>{hour})"
        rf"(?:[ -](?P<minutes>{minutes}))?(?:\b|(?=[ap]\.?m\b))(?P<end>{end})?",
        re.IGNORECASE | re.ASCII,
    )


def _english_words_time(match: re.Match[str]) -> Iterator[Figure]:
    minutes, side = match["minutes"].lower().removesuffix(" minutes"), match["side"].lower()
    is_exact = minutes in _PARTS or match["minutes"].endswith("minutes")
    if side in ("after", "before") and not is_exact:
        return
    count = Fraction(_PARTS[minutes]) if minutes in _PARTS else _sum(minutes)
    hour = _sum(match["hour"].lower())
    if side in ("to", "before"):
        if not is_exact and count not in (5, 10, 20, 25):  # ten to eight, but not three to five
            return
        count = -count
    if hour <= 12:
        yield _time(match, hour, count)


def _sum(words: str) -> Fraction:
    parts = re.split("[ -]", words)
    return sum(
        (Fraction(part) if part.isdigit() else english_number_words()[part].value for part in parts), Fraction()
    )


def _chinese_time(match: re.Match[str]) -> Iterator[Figure]:
    hour = value_of(match["hour"])
    is_vague = len(match["hour"]) > 1 and not _TENS.search(match["hour"])  # 两三点
    if hour is None or hour > 24 or is_vague:
        return
    minutes = Fraction(_PARTS[match["part"]]) if match["part"] else value_of(match["minutes"] or "零")
    before = match["before"] or match["less"]
    before = before and (_PARTS.get(before) or value_of(before))
    if minutes is not None and minutes < 60:
        yield _time(match, hour, minutes - (before or 0))


def _time(match: re.Match[str], hour: Fraction, minutes: Fraction | int) -> Figure:
    """Return a time with the minutes from midnight that it may be: of both halves of the day, if none is told."""
    value = (hour * 60 + minutes) % _NOON
    before, behind = match.string[max(0, match.start() - 3) : match.start()], match.string[_end(match) :]
    halves = {0} if hour == _MIDNIGHT else {0, 1}
    is_evening = hour in _EVENING and (_NIGHT.search(before) or _NIGHT.search(behind))
    if is_evening or _AFTERNOON.search(before) or _AFTERNOON.search(behind) or _NOON / 60 < hour < _MIDNIGHT:
        halves = {1}
    elif _MORNING.search(behind) or (_MORNING.search(before) and hour != _NOON / 60):  # 上午十二点 is noon
        halves = {0}
    values = frozenset(value + half * _NOON for half in halves)
    return Figure(match[0], *match.span(), values, FigureKind.TIME, Claim.WORDS)


def _end(match: re.Match[str]) -> int:
    """Return the end of the hours and minutes of a match, which may have the half of the day behind them."""
    return match.start("end") if match.groupdict().get("end") else match.end()


def _day(match: re.Match[str], month: Fraction | None, day: Fraction | None) -> Iterator[Figure]:
    if month and day and month <= 12 and day <= 31:
        yield Figure(match[0], *match.span(), frozenset({month * 100 + day}), FigureKind.DAY, Claim.WORDS)


def _weekday(match: re.Match[str], day: int) -> Figure:
    return Figure(match[0], *match.span(), frozenset({Fraction(day)}), FigureKind.WEEKDAY, Claim.WORDS)
