"""Figures in English and Chinese texts, and whether another text says the same, in digits or in words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

_FIGURE = re.compile(
    r"(?<![\w.,%#$&{<\\/-])(?P<digits>\d{1,3}(?:[,，]\d{3})+(?![\d,，])(?:\.\d+)?"
    r"|\d{1,3}(?:\.\d{3}){2,}(?![\d.])|\d+(?:\.\d+)?)"
    r"(?:\s?(?P<unit>[十百千]?(?:万亿|萬億|亿|億|万|萬)|千|百|(?:trillion|billion|million|thousand|hundred)\b))?"
    r"(?P<month>\s?月)?(?P<decade>\s?年代|s\b)?(?P<rest>[A-Za-z_]*)",
    re.ASCII | re.IGNORECASE,
)
_DATE = re.compile(
    r"(?<![\w./-])(?:(?P<year>\d{4})(?P<sign>[./-])(?P<month>\d\d?)(?P=sign)(?P<day>\d\d?)"  # 1999-02-15
    r"|(?P<one>\d\d?)(?P<mark>[./-])(?P<two>\d\d?)(?P=mark)(?P<three>\d{4}|\d\d))(?![\w/-]|\.\d)",  # 15.2.99
    re.ASCII,
)
_RUN = re.compile(r"\d[\d.,，]*", re.ASCII)
_SCALE = {
    "百": 2, "hundred": 2, "千": 3, "thousand": 3, "万": 4, "萬": 4, "million": 6, "亿": 8, "億": 8, "billion": 9,
    "万亿": 12, "萬億": 12, "trillion": 12, "十": 1,
}  # fmt: skip
_ORDINAL = frozenset({"", "st", "nd", "rd", "th", "s"})
_MONTHS = "January February March April May June July August September October November December".split()
_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
).split()
_ORDINALS = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
_OTHER_WORDS = {
    1: ("a", "an", "once", "single"), 2: ("both", "twice", "double", "pair", "half", "binary"),
    3: ("triple", "thrice"), 4: ("quarter",), 8: ("octal",), 10: ("decade", "decimal"), 12: ("dozen",),
    16: ("hexadecimal",), 100: ("hundred", "century"), 1000: ("thousand",),
}  # fmt: skip
_TENS = dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True))
_DIGITS = "零一二三四五六七八九"


class Figure(NamedTuple):
    """A number in digits, at its place in a text (0-based code points); `value` with its 万 or million."""

    text: str
    start: int
    end: int
    value: Decimal
    is_month: bool = False
    is_decade: bool = False


def figures(text: str) -> list[Figure]:
    """The numbers that a text has in digits; full-width ones too, none inside words and codes."""
    plain = "".join(_narrow(char) for char in text)
    dates = [part for date in _DATE.finditer(plain) for part in _of_date(text, date)]
    rest = _DATE.sub(lambda date: "_" * len(date[0]), plain)
    found = (_figure(text, match) for match in _FIGURE.finditer(rest) if match["rest"].lower() in _ORDINAL)
    return sorted([*dates, *found], key=lambda figure: figure.start)


def is_said(figure: Figure, known: Iterable[Figure], other: str) -> bool:
    """Whether a text with these figures says a number: its value, its digits in another unit, or in words."""
    if re.search(rf"(?<!\d){re.escape(figure.text)}(?!\d)", other):
        return True  # also within words: 10Mb, sdc3
    values = {one.value for one in known}
    if figure.value in values or _bare(figure) in values or any(figure.value == _bare(one) for one in known):
        return True
    if len(_digits(figure.text)) > 3 and _digits(figure.text) in map(_digits, _RUN.findall(other)):
        return True  # 2.147.483 of some countries is 2,147,483
    if figure.is_decade and any(value % 100 == figure.value for value in values):
        return True
    if any(one.is_decade and figure.value % 100 == one.value for one in known):
        return True
    english = re.findall(r"[a-z]+(?:-[a-z]+)?", other.casefold())
    said = {part for word in english for part in (word, *word.split("-"))}  # zero-terminated
    return any(word in other.casefold() for word in _chinese(figure.value)) or bool(_words(figure) & said)


def _narrow(char: str) -> str:
    """Full-width digits and signs as ASCII; all else stays, so that offsets do."""
    folded = unicodedata.normalize("NFKC", char) if "！" <= char <= "～" else char
    return folded if len(folded) == 1 else char


def _figure(text: str, match: re.Match[str]) -> Figure:
    number = _number(match["digits"])
    unit = (match["unit"] or "").lower()
    end = match.end("unit") if unit else match.end("digits")
    power = _SCALE.get(unit) or sum(_SCALE[char] for char in unit)  # 百万 is both
    value = number * 10**power
    return Figure(text[match.start() : end], match.start(), end, value, bool(match["month"]), bool(match["decade"]))


def _of_date(text: str, date: re.Match[str]) -> Iterator[Figure]:
    """The parts of a date, in whichever order; a year of two digits as the decade has it."""
    for name in ("year", "month", "day", "one", "two", "three"):
        if date[name]:
            start, end = date.span(name)
            is_short_year = name == "three" and len(date[name]) == 2
            yield Figure(text[start:end], start, end, Decimal(date[name]), is_decade=is_short_year)


def _digits(text: str) -> str:
    """The digits of a number, whatever signs part them."""
    return re.sub(r"\D", "", "".join(map(_narrow, text)))


def _bare(figure: Figure) -> Decimal:
    """The number without its unit, as in `12 to 15 million`."""
    digits = re.match(r"[\d.,，]+", "".join(map(_narrow, figure.text)))
    return _number(digits[0].rstrip(".,，")) if digits else figure.value


def _number(digits: str) -> Decimal:
    plain = digits.replace(",", "").replace("，", "")
    return Decimal(plain.replace(".", "") if plain.count(".") > 1 else plain)  # 2.147.483


def _words(figure: Figure) -> set[str]:
    """How English may say a number in words."""
    value = int(figure.value)
    if value != figure.value or not 0 <= value <= 1000:
        return set()
    words = set(_OTHER_WORDS.get(value, ()))
    if value < len(_WORDS):
        words.add(_WORDS[value])
    if value < len(_ORDINALS):
        words.add(_ORDINALS[value])
    if 1 <= value <= len(_MONTHS):
        words |= {_MONTHS[value - 1].casefold(), _MONTHS[value - 1][:3].casefold()}
    for ten, start in _TENS.items():
        if start <= value < start + 10:
            words |= {ten} if value == start else {f"{ten}-{_WORDS[value - start]}"}
    return words


def _chinese(value: Decimal) -> set[str]:
    """How Chinese may say a number in characters: 十二, 二十, 两."""
    whole = int(value)
    if whole != value or not 0 <= whole < 100:
        return {"百"} if value == 100 else {"千"} if value == 1000 else set()
    tens, ones = divmod(whole, 10)
    ten = ("" if tens == 1 else _DIGITS[tens]) + "十" if tens else ""
    words = {ten + (_DIGITS[ones] if ones or not tens else "")}
    if whole == 1:
        words |= {f"{one}{what}" for one in "单單首" for what in "行向倍页頁次层層"}  # 单行, 首页
    if whole == 2:
        words |= {"两", "兩", "双", "雙", "二", "半"}
    return words
