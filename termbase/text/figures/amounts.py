"""Finds amounts that are given by their size alone: *tens of millions*, 数千万, 千万级."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from termbase.text.figures.chinese import value_of
from termbase.text.figures.currencies import currencies
from termbase.text.figures.figure import Claim, Figure, FigureKind, WordKind, english_number_words

AGES = ("decades", "centuries", "millennia")
_CHINESE = re.compile(
    "(?:[数几](?:以)?|[成上])(?P<size>[十百千]?(?:万亿|[万亿])|[百千](?![万亿米克瓦])|(?<=[数几])十(?![百千万亿]))|(?P<level>[十百千]?[万亿])级"
    "|(?<![一二两三四五六七八九十百千\\d.])(?P<bare>[十百千][万亿])(?=[美欧日港新]?元|英镑|人)"
)
_ENGLISH = re.compile(
    r"\b(?:(?P<count>tens|dozens|hundreds|thousands) of )?"
    r"(?P<size>(?:hundred|thousand|million|billion|trillion)s)\b"
    r"|\b(?P<dozens>dozens)(?= of (?!hundred|thousand|million|billion))"
    r"|\b(?:several|a few) (?P<some>hundred|dozen)\b(?! (?:thousand|million|billion|trillion)\b)"
    r"|\b(?:several|a few|an?(?! hundred))(?: (?P<few>hundred))? (?P<one>thousand|million|billion|trillion)\b"
    r"|\bmulti-?(?P<multi>million|billion|trillion)\b"
    rf"|\b(?P<ages>{'|'.join(AGES)})\b",
    re.IGNORECASE,
)

_SIZES = ("ozen", "undred", "housand", "illion", "ecades", "enturies", "illennia")
_COUNT = re.compile(r"(?:\d|\b(?P<word>[A-Za-z]+))[ -]$", re.ASCII)
"""What may count the ages behind it: *two decades* are no number of unknown size."""


def amounts(plain: str) -> Iterator[Figure]:
    """Yield the amounts in a text of simplified characters."""
    for match in () if plain.isascii() else _CHINESE.finditer(plain):
        value = value_of(match["size"] or match["level"] or match["bare"]) or Fraction(1)
        yield _amount(match, value, *([value / 10] if match[0][0] in "成上" else []))  # 上万 is also thousands
    for match in _ENGLISH.finditer(plain) if any(size in plain for size in _SIZES) else ():
        if match["multi"]:  # 数百万, 数千万, 数亿
            yield _amount(match, *(_size(match["multi"]) * ten for ten in (1, 10, 100)))
            continue
        size = match["size"] or match["one"] or match["dozens"] or match["some"] or match["ages"]
        if not (match["ages"] and _is_counted(plain, match.start())):
            yield _amount(match, _size(match["count"] or match["few"]) * _size(size))


def _is_counted(plain: str, start: int) -> bool:
    match = _COUNT.search(plain, max(0, start - 12), start)
    word = english_number_words().get((match["word"] or "").lower()) if match else None
    return match is not None and (not match["word"] or (word is not None and word.kind is not WordKind.OTHER))


def _size(word: str | None) -> Fraction:
    if word is None:
        return Fraction(1)
    return (
        Fraction(10) if word.lower() in ("tens", "dozens", "dozen") else english_number_words()[word.lower()].value
    )


def _amount(match: re.Match[str], *values: Fraction) -> Figure:
    plain, end = match.string, match.end()
    money = currencies(plain, match.start(), end + len(" of") if plain.startswith(" of ", end) else end)
    return Figure(match[0], *match.span(), frozenset(values), FigureKind.AMOUNT, Claim.WORDS, currencies=money)
