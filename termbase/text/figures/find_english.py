"""Finds numbers in English text, and digits in any text: 1.5 trillion, $2.5bn, twenty-first, two-thirds."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from fractions import Fraction

from termbase.text.figures.digits import has_currency, is_number
from termbase.text.figures.english import NumberWordSum, continues
from termbase.text.figures.english_claims import (
    AN_ORDINAL,
    PART_OF,
    is_common,
    is_frequency,
    is_value,
)
from termbase.text.figures.english_tokens import Token, tokens
from termbase.text.figures.figure import (
    Claim,
    Dimension,
    Figure,
    FigureKind,
    NumberWord,
    WordKind,
)
from termbase.text.figures.months import has_day, is_name, is_other_word
from termbase.text.figures.quantities import meanings
from termbase.text.figures.roman import roman_numerals, roman_value
from termbase.text.figures.units import measures, metric

_RUNNING = frozenset({WordKind.CARDINAL, WordKind.SCALE, WordKind.ORDINAL, WordKind.PART})
"""The kinds of words that stand together in one number: two hundred and fifty, three quarters."""

_COUNTING = frozenset({WordKind.CARDINAL, WordKind.ORDINAL, WordKind.MONTH})
"""The kinds of words that a translation needs to have."""

_IMPLYING = frozenset({WordKind.MULTIPLE, WordKind.DECADE, WordKind.MONTH, WordKind.OTHER})
_GAPS = frozenset({"", " ", "-", " and ", " a ", " of a ", " and a ", "-and-", "-and-a-"})
_UNSURE_SUFFIXES = frozenset({*"kmbt", "mn", "mil"})
"""What is a scale behind an amount of money only: 20m may be metres, and 20mn minutes."""

_MINUTES = frozenset({"m", "mn"})

_MILLION = 10**6
_REST = re.compile(r"(?!hundred|thousand|million)[A-Za-z]+[ -](?:hundred|thousand)\b", re.IGNORECASE)
"""What stands behind the comma within a number in words."""

_ARTICLE = re.compile("^ (?:of )?an? ")
_CENTURY = re.compile(r"^ century\b")
_PARTS_BEHIND = re.compile(r"[ -](?:thirds?|quarters?|fifths|(?!mon)[a-z]+ths)\b")
_HALF_BEHIND = re.compile(r"[ -](?!third |quarter |fifth |tenth )[A-Za-z]+ and a half\b")
"""A half behind the measure: two hours and a half."""

_NO_UNIT = re.compile(r" [a-z]+-(?:on|over|to|by|in|after|end)\b")
"""What begins with a unit of time and measures none: *a year-on-year rise*, *a day-to-day task*."""

_LABEL = re.compile(r"\s*\(?(?:(?P<roman>[ivx]{1,4})|(?P<letter>[a-z]))[).](?:\s|(?-i:(?=[A-Z])))", re.IGNORECASE)
"""The label of an item of a list, which the other language may number: (c) is （3）, and iv) is 四、."""

_CLOCK = re.compile(r"0\d[0-5]\d", re.ASCII)
"""A time of the day in four digits, of which the other text may have the hour alone: 0430, 四点半."""

_PERIOD = re.compile(r"\b(?:first|last|past|next|previous|consecutive) $")
_QUARTER = re.compile(r"\bQ[1-4]$")
_PARAGRAPH = re.compile(r"(?<=[\d)])\((?:(?P<roman>[ivx]{1,4})|(?P<letter>[a-j]))\)(?=$|[\s,.;()])")
"""The item of a paragraph, which is a number in Chinese: 23(2)(iii) is 第二十三条第二款第三项."""

_NUMBER_SIGN = re.compile("[½¼¾⅓⅔Ⅰ-Ⅻ①-⑳⑴-⒇]")


def english_figures(plain: str) -> Iterator[Figure]:
    """Yield the numbers in digits, and those that English words express, in a text of narrow digits."""
    read = 0
    for run in _runs(plain):
        first = run[0]
        if first.start < read or (
            first.meaning.kind is WordKind.MONTH and is_other_word(plain, first.start, first.end)
        ):
            continue
        half = _HALF_BEHIND.match(plain, run[-1].end)
        if half and first.text.lower() != "another":
            read = half.end()
        if first.meaning.kind is WordKind.OTHER:
            yield _implying(plain, first)
        else:
            yield _figure(plain, run)
    yield from roman_numerals(plain)
    yield from _labels(plain)
    for match in () if plain.isascii() else _NUMBER_SIGN.finditer(plain):
        value = Fraction(unicodedata.numeric(match[0])).limit_denominator(20)
        yield Figure(match[0], *match.span(), frozenset({value}))


def _labels(plain: str) -> Iterator[Figure]:
    label = _LABEL.match(plain)
    for match in (*([label] if label else []), *_PARAGRAPH.finditer(plain)):
        roman = roman_value((match["roman"] or "").upper())
        letter = (match["roman"] or match["letter"]).lower()
        values = {Fraction(roman)} if roman else set()
        values |= {Fraction(ord(letter) - ord("a") + 1)} if len(letter) == 1 else set()
        yield Figure(match[0], *match.span(), frozenset(values))


def _runs(plain: str) -> Iterator[list[Token]]:
    """Yield the tokens that make one number together: `two hundred and fifty`, `1.5 trillion`."""
    run: list[Token] = []
    for token in tokens(plain):
        if run and not _continues(plain, run, token):
            yield run
            run = []
        run.append(token)
    if run:
        yield run


def _continues(plain: str, run: list[Token], token: Token) -> bool:
    last = run[-1]
    gap, kind = plain[last.end : token.start].lower(), token.meaning.kind
    if token.text[0].isdigit():
        return False
    if kind is WordKind.SUFFIX:
        return last.text[-1].isdigit() and (not gap or (gap == " " and len(token.text) > 1))  # 3bn, 3 bn, 3m
    if run[0].text[0].isdigit():  # 1.7 million four years ago
        is_part = kind is WordKind.PART and (
            gap == " and a " or (gap == " " and token.text.endswith(("ths", "thirds")))
        )
        return (kind is WordKind.SCALE and gap in ("", " ", "-")) or is_part  # 6 fifths
    if kind is WordKind.DECADE:
        return len(run) == 1 and 10 < last.meaning.value < 20 and gap in (" ", "-")  # eighteen sixties
    if gap == ", " and kind is WordKind.CARDINAL and last.meaning.value >= _MILLION:
        return _REST.match(plain, token.start) is not None  # two million, five hundred thousand
    is_period = last.meaning.value > 3 or _PERIOD.search(plain, 0, run[0].start)
    if token.text.lower() == "quarters" and is_period:
        return False  # the first two quarters are no half
    if token.text.lower() == "half" and gap == " " and last.meaning.value != 1:
        return False  # seven half sisters
    if token.text.lower() == "second" and last.text.lower() == "one":
        return False  # a time: half is never called one second
    if gap == " and " and kind is not WordKind.PART and last.meaning.kind is not WordKind.SCALE:
        return _PARTS_BEHIND.match(plain, token.end) is not None  # one and three quarters, but not five and six
    is_number = {last.meaning.kind, kind} <= _RUNNING and last.meaning.kind is not WordKind.ORDINAL
    return is_number and continues(last.meaning, token.meaning) and gap in _GAPS


def _figure(plain: str, run: list[Token]) -> Figure:
    first = run[0]
    start, end = first.start, run[-1].end
    before, after = plain[max(0, start - 16) : start], plain[end : end + 24]
    if run[-1].meaning.kind is WordKind.PART:
        after = _CENTURY.sub(" centuries", _ARTICLE.sub(" ", after))  # half an hour, a quarter of a century
    numbers, kind = _evaluate(plain, run)
    if _HALF_BEHIND.match(after):
        numbers = [number + Fraction(1, 2) for number in numbers]
    read = [meanings(number, before, after) for number in numbers]
    kinds = [kind, *(one.kind for one in read)]
    if first.meaning.kind is WordKind.MONTH and first.text != "may":
        kinds.append(FigureKind.MONTH)
    if FigureKind.MONTH in kinds:
        kinds.insert(0, FigureKind.MONTH)  # the fifth lunar month
    kind = next((beside for beside in kinds if beside is not FigureKind.CARDINAL), FigureKind.CARDINAL)
    values = frozenset(value for one in read for value in one.values)
    shares = frozenset(share for one in read for share in one.shares)
    if kind is FigureKind.MULTIPLE and first.meaning.kind is WordKind.MULTIPLE:
        shares = frozenset({first.meaning.value})
    measured = frozenset(measure for one in read for measure in one.measures)
    if run[-1].text in _MINUTES and not measured and not has_currency(plain, start):  # 20m may be metres
        measured = frozenset(measures(first.meaning.value, "", f"m{after}"))
        if measured or run[-1].text == "mn":
            measured |= set(measures(first.meaning.value, "", " minutes"))
    claim = _claim(plain, run, kind)
    if any(measure.dimension in (Dimension.PERCENT, Dimension.POINTS) for measure in measured):
        claim = Claim.REQUIRED if claim is Claim.NONE and not first.text[0].isdigit() else claim  # one percent
    is_of_day = kind is FigureKind.MONTH and has_day(plain, start, end)
    if claim is Claim.WORDS and not is_of_day and _counts(run):
        claim = Claim.of_words(numbers[0], kind, has_unit=bool(measured))
    converted = metric(numbers[0], after)
    return Figure(plain[start:end], start, end, values, kind, claim, _scale(run), converted, shares, measured)


def _counts(run: list[Token]) -> bool:
    """Return whether a run is a number and no vague size: a thousand (dollars), but not thousands."""
    first = run[0]
    is_size = len(run) > 1 or first.meaning.kind is WordKind.SCALE
    return first.meaning.kind in _COUNTING or (is_size and not first.text.lower().endswith("s"))


def _implying(plain: str, word: Token) -> Figure:
    """Return the number that a word implies, with the unit behind it: a week, an hour and a half."""
    after, value = plain[word.end : word.end + 24], word.meaning.value
    after = "" if _NO_UNIT.match(after) else after
    is_half = word.text.lower() in ("a", "an") and _HALF_BEHIND.match(after) is not None
    read = meanings(value + Fraction(1, 2) if is_half else value, "", after)
    if word.text.lower() not in ("a", "an", "once"):
        own = frozenset(measures(Fraction(1), "", f" {word.text.removesuffix('long')}"))  # a decade is ten years
        return Figure(word.text, word.start, word.end, frozenset({value}), measures=own or read.measures)
    is_count = is_half or is_frequency(plain, word.start, word.end)
    kind, claim = (FigureKind.CARDINAL, Claim.WORDS) if is_count else (FigureKind.ARTICLE, Claim.NONE)
    return Figure(word.text, word.start, word.end, read.values, kind, claim, measures=read.measures)


def _evaluate(plain: str, run: list[Token]) -> tuple[list[Fraction], FigureKind]:
    """Return the numbers that a run may express, and whether its words make it an ordinal or a fraction."""
    first = run[0]
    if is_frequency(plain, first.start, first.end):
        return [first.meaning.value], FigureKind.CARDINAL
    if first.meaning.kind in _IMPLYING:
        is_multiple = first.meaning.kind is WordKind.MULTIPLE
        if first.meaning.kind is WordKind.DECADE and plain.endswith(("mid-", "Mid-"), 0, first.start):
            decades = _implied(first.meaning)
            return [*decades, *(value + 5 for value in decades)], FigureKind.CARDINAL  # mid-forties: 45
        return _implied(first.meaning), FigureKind.MULTIPLE if is_multiple else FigureKind.CARDINAL
    if run[-1].meaning.kind is WordKind.DECADE:
        return [first.meaning.value * 100 + run[-1].meaning.value, run[-1].meaning.value], FigureKind.CARDINAL
    sum_ = NumberWordSum()
    for last, token in zip([None, *run], run, strict=False):
        sum_.add(token.meaning, is_added=last is not None and "and" in plain[last.end : token.start])
    numbers = sum_.numbers()
    if _CLOCK.fullmatch(first.text):
        numbers.append(Fraction(first.text[:2]))
    if run[-1].text.lower() == "quarters" and len(run) == 2 and not PART_OF.match(plain, run[-1].end):
        numbers += [first.meaning.value, first.meaning.value * 3]  # three quarters of a year, in months
    if run[-1].text.lower() == "halves":
        numbers += [first.meaning.value]  # seven halves are seven draws
    if run[-1].text.lower() == "dozen" and len(run) == 2:
        numbers.append(first.meaning.value * 10)  # two dozen may be 二十多
    if run[-1].text.lower() in _UNSURE_SUFFIXES and not has_currency(plain, first.start):
        numbers.append(first.meaning.value)
    if sum_.kind is FigureKind.ORDINAL and numbers[0] and AN_ORDINAL.search(plain, 0, first.start):
        if part := PART_OF.match(plain, run[-1].end):
            return [1 / numbers[0], *([] if part[0] == " of" else numbers)], FigureKind.FRACTION  # add a fourth
        numbers.append(1 / numbers[0])
    return numbers, sum_.kind


def _implied(word: NumberWord) -> list[Fraction]:
    if word.kind is WordKind.MULTIPLE:
        return [word.value, word.value - 1, (word.value - 1) * 100]  # doubled: 一倍, 100%
    return [word.value, word.value + 1900] if word.kind is WordKind.DECADE else [word.value]


def _claim(plain: str, run: list[Token], kind: FigureKind) -> Claim:
    first = run[0]
    if first.text[0].isdigit():
        if is_number(plain, first.start, first.end):
            return Claim.REQUIRED
        return Claim.WORDS if _QUARTER.search(plain, 0, first.end) else Claim.NONE
    if first.text.lower().startswith("couple") or _is_in_identifier(plain, first.start, run[-1].end):
        return Claim.NONE
    if first.meaning.kind is WordKind.MULTIPLE:
        return Claim.WORDS
    if kind is FigureKind.MONTH and is_name(plain, first.start, first.end):
        return Claim.NONE
    if first.meaning.kind is WordKind.DECADE:
        return Claim.WORDS
    if first.meaning.kind not in _RUNNING and kind is not FigureKind.MONTH:
        return Claim.NONE
    if first.text == "zero" and is_value(plain, first.start, run[-1].end):
        return Claim.REQUIRED
    return Claim.NONE if len(run) == 1 and is_common(plain, first.start, first.end, first.meaning) else Claim.WORDS


def _is_in_identifier(plain: str, start: int, end: int) -> bool:
    """Return whether letters go on before or behind a number in words: FiveAuthors."""
    return plain[end : end + 1].isalpha() or plain[start - 1 : start].isalpha()


def _scale(run: list[Token]) -> int:
    scales = [int(token.meaning.value) for token in run if token.meaning.kind in (WordKind.SCALE, WordKind.SUFFIX)]
    return max(scales, default=1)
