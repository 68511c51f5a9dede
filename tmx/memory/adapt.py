"""Puts the numbers and dates of a text into the translation of one that has others. Start from `number_changes`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import NamedTuple

from termbase.text.figures.figure import Claim, Figure, FigureKind
from termbase.text.figures.find import find_figures
from tmx.memory.tokens import masked, tokens

_MONTHS = "January February March April May June July August September October November December".split()
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?", re.ASCII)
_ENDING = re.compile(r"[A-Za-z]")
_COUNTED = re.compile(r"[\s-]{0,2}[A-Za-z]")


class Change(NamedTuple):
    """A stretch of a text (code points, the end is exclusive), and what is to stand there."""

    start: int
    end: int
    new: str


def changed(text: str, changes: Iterable[Change]) -> str:
    """Return a text with changes, which do not overlap."""
    for start, end, new in sorted(changes, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def number_changes(text: str, source: str, target: str) -> list[Change] | None:
    """Return what to change in the translation of `source` for the numbers of `text`, None if it is not certain.

    It is certain if the texts are equal but for numbers in digits and names of months, and each number that differs
    stands once in the source and once in the translation, there in digits or as a month too.
    """
    wanted, stored, translated = _stated(text), _stated(source), find_figures(target)
    if _rest(text, wanted) != _rest(source, stored):
        return None
    changes = []
    for new, old in zip(wanted, stored, strict=True):
        if new.text == old.text:
            continue
        places = [each for each in translated if _states(each, old, translated, stored)]
        is_once = sum(_states(each, old, stored, stored) for each in stored) == len(places) == 1
        made = _written(new, old, places[0], target) if is_once and new.kind is old.kind else None
        if made is None:
            return None
        changes.append(Change(places[0].start, places[0].end, made))
    return changes


def _stated(text: str) -> list[Figure]:
    """The numbers in digits and the months of a text; not what is read of two numbers together (3 of 10)."""
    found = [
        each
        for each in find_figures(text)
        if each.claim is not Claim.NONE and (each.text[0].isdigit() or each.kind is FigureKind.MONTH)
    ]
    return [
        one
        for one in found
        if not any(other is not one and one.start <= other.start and other.end <= one.end for other in found)
    ]


def _rest(text: str, figures: Sequence[Figure]) -> list[object]:
    """What a text has between its numbers: tokens, and placeholders as they are written."""
    starts, ends = [each.start for each in figures], [each.end for each in figures]
    pieces = [text[end:start] for end, start in zip([0, *ends], [*starts, len(text)], strict=True)]
    return [(tokens(piece), masked(piece)[1]) for piece in pieces]


def _states(figure: Figure, other: Figure, among: Sequence[Figure], others: Sequence[Figure]) -> bool:
    """Whether a number states what another one does; months are compared with months, if both texts have some."""
    months = [FigureKind.MONTH in {each.kind for each in figures} for figures in (among, others)]
    if all(months) and (figure.kind is FigureKind.MONTH) != (other.kind is FigureKind.MONTH):
        return False
    return figure.text == other.text or not figure.values.isdisjoint(other.values)


def _written(new: Figure, old: Figure, place: Figure, target: str) -> str | None:
    """Return a number in the form that another one has in a translation; None if its form is not certain."""
    after = target[place.end :]
    if place.text in _MONTHS:
        return _MONTHS[int(month) - 1] if 1 <= (month := min(new.values)) <= len(_MONTHS) else None
    if _ENDING.match(after):
        return None  # 3rd
    if _COUNTED.match(after) and place.kind is FigureKind.CARDINAL and 1 in (_value(new), _value(old)):
        return None  # one file, two files
    if place.text == old.text:
        return new.text
    digits, value, before = _DIGITS.match(place.text), _value(new), _value(old)
    if digits is None or value is None or not before or before != _value(place):
        return None
    return _scaled(digits[0], value / before, place.text[digits.end() :])


def _value(figure: Figure) -> Fraction | None:
    """The value of a number, that of its digits if it is nothing else; None if it may stand for several."""
    if _DIGITS.fullmatch(figure.text):
        return Fraction(figure.text.replace(",", ""))
    return next(iter(figure.values)) if len(figure.values) == 1 else None


def _scaled(digits: str, factor: Fraction, unit: str) -> str | None:
    """Return a number with its unit, a number of times as large, if two decimals are enough for it."""
    value = Fraction(digits.replace(",", "")) * factor
    if (100 * value).denominator != 1:
        return None
    whole, part = divmod(int(100 * value), 100)
    shown = f"{whole:{',' if ',' in digits else ''}}" + f".{part:02}".rstrip("0").rstrip(".")
    return (shown.zfill(len(digits)) if digits.startswith("0") else shown) + unit
