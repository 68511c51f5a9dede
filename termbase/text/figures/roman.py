"""Finds Roman numerals up to 89: Chapter IV, Super Bowl XLIX."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from termbase.text.figures.figure import Claim, Figure, FigureKind

_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}
_NUMERAL = re.compile(r"(?=[IVXL])(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_IN_TEXT = re.compile(r"\b[IVXL]+\b", re.ASCII)
_DIVISION = re.compile(
    r"\b(?:chapter|section|part|article|volume|book|phase|appendix|annex|schedule|world war) $", re.IGNORECASE
)
"""What stands before a Roman numeral that counts the parts of a text: Chapter XII, 第十二章."""

_CLEAR, _LEAST = 3, 7
"""How long and large a numeral is that is hardly an abbreviation: Louis XIV, but not IV."""

_WORD = re.compile(r"(?:^|[^A-Za-z])(?!(?:the|an?) )[A-Za-z]{2,} $", re.IGNORECASE)
"""What stands before a Roman numeral of one letter; in 5 V and *the V domain* the letter is a unit or a name."""

_SERIES = "(?:stage|type|class|grade|level|category|group|factor|phase) "
_FIRST = re.compile(rf"\b{_SERIES}I(?!['’]|\s[A-Za-z])", re.IGNORECASE)
"""Matches the first of a series, where I is no pronoun: *Category I – General*, but not *the type I want*."""

_INTRAVENOUS = re.compile(rf"(?<![A-Za-z])(?!{_SERIES})[a-z]+ IV\Z")
"""Matches IV behind a word that names no series: *with IV contrast*."""

_OPEN_PLACE = "XXX"
"""Stands for a word that is to be filled in more often than for 30."""


def roman_value(numeral: str) -> int | None:
    """Return the value of a numeral in capitals, or None if it is not one."""
    if not _NUMERAL.fullmatch(numeral):
        return None
    digits = [_VALUES[char] for char in numeral]
    return sum(-one if one < following else one for one, following in pairwise([*digits, 0]))


def roman_numerals(plain: str) -> Iterator[Figure]:
    """Yield the Roman numerals of a text."""
    firsts = {match.end() for match in _FIRST.finditer(plain)}
    for match in _IN_TEXT.finditer(plain):
        is_division = _DIVISION.search(plain, 0, match.start()) is not None
        is_named = match[0] not in ("I", "L") and _WORD.search(plain, 0, match.start()) is not None
        is_named = is_named or match.end() in firsts
        value = roman_value(match[0])
        if match[0] == "IV" and not is_division and _INTRAVENOUS.search(plain, 0, match.end()):
            continue
        if not value or (len(match[0]) == 1 and not (is_division or is_named)):
            continue
        claim = Claim.WORDS if is_division or len(match[0]) > 1 else Claim.NONE
        if len(match[0]) >= _CLEAR and value >= _LEAST and match[0] != _OPEN_PLACE:
            claim = Claim.REQUIRED
        yield Figure(match[0], *match.span(), frozenset({Fraction(value)}), FigureKind.ORDINAL, claim)
