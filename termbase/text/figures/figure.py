"""A number in a text with all values that it may stand for, and the words for numbers (`number_words.tsv`)."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from termbase.files.data_table import data_rows

_LARGE = 4
"""The least number that a translation does not put in other words."""


class FigureKind(StrEnum):
    """What a number does in its sentence."""

    CARDINAL = "cardinal"
    """How many: twelve, 十二."""
    ORDINAL = "ordinal"
    """Which one: third, 第三."""
    ARTICLE = "article"
    """One, as an article has it: a week."""
    MONTH = "month"
    """Which month: May, 5月."""
    FRACTION = "fraction"
    """Which part: two thirds, 三分之二, 15%."""
    MULTIPLE = "multiple"
    """How many times as much: doubled, 翻两番."""
    AMOUNT = "amount"
    """About how many, by the size alone: millions, 数百万."""
    DAY = "day"
    """Which day of the year: 9月3日, September 3rd."""
    LABEL = "label"
    """Which item of a list, at its beginning: 二、, (b)."""
    CODE = "code"
    """Which version or type: rc2, COVID-19."""
    WEEKDAY = "weekday"
    """Which day of the week: 星期三, Wednesday."""
    PERIOD = "period"
    """How long or how often, by the unit alone: 每天, half a year."""
    TIME = "time"
    """Which time of the day: 九点三刻, a quarter to ten."""


_COUNTING = (FigureKind.CARDINAL, FigureKind.ORDINAL, FigureKind.FRACTION, FigureKind.MULTIPLE)


class Claim(StrEnum):
    """How much a number asks of a translation."""

    REQUIRED = "required"
    """The translation must have it: digits that are no part of a code (COVID-19), or a larger number in words."""
    YEAR = "year"
    """Required, unless the translation has no year: it completes a date (July 26, 2020 for 7月26日)."""
    CONVERSION = "conversion"
    """Required, unless the translation has no conversion: 6,000 mu (400 hectares) for 6000 亩."""
    WORDS = "words"
    """The translation may express it otherwise, but must not have another one in its place: three quarters."""
    NONE = "none"
    """The translation need not have it: 一 in 一样."""

    @classmethod
    def of_words(cls, number: Fraction, kind: FigureKind, *, has_unit: bool) -> Claim:
        """Return what a number in words asks. Up to three without a unit, languages differ: 两人, *the couple*."""
        if has_unit and kind in (FigureKind.CARDINAL, FigureKind.FRACTION):
            return cls.REQUIRED
        is_large = number >= _LARGE and kind in _COUNTING
        return cls.REQUIRED if is_large or kind is FigureKind.MONTH else cls.WORDS


class Dimension(StrEnum):
    """What a unit measures."""

    TIME = "time"
    LENGTH = "length"
    MASS = "mass"
    AREA = "area"
    VOLUME = "volume"
    PREFIX = "prefix"
    """Any unit with a prefix: MW, MB."""
    PERCENT = "percent"
    POINTS = "points"


class Measure(NamedTuple):
    """A number of units of which one is `amount` in the basic unit of its dimension: 2 weeks, in minutes."""

    dimension: Dimension
    amount: Fraction
    number: Fraction

    def total(self) -> float:
        """Return the measure in the basic unit of its dimension."""
        return float(self.amount * self.number)


class Figure(NamedTuple):
    """A number as it is written, its span in the text (0-based code points), and the values it may stand for.

    `90%` stands for 90 and 9/10, and `5 p.m.` for 5 and 17. `scale` is the largest unit in it: 1,000,000 in
    `15 million`.
    `shares` are the parts of the whole that it may be if its unit says that it is one: 1/20 for `5%`, none for `5`.
    `measures` are what it measures in the units behind it: 2 weeks.
    0 or 1 `stands_alone` where nothing follows that it could count: user 1's file.
    `currencies` are the codes of those that it may count.
    `around` are the Chinese characters beside it, if there are some on both sides.
    `bound` is 1 for a number that is exceeded (more than 5), -1 for one that is not reached (nearly 5).
    `change` is 1 for the number that a change ends with (fell to 5), -1 for the size of the change (fell by 5).
    `metric` is the same measure in the metric units of a translation: 4.05 (hectares) for `10 acres`.
    """

    text: str
    start: int
    end: int
    values: frozenset[Fraction]
    kind: FigureKind = FigureKind.CARDINAL
    claim: Claim = Claim.NONE
    scale: int = 1
    metric: float | None = None
    shares: frozenset[Fraction] = frozenset()
    measures: frozenset[Measure] = frozenset()
    stands_alone: bool = False
    currencies: frozenset[str] = frozenset()
    around: str = ""
    bound: int = 0
    change: int = 0

    @property
    def is_year(self) -> bool:
        """Whether the number may be a year of the last centuries or this one."""
        return any(1500 <= value < 2200 for value in self.values)


class WordKind(StrEnum):
    """The kinds of words in `number_words.tsv`."""

    CARDINAL = "cardinal"
    SCALE = "scale"
    ORDINAL = "ordinal"
    PART = "part"
    MULTIPLE = "multiple"
    DECADE = "decade"
    MONTH = "month"
    OTHER = "other"
    SUFFIX = "suffix"


class NumberWord(NamedTuple):
    """What a word for a number means."""

    kind: WordKind
    value: Fraction


@cache
def english_number_words() -> dict[str, NumberWord]:
    """Return the English words for numbers, in lower case."""
    return _words(2)


@cache
def chinese_number_words() -> dict[str, NumberWord]:
    """Return the Chinese characters and words for numbers, in simplified characters."""
    return _words(3)


def _words(column: int) -> dict[str, NumberWord]:
    rows = data_rows("number_words.tsv")
    return {word: NumberWord(WordKind(row[0]), Fraction(row[1])) for row in rows for word in row[column].split()}
