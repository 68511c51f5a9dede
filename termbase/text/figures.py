"""Finds numbers written in digits, and decides whether another text states the same number, in digits or words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from termbase.files.data_table import data_rows
from termbase.text.script import simplify

_FIGURE = re.compile(
    r"(?<![\w.,%#$&{<\\/-])(?P<digits>\d{1,3}(?:[,，]\d{3})+(?![\d,，])(?:\.\d+)?"
    r"|\d{1,3}(?:\.\d{3}){2,}(?![\d.])|\d+(?:\.\d+)?)"
    r"(?:\s?(?P<unit>[十百千]?(?:万亿|亿|万)|千|百|(?:trillion|billion|million|thousand|hundred)\b))?"
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
    "十": 1, "百": 2, "hundred": 2, "千": 3, "thousand": 3, "万": 4, "million": 6, "亿": 8, "billion": 9,
    "万亿": 12, "trillion": 12,
}  # fmt: skip
_ORDINAL = frozenset({"", "st", "nd", "rd", "th", "s"})


class Figure(NamedTuple):
    """A number written in digits, and its span in a text (0-based code points). `value` includes 万 or million."""

    text: str
    start: int
    end: int
    value: Decimal
    is_month: bool = False
    is_decade: bool = False


def figures(text: str) -> list[Figure]:
    """Return the numbers that a text has in digits (also full-width ones), but not those in words and codes."""
    plain = simplify("".join(_narrow(char) for char in text))
    dates = [part for date in _DATE.finditer(plain) for part in _of_date(text, date)]
    rest = _DATE.sub(lambda date: "_" * len(date[0]), plain)
    found = (_figure(text, match) for match in _FIGURE.finditer(rest) if match["rest"].lower() in _ORDINAL)
    return sorted([*dates, *found], key=lambda figure: figure.start)


def is_stated(figure: Figure, text_figures: Iterable[Figure], text: str) -> bool:
    """Return whether a text, whose figures are given, states a number.

    The text may have the same value, the same digits with another unit, or the number in words.
    """
    if re.search(rf"(?<!\d){re.escape(figure.text)}(?!\d)", text):
        return True  # also within words: 10Mb, sdc3
    values = {stated.value for stated in text_figures}
    if figure.value in values or _bare(figure) in values or figure.value in map(_bare, text_figures):
        return True
    if len(_digits(figure.text)) > 3 and _digits(figure.text) in map(_digits, _RUN.findall(text)):
        return True  # some countries write 2.147.483 for 2,147,483
    if figure.is_decade and any(value % 100 == figure.value for value in values):
        return True
    if any(stated.is_decade and figure.value % 100 == stated.value for stated in text_figures):
        return True
    english = re.findall(r"[a-z]+(?:-[a-z]+)?", text.casefold())
    words = {part for word in english for part in (word, *word.split("-"))}  # zero-terminated
    plain = simplify(text.casefold())
    return any(word in plain for word in _chinese(figure.value)) or bool(_english(figure.value) & words)


def _narrow(char: str) -> str:
    """Convert a full-width digit or sign to ASCII; other characters stay, so that offsets do not change."""
    folded = unicodedata.normalize("NFKC", char) if "！" <= char <= "～" else char
    return folded if len(folded) == 1 else char


def _figure(text: str, match: re.Match[str]) -> Figure:
    number = _number(match["digits"])
    unit = (match["unit"] or "").lower()
    end = match.end("unit") if unit else match.end("digits")
    power = _SCALE.get(unit) or sum(_SCALE[char] for char in unit)  # 百万: the sum of both
    value = number * 10**power
    return Figure(text[match.start() : end], match.start(), end, value, bool(match["month"]), bool(match["decade"]))


def _of_date(text: str, date: re.Match[str]) -> Iterator[Figure]:
    """Yield the parts of a date, in any order; a year of two digits is treated as a decade."""
    for name in ("year", "month", "day", "one", "two", "three"):
        if date[name]:
            start, end = date.span(name)
            is_short_year = name == "three" and len(date[name]) == 2
            yield Figure(text[start:end], start, end, Decimal(date[name]), is_decade=is_short_year)


def _digits(text: str) -> str:
    """Return the digits of a number without the signs between them."""
    return re.sub(r"\D", "", "".join(map(_narrow, text)))


def _bare(figure: Figure) -> Decimal:
    """Return the number without its unit: in `12 to 15 million` the unit also belongs to 12."""
    digits = re.match(r"[\d.,，]+", "".join(map(_narrow, figure.text)))
    return _number(digits[0].rstrip(".,，")) if digits else figure.value


def _number(digits: str) -> Decimal:
    plain = digits.replace(",", "").replace("，", "")
    return Decimal(plain.replace(".", "") if plain.count(".") > 1 else plain)  # 2.147.483


class _Words(NamedTuple):
    """The words for a number, the usual word first."""

    english: list[str]
    chinese: list[str]


@cache
def _words() -> dict[int, _Words]:
    rows = data_rows("number_words.tsv")
    return {int(number): _Words(english.split(), chinese.split()) for number, english, chinese in rows}


def _english(value: Decimal) -> set[str]:
    """Return the ways to write a number in English words."""
    whole = int(value)
    if whole != value:
        return set()
    words = set(_words()[whole].english) if whole in _words() else set()
    tens, ones = divmod(whole, 10)
    if 2 <= tens <= 9 and ones:
        words.add(f"{_words()[10 * tens].english[0]}-{_words()[ones].english[0]}")
    return words


def _chinese(value: Decimal) -> set[str]:
    """Return the ways to write a number in simplified Chinese characters: 十二, 二十, 两."""
    whole = int(value)
    if whole != value:
        return set()
    tens, ones = divmod(whole, 10)
    if not 1 <= tens <= 9:
        return set(_words()[whole].chinese) if whole in _words() else set()
    digits = [_words()[digit].chinese[0] if digit else "" for digit in range(10)]
    return {f"{digits[tens] if tens > 1 else ''}{_words()[10].chinese[0]}{digits[ones]}"}
