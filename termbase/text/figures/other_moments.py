"""Compares the days, times, codes and amounts of a text with those of its translation: 8月8日, *August 1*."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from termbase.text.figures.amounts import AGES
from termbase.text.figures.codes import key
from termbase.text.figures.figure import Claim, Figure, FigureKind
from termbase.text.offsets import blanked

_OTHER_SIZE = 10
"""How many times as much is another amount: 数百 (*hundreds*), 数千."""


def other_moments(source: list[Figure], target: list[Figure]) -> tuple[list[Figure], list[Figure]]:
    """Return the days, times, codes and amounts of each text of which the other one has another in their place."""
    found: tuple[list[Figure], list[Figure]] = ([], [])
    for kind in (FigureKind.DAY, FigureKind.WEEKDAY, FigureKind.TIME, FigureKind.PERIOD):
        left, right = ([figure for figure in figures if figure.kind is kind] for figures in (source, target))
        lacking, added = _lacking(left, right), _lacking(right, left)
        if kind is FigureKind.WEEKDAY and len(left) == len(right):
            lacking, added = _more_often(left, right), _more_often(right, left)
        if lacking and added:
            found[0].extend(lacking)
            found[1].extend(added)
    for one, two in (*_other_codes(source, target), *_other_amounts(source, target)):
        found[0].append(one)
        found[1].append(two)
    return found


def _lacking(moments: list[Figure], others: list[Figure]) -> list[Figure]:
    return [
        one
        for one in moments
        if one.claim is not Claim.NONE and all(one.values.isdisjoint(other.values) for other in others)
    ]


def _more_often(days: list[Figure], others: list[Figure]) -> list[Figure]:
    """Return the days of the week that a text names more often than the other one, which names as many days."""
    rest = [other.values for other in others]
    found = []
    for day in days:
        if day.values in rest:
            rest.remove(day.values)
        else:
            found.append(day)
    return found


def without_agreed_times(source: str, target: str, left: list[Figure], right: list[Figure]) -> tuple[str, str]:
    """Return two texts without the times of day that both have: 7点45分, *a quarter to eight*."""
    for one in left:
        other = next((other for other in right if _is_same_time(one, other)), None)
        if other:
            right = [time for time in right if time is not other]
            source, target = blanked(source, one), blanked(target, other)
    return source, target


def _is_same_time(figure: Figure, other: Figure) -> bool:
    return figure.kind is other.kind is FigureKind.TIME and not figure.values.isdisjoint(other.values)


def _other_codes(source: list[Figure], target: list[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Yield the codes of two texts that have the same name and other numbers: rc1, rc2."""
    left, right = (
        {key(figure): figure for figure in figures if figure.kind is FigureKind.CODE}
        for figures in (source, target)
    )
    for name, number in left.keys() - right.keys():
        others = [code for code in right.keys() - left.keys() if code[0] == name]
        if others:
            yield left[name, number], right[others[0]]


def _other_amounts(source: list[Figure], target: list[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Yield the amounts of two texts if both have as many and some are of another size: *millions*, 数百亿.

    Those that both texts have are not counted, nor ages that one has besides: *hundreds of people, for decades*.
    """
    left, right = ([one for one in figures if one.kind is FigureKind.AMOUNT] for figures in (source, target))
    for one in [*left]:
        if other := next((other for other in right if not _differ(one, other)), None):
            left.remove(one)
            right.remove(other)
    if len(left) != len(right):
        left, right = ([one for one in each if one.text.lower() not in AGES] for each in (left, right))
    if len(left) == len(right):
        yield from zip(*(sorted(each, key=lambda one: max(one.values)) for each in (left, right)), strict=True)


def _differ(one: Figure, other: Figure) -> bool:
    """Return whether two amounts are of another size or in another currency."""
    if one.currencies and other.currencies and one.currencies.isdisjoint(other.currencies):
        return True
    return all(max(pair) >= min(pair) * _OTHER_SIZE for pair in product(one.values, other.values))
