"""Numbers in digits: their pattern, their value, and whether digits are a number or a part of a code."""

from __future__ import annotations

import re
from fractions import Fraction

DIGITS = (
    r"(?:(?<![\d.])(?<!\d,)(?<!\d )\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![,，.]?\d|[ -]\d)"
    r"|(?<!\d,)\d{1,3}(?:[,，]\d{3})+(?![,，]?\d)(?:\.\d+)?|\d{1,4}(?:[,，]\d{4}){2,}(?![,，]?\d)"
    r"|\d{1,3}(?:\.\d{3}){2,}(?![\d.])|\d+,\d{5,}(?!\d)|(?<!\d,)\d{1,2}(?:,\d\d)+,\d{3}(?![,，]?\d)"
    r"|\d+(?:\.\d+)?(?!\.?\d))"
)
"""A number with groups and decimals: 1,234.5, 1 234, and elsewhere 2.147.483, 1,0000,0000, 2,06,737 and 3,14159.

Behind a number with a comma it is one of a list: 10 and 100 in 1,5,10,100.
"""

CURRENCY = (
    r"(?:RMB|CNY|USD|HKD|NTD|TWD|EUR|GBP|JPY|AUD|CAD|CHF|SGD|NZD|KRW|INR|RUB|THB|MYR|ZAR|TRY|MXN|PLN|SEK|NOK|DKK|HUF"
    r"|AED|SAR|BRL|MOP|IDR|VND|(?:US|HK|NT|[ACS])\$|[€£¥₩₹])"
)
_BEFORE = re.compile(
    r"(?:^|\d&|[^\w.,#&{<\\/%$-]|(?:post|mid|pre|late|early)-|(?:^|[^\w$])[-+]\s?|(?<!\d),"
    r"|(?<![\w.-])\d{1,3}%?-|(?<![\d.-])(?:1[5-9]|20)\d\d-|(?<![\w.-])[1-9]\d*x|(?<![\w./-])v|(?:^|[\s(（])#"
    r"|(?<![\w./-])\d{2,3}/|\b__?|\w ?<"
    r"|(?:^|[\s(（$€£¥~<>=])\.)$",
    re.ASCII | re.IGNORECASE,
)
_POINT = re.compile(r"(?:^|[\s(（$€£¥~<>=])\.$")
_UNIT = (
    r"[ap]\.?m|mph|k?m/h|lbs?|ft|oz|[kcmun]?m|[km]?g|m[ls]|ha|px|x|bit|MP|[KMGT]B|[kMG]?Hz|[kMG]?Wh?"
    r"|k?V|mAh|dB|[kM]Pa|rpm|ppm|L"
)
_AFTER = re.compile(rf"(?:st|nd|rd|th|s|k|[bt]n|[mbt]r?illion|{_UNIT})?(?![A-Za-z]|_\w)|x(?=[1-9])", re.ASCII)
_AFTER_CURRENCY = re.compile(r"(?:[kmbt]|[bmt]n|[mbt]r?illion)?(?![A-Za-z_])", re.ASCII | re.IGNORECASE)


_SCALE = re.compile(
    r"(?:[bt]n| (?:thousand|[mbt]r?illion|each|per|apiece|an? (?:hour|day|week|month|year|share)))\b", re.IGNORECASE
)
_OTHER_AMOUNT = re.compile(r"(?<![\w$])\$\d[\d,.]*\d", re.ASCII)
"""What shows that $1 is an amount, and no placeholder: what stands behind it, and an amount beside it."""


_SPACED = re.compile(
    r"(?<![\w.,，/])\d{1,3}(?: ?[,，] \d{3})+(?!\d)|(?<![\w.,/])\d+(?:。|\. )\d+(?!\d|[.。]\s?\d)"
    r"|(?<![\w.,，/])(?P<whole>\d+),(?P<cents>\d\d)(?![\d,])",
    re.ASCII,
)
"""A number with a space, a Chinese full stop or a decimal comma within: 1, 200; 63. 6; 0。5; $12,50."""


def joined(text: str) -> str:
    """Return a text whose numbers may have been written otherwise as others are, and as long as before."""
    return _SPACED.sub(_as_others, text)


def _as_others(match: re.Match[str]) -> str:
    plain = (
        f"{match['whole']}.{match['cents']}" if match["cents"] else re.sub(r"\s", "", match[0]).replace("。", ".")
    )
    return plain.rjust(len(match[0]))


def number_of(digits: str) -> Fraction:
    """Return the value of a match of `DIGITS`."""
    plain = re.sub(r"[,，\s]", "", digits)
    return Fraction(plain.replace(".", "") if plain.count(".") > 1 else plain)


def is_decimal(plain: str, start: int) -> bool:
    """Return whether digits are decimals without a 0 before the point: .75."""
    return _POINT.search(plain, max(0, start - 2), start) is not None


def is_number(plain: str, start: int, end: int) -> bool:
    """Return whether the digits at a span are a number, not a part of a code, a path or a placeholder ($1)."""
    if has_currency(plain, start):
        is_amount = plain[start - 1 : start] != "$" or plain[start - 2 : start - 1].isalpha() or end - start > 1
        is_amount = bool(is_amount or _SCALE.match(plain, end) or _OTHER_AMOUNT.search(plain))
        return is_amount and bool(_AFTER_CURRENCY.match(plain, end))
    if plain.startswith("%", end) and plain[start - 1 : start].isalpha():
        return True  # 占GDP10%
    return bool(_BEFORE.search(plain[max(0, start - 8) : start])) and bool(_AFTER.match(plain, end))


def has_currency(plain: str, start: int) -> bool:
    """Return whether the sign or code of a currency stands before a position."""
    return bool(re.search(rf"(?:{CURRENCY}|\$)\s?-?$", plain[max(0, start - 5) : start]))
