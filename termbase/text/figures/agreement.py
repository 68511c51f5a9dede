"""Compares the numbers of a text with those of its translation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from termbase.text.figures.figure import Claim, Figure, FigureKind

_ROUNDED = 0.05
"""How much a measure may differ after conversion: 5 acres are about 2 hectares."""

_SHORT_DATE = re.compile("(?P<month>1[0-2]|[1-9])(?P<day>[12]\\d|3[01]|[1-9])")
"""A date that names an event: 911, 315; the other text may write 9/11 or September 11."""

_LIST_GAP = len(" &amp; ")
"""How many characters may separate two digits of a list."""


def unstated(source: list[Figure], target: list[Figure]) -> tuple[list[Figure], list[Figure]]:
    """Return the numbers of each text that the other one should state and does not.

    Numbers in digits should be stated. Numbers in words may be expressed otherwise, so they count only if both
    texts have one of the same kind that the other lacks: 第三 and second. Digits may be listed one by one: *players
    145*, 玩家1、4、5.
    """
    left, right = _missing(source, target), _missing(target, source)
    left, right = _without_spelt(left, right, target)
    right, left = _without_spelt(right, left, source)
    kinds = {figure.kind for figure in left} & {figure.kind for figure in right}
    return _reported(left, kinds), _reported(right, kinds)


def _missing(figures: Iterable[Figure], others: list[Figure]) -> list[Figure]:
    """Return the numbers that are not among the others; a month is compared with months if there are some."""
    months = [other for other in others if other.kind is FigureKind.MONTH] or others
    optional = {Claim.NONE}
    if not any(other.is_year for other in others):
        optional.add(Claim.YEAR)
    if not any(other.claim is Claim.CONVERSION for other in others):
        optional.add(Claim.CONVERSION)
    return [
        figure
        for figure in figures
        if figure.claim not in optional
        and not any(_is_same(figure, other) for other in (months if figure.kind is FigureKind.MONTH else others))
    ]


def _without_spelt(
    figures: list[Figure], missing: list[Figure], others: list[Figure]
) -> tuple[list[Figure], list[Figure]]:
    """Leave out the numbers whose digits the other text lists one by one, and these digits there."""
    spelt = {figure: _spelt(figure, others) for figure in figures}
    listed = [digit for digits in spelt.values() for digit in digits]
    return [figure for figure in figures if not spelt[figure]], [one for one in missing if one not in listed]


def _spelt(figure: Figure, others: Sequence[Figure]) -> Sequence[Figure]:
    """Return the digits of a number, listed in another text; empty if they are not."""
    digits, length = figure.text, len(figure.text)
    if date := _dated(digits, others):
        return date
    if length < 2 or not digits.isdecimal():
        return ()
    for start in range(len(others) - length + 1):
        run = others[start : start + length]
        is_near = all(later.start - earlier.end <= _LIST_GAP for earlier, later in pairwise(run))
        if is_near and [one.text for one in run] == list(digits):
            return run
    return ()


def _dated(digits: str, others: Sequence[Figure]) -> Sequence[Figure]:
    """Return the month and the day of a date that names an event (911), in another text; empty if it has none."""
    if not (date := _SHORT_DATE.fullmatch(digits)):
        return ()
    for month, day in pairwise(others):
        is_near = day.start - month.end <= _LIST_GAP
        if is_near and int(date["month"]) in month.values and day.text == date["day"]:
            return (month, day)
    return ()


def _reported(figures: list[Figure], conflicting: set[FigureKind]) -> list[Figure]:
    return [figure for figure in figures if figure.claim is not Claim.WORDS or figure.kind in conflicting]


def _is_same(figure: Figure, other: Figure) -> bool:
    if figure.shares and other.shares:  # 三成 is not 3%
        return not figure.shares.isdisjoint(other.shares)
    return (
        figure.text == other.text
        or (not figure.values.isdisjoint(other.values) and not _is_version(figure, other))
        or _has_same_digits(figure.text, other.text)
        or _is_about(figure.metric, other)
        or _is_about(other.metric, figure)
    )


def _is_about(metric: float | None, other: Figure) -> bool:
    """Return whether a number is a measure in metric units, rounded as translators do."""
    return metric is not None and any(abs(float(value) - metric) <= _ROUNDED * metric for value in other.values)


def _is_version(figure: Figure, other: Figure) -> bool:
    """Return whether a number such as 2.0 stands beside a word: it names a version, which stays in digits."""
    return figure.text.endswith(".0") and not other.text[0].isdigit()


def _has_same_digits(text: str, other: str) -> bool:
    """Return whether two long numbers differ only in the signs between digits: 2.147.483, 2,147,483."""
    if not (text[-1].isdigit() and other[-1].isdigit()):
        return False
    digits = re.sub(r"\D", "", text)
    return len(digits) > 3 and digits == re.sub(r"\D", "", other)
