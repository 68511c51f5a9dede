"""Compares the numbers of a text with those of its translation."""

from __future__ import annotations

import re
from collections.abc import Set

from termbase.text.figures.assign import assigned
from termbase.text.figures.figure import Claim, Dimension, Figure, FigureKind, Measure
from termbase.text.figures.listed import without_exchanged, without_joined, without_spelt, without_sums
from termbase.text.figures.same_number import is_same

_MOST = 60
"""How many numbers of a text are counted; to assign those of a long table takes too long."""

_RESTATED, _CONVERTED = len("元 (CNY "), len(" feet, or about ")
"""How many characters may separate two forms of one number, and one in imperial units from one in metric units."""

_DIGITS = frozenset({Claim.REQUIRED, Claim.CONVERSION})
"""What numbers in digits ask as often as they are stated."""

_LEAST_TIME = 15
"""The shortest unit of time that an article before it counts, in minutes."""

_SINGLE = {FigureKind.ARTICLE, FigureKind.FRACTION}
"""What a single unit or a part of one is."""

_WHOLE = {FigureKind.FRACTION, FigureKind.ORDINAL}
"""What states a number within it as its part: 上半 in 上半年 is which half of it."""

_FIRST_YEAR, _YEAR_DIGITS = 1900, 4
_TWO = re.compile("[一二两三四五六七八九]{2}|点|世[纪紀].*年代")
"""What a numeral has that states two numbers: 五六 for five or six, 十点二十 for 10:20."""


def unstated(source: list[Figure], target: list[Figure]) -> tuple[list[Figure], list[Figure]]:
    """Return the numbers of each text that the other one should state and does not.

    Numbers in digits should be stated. Numbers in words may be expressed otherwise, so they count only if both
    texts have one of the same kind that the other lacks: 第三 and second. Digits may be listed one by one: *players
    145*, 玩家1、4、5.
    """
    source, target = _without_labels(source, target), _without_labels(target, source)
    left, right = _missing(source, target, in_source=True), _missing(target, source, in_source=False)
    left, right = without_spelt(left, right, source, target)
    right, left = without_spelt(right, left, target, source)
    left, right = without_sums(left, right, source, target)
    right, left = without_sums(right, left, target, source)
    left, right = without_joined(left, right, target)
    right, left = without_joined(right, left, source)
    left, right = without_exchanged(left, right, source, target)
    if (left or right) and not _kinds(left) & _kinds(right):
        left, right = (
            left + _contradicted(right, source, target),
            right + _contradicted(left, target, source),
        )
    kinds = _kinds(left) & _kinds(right)
    left, right = _reported(left, kinds, in_source=True), _reported(right, kinds, in_source=False)
    left, right = (left, right) if left or right else _other_measures(source, target)
    if left or right:
        return left, right
    added = [figure for figure in _surplus(target, source, _DIGITS) if not _is_said_again(figure, target)]
    left_out = [
        figure
        for figure in _surplus(source, target, {*_DIGITS, Claim.YEAR})
        if not (figure.shares and _is_said_again(figure, source))  # 攻击提升8%，防御提升8%: both by 8%
    ]
    return left_out, added


def _kinds(figures: list[Figure]) -> set[FigureKind]:
    return {figure.kind for figure in figures}


def _without_labels(figures: list[Figure], others: list[Figure]) -> list[Figure]:
    """Leave out the label at the beginning if both texts have it: the number of 二、 is not that of 第二项."""
    labels = [other for other in others if other.kind is FigureKind.LABEL]
    return [
        figure
        for figure in figures
        if not (figure.kind is FigureKind.LABEL and any(_is_same_label(figure, other) for other in labels))
    ]


def _is_same_label(figure: Figure, other: Figure) -> bool:
    """Return whether two labels are of one item; one without a value stands before any item."""
    return not (figure.values and other.values) or not figure.values.isdisjoint(other.values)


def _is_in_code(figure: Figure) -> bool:
    return figure.claim is Claim.NONE and figure.text[0].isdigit()


def _contradicted(missing: list[Figure], figures: list[Figure], others: list[Figure]) -> list[Figure]:
    """Return a number that cannot be stated, because the other text has another one in its place.

    *The second home, two years ago* has two numbers; 两年前的第三套住房 states one of them, and a `missing` one.
    """
    kinds = _kinds(missing)
    for figure in figures:
        if (
            figure.kind in kinds
            and figure.claim in (Claim.WORDS, Claim.REQUIRED)
            and _is_spare(figure, figures, others)
        ):
            return [figure]
    return []


def _surplus(figures: list[Figure], others: list[Figure], claims: Set[Claim]) -> list[Figure]:
    """Return the digits and ordinals that a text has more often than the other one: of 3, 3 and 3, one is left out.

    Ones are stated in many ways (每3个月1次), months and years are left out where they are repeated, and a number
    may be stated in two forms: forty (40).
    """
    if max(len(figures), len(others)) > _MOST:
        return []
    asked = [
        figure
        for figure in figures
        if figure.claim in claims
        and figure.kind is not FigureKind.MONTH
        and not _names_year(figure)
        and (figure.text[0].isdigit() or figure.kind is FigureKind.ORDINAL)
        and (1 not in figure.values or figure.measures or figure.stands_alone or figure.kind is FigureKind.ORDINAL)
        and not any(_is_within(figure, other) for other in figures)
        and not any(_is_restated(figure, other) for other in figures)
        and not any(_is_repeated(figure, other) for other in figures)
    ]
    columns = [other for other in others for _ in range(2 if _states_two(other) else 1)]
    asked = [figure for figure in asked if any(is_same(figure, other) for other in columns)]
    columns = _without_words(figures, columns)
    choices = [[place for place, other in enumerate(columns) if is_same(figure, other)] for figure in asked]
    found = []
    while (stated := assigned(choices)) < len(choices):
        spare = next(place for place in reversed(range(len(choices))) if assigned(choices, place) == stated)
        found.append(asked.pop(spare))
        choices.pop(spare)
    return found[::-1]


def _names_year(figure: Figure) -> bool:
    """Return whether a number of four digits may be the year of a date, and counts nothing else than years."""
    is_four = figure.is_year and figure.text.isdecimal() and len(figure.text) == _YEAR_DIGITS
    is_time = all(measure.dimension is Dimension.TIME for measure in figure.measures)
    return is_four and is_time and not figure.currencies and not figure.shares


def _states_two(figure: Figure) -> bool:
    """Return whether a numeral states two numbers, also the two years of a school year (95學年度, 2006-07)."""
    is_school_year = any(value > _FIRST_YEAR and value + 1 in figure.values for value in figure.values)
    return is_school_year or _TWO.search(figure.text) is not None


def _without_words(figures: list[Figure], others: list[Figure]) -> list[Figure]:
    """Leave out the words that state the words of the other text: 两个守卫2 has 两 for *two* and 2 for 2."""
    left = list(others)
    for figure in figures:
        if figure.claim is Claim.WORDS and figure.kind is FigureKind.CARDINAL and figure.text.isalpha():
            words = [other for other in left if other.text.isalpha() and is_same(figure, other)]
            if words:
                left.remove(next((other for other in words if other.measures == figure.measures), words[0]))
    return left


def _is_restated(figure: Figure, other: Figure) -> bool:
    """Return whether another number beside it is the same one in another form: forty (40)."""
    gap = max(figure.start, other.start) - min(figure.end, other.end)
    most = _CONVERTED if figure.metric or other.metric else _RESTATED
    return gap <= most and other.text != figure.text and is_same(figure, other)


def _other_measures(source: list[Figure], target: list[Figure]) -> tuple[list[Figure], list[Figure]]:
    """Return the measures with an article or a part if each text has one of its dimension: 一小时, *half an hour*.

    Minutes and seconds are also said of any short time: *just a second*.
    """
    for dimension in (Dimension.TIME, Dimension.LENGTH, Dimension.MASS):
        left, right = (_lone(one, other, dimension) for one, other in ((source, target), (target, source)))
        if len(left) == len(right) == 1:
            return left, right
    return [], []


def _lone(figures: list[Figure], others: list[Figure], dimension: Dimension) -> list[Figure]:
    """Return the measures of a dimension with an article or a part that the other text lacks."""
    return [
        figure
        for figure in figures
        if (figure.kind in _SINGLE or figure.text.lower() in ("one", "半"))
        and any(measure.dimension is dimension and _is_long(measure) for measure in figure.measures)
        and not any(is_same(figure, other) for other in others if other.measures)
        and not any(_is_within(figure, part) for part in figures if part.kind in _WHOLE)  # 上半年, 1/4
    ]


def _is_long(measure: Measure) -> bool:
    return measure.dimension is not Dimension.TIME or measure.amount >= _LEAST_TIME


def _is_repeated(figure: Figure, other: Figure) -> bool:
    """Return whether another number stands in the same words, so that it need not be said twice: 男子100米决赛."""
    is_other = figure.start != other.start and figure.text == other.text
    return is_other and figure.around != "" and figure.around == other.around


def _is_said_again(figure: Figure, figures: list[Figure]) -> bool:
    """Return whether a text has the same measure or amount of money twice, where the other one has a pronoun."""
    return bool(figure.measures or figure.currencies) and any(
        figure is not other
        and figure.text == other.text
        and (figure.measures, figure.currencies) == (other.measures, other.currencies)
        for other in figures
    )


def _is_spare(figure: Figure, figures: list[Figure], others: list[Figure]) -> bool:
    """Return whether all numbers that the other text can state are stated even without this one.

    A word that need not be stated takes no number from it (*a file, cp(1) and mv(1)*; cp(1) 和 mv(1) 两个命令), but
    a code takes its own (P-8I).
    """
    codes = {other.text for other in others if other.claim is Claim.NONE}
    asked = [one for one in figures if one.claim is not Claim.NONE or one.text in codes]
    choices = [[place for place, other in enumerate(others) if is_same(one, other)] for one in asked]
    index = asked.index(figure)
    if any(one is not figure and one.start < figure.end and figure.start < one.end for one in figures):
        return False  # two readings of one number
    return len(choices[index]) > 0 and assigned(choices) == assigned(choices, index)


def _missing(figures: list[Figure], others: list[Figure], *, in_source: bool) -> list[Figure]:
    """Return the numbers that are not among the others; a month is compared with months if there are some.

    A percentage is compared with percentages if both texts have equally many. A translation may add the year of a
    date and a conversion, so these are asked only `in_source`.
    """
    months = [other for other in others if other.kind is FigureKind.MONTH] or others
    optional = {Claim.NONE}
    if not in_source and not any(other.is_year for other in others):
        optional.add(Claim.YEAR)
    if not in_source and not any(other.claim is Claim.CONVERSION for other in others):
        optional.add(Claim.CONVERSION)
    shares = [other for other in others if other.shares]
    has_as_many = len(shares) == sum(bool(figure.shares) for figure in figures)

    codes = {figure.text for figure in figures if _is_in_code(figure)}
    outside_codes = [other for other in others if not (_is_in_code(other) and other.text in codes)]

    def among(figure: Figure) -> list[Figure]:
        if figure.kind is FigureKind.MONTH:
            return months
        if figure.shares and has_as_many:
            return shares
        return outside_codes if figure.text[0].isdigit() else others  # the 2 of SARS-CoV-2 is not that of type 2

    fractions = [
        figure
        for figure in figures
        if figure.kind is FigureKind.FRACTION and any(is_same(figure, other) for other in others)
    ]
    return [
        figure
        for figure in figures
        if figure.claim not in optional
        and not any(is_same(figure, other) for other in among(figure))
        and not any(_is_within(figure, fraction) for fraction in fractions)
    ]


def _is_within(figure: Figure, fraction: Figure) -> bool:
    """Return whether a number is a part of a fraction, which the other text states as one: 1/4 is *a quarter*."""
    return fraction.start <= figure.start and figure.end <= fraction.end and figure.text != fraction.text


def _reported(figures: list[Figure], conflicting: set[FigureKind], *, in_source: bool) -> list[Figure]:
    """Leave out words that may be expressed otherwise, but not the month of a day in the source."""
    return [
        figure
        for figure in figures
        if figure.claim is not Claim.WORDS
        or figure.kind in conflicting
        or (in_source and figure.kind is FigureKind.MONTH)
    ]
