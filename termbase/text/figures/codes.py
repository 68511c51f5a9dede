"""Finds codes with a number (rc2, COVID-19) and the numbers of telephones, which a translation keeps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from termbase.text.figures.dates import DATE
from termbase.text.figures.figure import Claim, Figure, FigureKind

_CODE = re.compile(r"(?<![A-Za-z])(?P<name>[A-Za-z]{1,10})-?(?P<number>\d+(?:\.\d+)*)(?![\w.-]*\w)", re.ASCII)
_TELEPHONE = re.compile(r"(?<![\w.-])\(?\+?\d+\)?(?:[- ]?\d{3,})*(?:-\d{3,})+(?![\w-])", re.ASCII)
_TELEPHONE_DIGITS = 7


def codes(plain: str) -> Iterator[Figure]:
    """Yield the codes of a text, which are compared as written, see `key`."""
    for match in _CODE.finditer(plain):
        value = frozenset({Fraction(match["number"])} if match["number"].count(".") < 2 else ())
        yield Figure(match[0], *match.span(), value, FigureKind.CODE, Claim.WORDS)
    for match in _TELEPHONE.finditer(DATE.sub(lambda date: "." * len(date[0]), plain)):
        if sum(char.isdigit() for char in match[0]) >= _TELEPHONE_DIGITS:
            yield Figure(match[0], *match.span(), frozenset(), FigureKind.CODE, Claim.WORDS)


def key(code: Figure) -> tuple[str, str]:
    """Return the name of a code and its number as written: rc and 2; a telephone has no name."""
    match = _CODE.fullmatch(code.text)
    if match:
        return match["name"].casefold(), match["number"]
    return "", re.sub(r"\D", "", code.text)
