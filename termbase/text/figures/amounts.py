"""Finds amounts that are given by their size alone: *tens of millions*, 数千万, 千万级."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from termbase.text.figures.chinese import value_of
from termbase.text.figures.figure import Claim, Figure, FigureKind, english_number_words

_CHINESE = re.compile(
    "(?:[数几](?:以)?|[成上])(?P<size>[十百千]?(?:万亿|[万亿])|[百千](?![万亿米克瓦])|(?<=[数几])十(?![百千万亿年]))|(?P<level>[十百千]?[万亿])级"
    "|(?<![一二两三四五六七八九十百千\\d.])(?P<bare>[十百千][万亿])(?=[美欧日港新]?元|英镑|人)"
)
_ENGLISH = re.compile(
    r"\b(?:(?P<count>tens|dozens|hundreds|thousands) of )?"
    r"(?P<size>(?:hundred|thousand|million|billion|trillion)s)\b"
    r"|\b(?P<dozens>dozens)(?= of (?!hundred|thousand|million|billion))"
    r"|\b(?:several|a few) (?P<some>hundred|dozen)\b(?! (?:thousand|million|billion|trillion)\b)"
    r"|\b(?:several|a few|an?(?! hundred))(?: (?P<few>hundred))? (?P<one>thousand|million|billion|trillion)\b",
    re.IGNORECASE,
)


def amounts(plain: str) -> Iterator[Figure]:
    """Yield the amounts in a text of simplified characters."""
    for match in () if plain.isascii() else _CHINESE.finditer(plain):
        value = value_of(match["size"] or match["level"] or match["bare"]) or Fraction(1)
        yield _amount(match, value, *([value / 10] if match[0][0] in "成上" else []))  # 上万 is also thousands
    has_size = any(size in plain for size in ("ozen", "undred", "housand", "illion"))
    for match in _ENGLISH.finditer(plain) if has_size else ():
        size = match["size"] or match["one"] or match["dozens"] or match["some"]
        yield _amount(match, _size(match["count"] or match["few"]) * _size(size))


def _size(word: str | None) -> Fraction:
    if word is None:
        return Fraction(1)
    return Fraction(10) if word.lower() in ("tens", "dozens", "dozen") else english_number_words()[word.lower()].value


def _amount(match: re.Match[str], *values: Fraction) -> Figure:
    return Figure(match[0], *match.span(), frozenset(values), FigureKind.AMOUNT, Claim.WORDS)
