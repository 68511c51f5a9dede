"""The currency of an amount of money, and the scale of a temperature, by what stands beside: 30欧元, *$30*, 5℃."""

from __future__ import annotations

import re

_DOLLARS = frozenset("USD HKD TWD AUD CAD SGD NZD MOP".split())

_BEHIND = (
    ("US dollars?|American dollars?|USD|美元|美金", "USD"),
    ("(?:Hong Kong|HK) dollars?|HKD|港元|港币|港币元", "HKD"),
    ("(?:New Taiwan|NT|Taiwan) dollars?|NTD|TWD|元?(?:新台币|台币)|新台币", "TWD"),
    ("Canadian dollars?|加元|加币", "CAD"),
    ("Australian dollars?|澳元|澳币", "AUD"),
    ("(?:Singapore|New Zealand) dollars?|新加?坡?元|纽元", "SGD NZD"),
    ("dollars?|bucks", " ".join(_DOLLARS)),
    ("euros?|EUR|欧元", "EUR"),
    ("(?:British )?pounds?(?: sterling)?|GBP|英镑", "GBP"),
    ("(?:Japanese )?yen|JPY|日元|日圆", "JPY"),
    ("(?:Chinese )?(?:yuan|renminbi)|RMB|CNY|元?人民币", "CNY TWD"),
    ("(?:South Korean |Korean )?won|KRW|韩元|韩圜", "KRW"),
    ("(?:Russian )?rou?bles?|卢布", "RUB"),
    ("(?:Indian )?rupees?|卢比", "INR"),
    ("(?:Swiss )?francs?|CHF|瑞郎|瑞士法郎", "CHF"),
    ("pence|penn(?:y|ies)|p|便士", "GBp"),
    ("℃|°\\s?C|摄氏度|degrees? (?:Celsius|centigrade)", "°C"),
    ("℉|°\\s?F|华氏度|degrees? Fahrenheit", "°F"),
    ("cents?", " ".join(_DOLLARS | {"EUR"})),
    ("元|块钱", " ".join(_DOLLARS | {"CNY"})),
)
_BEFORE = (
    ("US\\$|USD|美元", "USD"),
    ("HK\\$|HKD|港币|港元", "HKD"),
    ("NT\\$|NTD|TWD|新台币|台币", "TWD"),
    ("[AC]\\$|S\\$|AUD|CAD|SGD", "AUD CAD SGD"),
    ("(?<![A-Za-z])\\$", " ".join(_DOLLARS)),
    ("€|EUR", "EUR"),
    ("£|GBP", "GBP"),
    ("JPY", "JPY"),
    ("¥", "CNY JPY"),
    ("RMB|CNY|人民币", "CNY"),
    ("摄氏", "°C"),
    ("华氏", "°F"),
)
_SCALE = r"(?:[kmbt]|[bt]n|[十百千万亿]+)?"
_RANGE = r"(?:\s?(?:[-–—~～至到]|to\b)\s?\d[\d.,]*\s?)?"
_FIRST = tuple(
    (
        re.compile(rf"{_RANGE}{_SCALE}[多余来几]?[\s-]?(?:{words})(?![A-Za-z])", re.IGNORECASE),
        frozenset(codes.split()),
    )
    for words, codes in _BEHIND
)
_LAST = tuple(
    (re.compile(rf"(?:{words})\s?$", re.IGNORECASE), frozenset(codes.split())) for words, codes in _BEFORE
)
_ANY = re.compile(
    "dollar|buck|cent|penn|pence|p\\b|便士|°|℃|℉|[摄华]氏|degree|euro|pound|yen|yuan|renminbi|won|ble|rupee|franc|[$€£¥元块镑圜圆金币布比郎]"
    "|USD|HKD|NTD|TWD|EUR|GBP|JPY|RMB|CNY|KRW|CHF|AUD|CAD|SGD",
    re.IGNORECASE,
)
_REACH = 24

_RATES = {
    "USD": (1, 1), "EUR": (0.65, 1.2), "GBP": (0.48, 0.9), "CNY": (6, 8.4), "HKD": (7.7, 7.9),
    "TWD": (26, 36), "JPY": (75, 165), "KRW": (900, 1500),
}  # fmt: skip
"""Between which rates a dollar of the United States was exchanged since 1994."""

_SURE = 2
"""How far from 1 a rate must be, so that other amounts are not taken for exchanged ones."""


def is_exchanged(amount: float, codes: frozenset[str], other: float, other_codes: frozenset[str]) -> bool:
    """Return whether an amount of money may be another one in another currency: $200,000, 130万元."""
    one, two = _rate(codes), _rate(other_codes)
    if not (one and two and amount and other):
        return False
    least, most = two[0] / one[1], two[1] / one[0]
    return (least >= _SURE or most <= 1 / _SURE) and least <= other / amount <= most


def _rate(codes: frozenset[str]) -> tuple[float, float] | None:
    """Return the rate of what is mostly meant: US dollars by *dollars*, yuan by 元."""
    return next((_RATES[code] for code in ("CNY", *_RATES) if code in codes), None)


def currencies(plain: str, start: int, end: int) -> frozenset[str]:
    """Return the codes of the currencies that the number at a span of simplified text may count, mostly none.

    元 alone is the unit of many currencies, also of US dollars in a text about them (1500亿元, US$150 billion), but
    not of euros or pounds, and a *dollar* is one of several countries.
    """
    behind, before = plain[end : end + _REACH], plain[max(0, start - 5) : start]
    if not (_ANY.search(behind) or _ANY.search(before)):
        return frozenset()
    found = (codes for pattern, codes in _FIRST if pattern.match(behind))
    signs = (codes for pattern, codes in _LAST if pattern.search(before))
    return next(found, None) or next(signs, frozenset())
