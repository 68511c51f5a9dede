"""Removes the numbers of a text that it states again and its translation once: a term as the original has it.

Start from `without_restated`.
"""

from __future__ import annotations

import re

from termbase.text.offsets import Span, blank, blanked

_RESTATED = re.compile(
    r"(?<![\w.])(?P<number>\d[\d.,]*\d|\d)(?=[^\d.()（）][^()（）]{0,15}[(（]"
    r"(?:(?P=number)\s[^\W\d][^()（）]{0,30}|[^\W\d][^()（）]{0,60}[^\w.](?P=number)"
    r"|[A-Z]{2,}-?(?P=number))[)）])"
)
"""Matches a number that stands again in a bracket behind it, in a term, name or code as the original has it."""

_GLOSSED = re.compile(
    r"(?<![A-Za-z\d_-])[A-Za-z][A-Za-z\d_-]{0,40}?(?P<number>\d+)[A-Za-z_]{0,40}[(（]"
    r"[^()（）]{0,60}?(?<![A-Za-z\d.-])(?P<again>(?P=number))(?!\.?\d)"
)
"""Matches a code and its number again in a bracket behind it, which explains the code: `type-5（5型设备）`."""

_INCLUDED = re.compile(
    r"(?<![\d.])(?P<number>\d[\d.,]*)(?=[^\d()（）]{0,4}[(（]不?包?[含括]\s?(?P=number)(?!\.?\d))"
)
"""Matches a number of which a bracket says whether it belongs to a range: *0 to 4 inclusive*, 0至4（含4）."""

_BOTH_SIDES = (
    re.compile(
        r"(?<![\w.])(?P<number>\d+)(?=(?: [a-z]+)? (?:before|above)\b[^.;]{0,60}?"
        r"\b(?P=number)(?: [a-z]+)? (?:after|below)\b)"
    ),
    re.compile("[前上][后後下]"),
)
"""Match a number that is the same before and after something: *3 days before and 3 days after*, 前后3天."""


_DATELINE = re.compile(r"(?:\d{1,2} ?月 ?)?(?<!\d)(?P<day>\d{1,2}) ?日 ?[电電讯訊](?=.*(?<!\d)(?P=day) ?日)")
"""Matches the date of a report (新华社北京12月11日电) if the text states the day again."""


def without_restated(text: str, other: str) -> str:
    """Return a text without one of two equal numbers or days, if the other text has none twice so."""
    text = _without_dateline(text, other)
    number, is_once = _BOTH_SIDES
    text = number.sub(blank, text) if is_once.search(other) else text
    for match in () if _GLOSSED.search(other) else list(_GLOSSED.finditer(text)):
        text = blanked(text, Span(*match.span("again")))
    for twice in (_RESTATED, _INCLUDED):
        text = text if twice.search(other) else twice.sub(blank, text)
    return text


def _without_dateline(text: str, other: str) -> str:
    """Return a text without the date of a report that it states again, if the other text has the day once."""
    match = _DATELINE.search(text)
    is_once = match and len(re.findall(rf"(?<![\d.]){match['day']}(?!\.?\d)", other)) == 1
    return blanked(text, Span(*match.span())) if match and is_once else text
