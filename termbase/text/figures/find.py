"""Finds all numbers of a text, in digits and in words of both languages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from itertools import pairwise, zip_longest

from termbase.text.figures.amounts import amounts
from termbase.text.figures.bounds import bound, change
from termbase.text.figures.chinese_claims import COUNTED
from termbase.text.figures.codes import codes
from termbase.text.figures.currencies import currencies
from termbase.text.figures.dates import dates_and_versions, years_of_cycle, years_of_full_dates
from termbase.text.figures.digits import CURRENCY
from termbase.text.figures.figure import Claim, Figure, FigureKind, WordKind, english_number_words
from termbase.text.figures.find_chinese import chinese_figures
from termbase.text.figures.find_english import english_figures
from termbase.text.figures.fractions_in_digits import fractions, mixed_numbers
from termbase.text.figures.moments import moments
from termbase.text.figures.months import month_names
from termbase.text.figures.periods import periods
from termbase.text.figures.units import metric
from termbase.text.script import HAN, simplify

_DIGIT = re.compile(r"\d", re.ASCII)
_RANGE = re.compile(r"\s?(?:[-–—~～]|至|到|或|、|,|to|or|and)\s?[$€£¥]?", re.IGNORECASE)
_LABEL_BESIDE_YEAR = re.compile(r"(?:^|(?<=\s))(?P<label>\d{1,2})\.(?=(?:19|20)\d\d(?: ?年|-\d))")
"""Matches the label of an item with a year behind it: 1.2015年."""

_JANUARY = re.compile(r"(?<![\d一二三四五六七八九十百千万亿美欧日港])元月(?=[\d一二三四五六七八九十初上中下底份])")
"""Matches the other name of January: 元月十三日, but not 100元月租."""

_LIST_COMMA = re.compile(r"(?<=\d)，(?=\d{1,2}(?!\d))")
"""Matches a comma between two numbers, which has no digits of one number behind it: 3和7，3和9."""

_LISTED_PROVISIONS = re.compile(r"(第\d{1,3})[,，](?=\d{3}\s?[条條页頁章节節款项項])")
"""Matches the comma between two provisions, which is none within a number: 第194,196条."""

_LISTING = frozenset({",", "、", "and"})
"""What stands between numbers that need not have one unit: *in 2020, 5 days*."""

_ALWAYS = re.compile(r"(?<!\d)(?P<one>24|7)\s?[/x×*]\s?(?P<to>24|7)(?!\d)")
"""Matches 24/7, which is also around the clock."""

_SHOPPING_DAY = re.compile(r"(?:双|[Dd]ouble )\s?(?P<number>1[12]|十[一二])(?!\d|[月日])")
"""Matches 双11 and 双十一, which is also Singles' Day."""

_INCHES = re.compile(r"\d[ -]f(?:oo|ee)?t[ -](?P<number>\d{1,2})\b", re.ASCII | re.IGNORECASE)
"""Matches feet and inches, which are one number in metres: 6-foot-8."""

_OR_MORE = re.compile(r"(?<![\d.])(?P<number>\d+)(?=\s?[^\W\d]?\s?[或及]\s?(?P=number)\s?[^\W\d]?\s?以[上下])")
"""Matches a number that is said twice with 以上 or 以下: 3个或3个以上 (3 or more)."""

_FORMULA = re.compile(r"(?<![A-Za-z])(?:[CNS]?O|N|H|CH|NH) (?P<number>[2-4])(?![\w.])")
"""Matches the number of a formula that has lost its form, and whose substance has a name: O 2, 氧."""

_CONVERSION = re.compile(
    r"(?:(?<![A-Za-z\d.-])\d[\d,.]*(?:[^\d\s()]{1,12}| [^\d\s()]+){0,3}|\d"
    r"|\b(?:hundred|thousand|[mbt]r?illion) [a-z]+)\s?"
    rf"\((?:[A-Za-z]+\.? |[约合近逾即大折相当于为]{{1,5}}\s?)?(?P<currency>{CURRENCY}|\$|[^\x00-\x7f]{{1,3}})?\s?"
    r"(?P<number>\d[\d,.]*)(?(currency)[^\d()]{0,16}|[^\d()]{1,16})\)",
    re.ASCII,
)
"""A number that is repeated in another unit: 6,000 mu (400 hectares), 60亿港元（约7.7亿美元）."""

_LABEL_END = re.compile(r"\s?[、)]|\s?[.:](?!\d)")
"""What stands behind the number of an item of a list."""

_ANY_LABEL = re.compile(r"1\. ")
"""What Markdown has before any item of a numbered list."""

_BESIDE = re.compile(f"[{HAN}]{{5}}")
_PEOPLE = (
    "people|persons?|adults?|child(?:ren)?|m[ae]n|wom[ae]n|students|workers|households|families|voters|patients"
    "|respondents|residents|Britons|Americans"
)
_SHARE = re.compile(rf" (?:in|out of|of|(?:{_PEOPLE}) (?:in|out of)) (?:every |the )?")
_CHINESE_SHARE = re.compile(
    rf"[{HAN}]{{0,8}}?(?:中的|[当之]?[中里](?:只|仅|就|便|约|大约|至少)?[有占](?:近|约|大约|至少|将近|超过)?)"
)
"""What stands between a part and the whole, and the whole and a part: *one in five*, 五个人中就有一个."""


def find_figures(text: str) -> list[Figure]:
    """Return the numbers of a text in their order; figures that overlap are readings of one number."""
    plain = _narrow(text)
    has_digits = _DIGIT.search(plain) is not None
    dates = [*dates_and_versions(plain), *mixed_numbers(plain)] if has_digits else []
    rest = _without(plain, dates)
    chinese = [] if rest.isascii() else [*chinese_figures(rest), *years_of_cycle(rest)]
    numbers = [*chinese, *english_figures(_without(rest, chinese))]
    found = [*dates, *_related(plain, sorted(numbers, key=lambda figure: figure.start))]
    found += fractions(plain) if has_digits else []
    claims = (
        _claims_of_parts(found) | _claims_of_restated(plain, found) | _weaker_claims(plain, has_digits=has_digits)
    )
    return [_as_written(_as_label(plain, figure), plain, text, claims) for figure in found]


def find_moments(text: str) -> list[Figure]:
    """Return the days, times, codes and amounts of a text, made of numbers that `find_figures` returns too."""
    plain = _narrow(text)
    return [
        figure._replace(text=text[figure.start : figure.end])
        for figure in (*moments(plain), *periods(plain), *codes(plain), *amounts(plain))
    ]


def _narrow(text: str) -> str:
    """Return a text in simplified characters with narrow digits and signs, each one character as before."""
    if text.isascii():
        return text
    listed = _LISTED_PROVISIONS.sub(r"\1、", _LIST_COMMA.sub("、", text))
    listed = _LABEL_BESIDE_YEAR.sub(r"\g<label>、", listed)
    return _JANUARY.sub("一月", simplify(listed.translate(_narrowed())))


def _without(plain: str, read: list[Figure]) -> str:
    """Hide the digits that are already read behind a character that no pattern for numbers matches."""
    for figure in read:
        if figure.text[0].isdigit():
            plain = plain[: figure.start] + "数" * (figure.end - figure.start) + plain[figure.end :]
    return plain


def _as_label(plain: str, figure: Figure) -> Figure:
    is_label = (
        figure.start <= len("(") and figure.kind is FigureKind.CARDINAL and _LABEL_END.match(plain, figure.end)
    )
    if not is_label:
        return figure
    values = frozenset[Fraction]() if _ANY_LABEL.match(plain, figure.start) else figure.values
    return figure._replace(kind=FigureKind.LABEL, values=values)


def _claims_of_parts(figures: list[Figure]) -> dict[int, Claim]:
    """Return the claims of numerals in words within a fraction or a decade, which is read as a whole: 三分之二."""
    wholes = [figure for figure in figures if figure.claim is Claim.WORDS]
    parts = [figure for figure in figures if figure.claim is Claim.REQUIRED and not figure.text[0].isdigit()]
    return {
        part.start: Claim.WORDS
        for part in parts
        if any(whole.start <= part.start < part.end <= whole.end and part.text != whole.text for whole in wholes)
    }


def _claims_of_restated(plain: str, figures: list[Figure]) -> dict[int, Claim]:
    """Return the claims of numbers in brackets that stand before them in words, as contracts have: *seven (7)*."""
    return {
        other.start: Claim.NONE
        for figure, other in pairwise(figures if "(" in plain else ())
        if plain[figure.end : other.start].lstrip() == "("
        and plain.startswith(")", other.end)
        and other.text.isdecimal()
        and not figure.text[0].isdigit()
        and not figure.values.isdisjoint(other.values)
    }


def _weaker_claims(plain: str, *, has_digits: bool) -> dict[int, Claim]:
    """Return the claims of the numbers that others may leave out, by their starts."""
    if not has_digits:
        return {match.start("number"): Claim.NONE for match in _SHOPPING_DAY.finditer(plain)}
    claims = {match.start("number"): Claim.CONVERSION for match in _CONVERSION.finditer(plain)}
    claims |= {start: Claim.YEAR for start, _ in years_of_full_dates(plain)}
    for pattern in (_SHOPPING_DAY, _INCHES, _OR_MORE, _FORMULA):
        claims |= {match.start("number"): Claim.NONE for match in pattern.finditer(plain)}
    for match in _ALWAYS.finditer(plain):
        claims |= {match.start("one"): Claim.NONE, match.start("to"): Claim.NONE}
    return claims


@cache
def _alone() -> re.Pattern[str]:
    """Match 0 or 1 if nothing follows that it could count: user 1's file, x = 1, 10月1日, 1.0. Not 1 or 2 files."""
    return re.compile(
        r"[01](?:\.0+(?![.\d])|['’]s\b|[\s*_]+[\d-]|[\s*_]*(?:$|[^\w\s*_%/-]|-(?![A-Za-z])|日"
        r"|or\b(?! \d+ [a-z])"
        r"|(?:and|to|of|is|are|was|were|in|on|at|by|from|with|if|then|when|will|would|should|has|have|can|but)\b"
        rf"|(?:{month_names()})\b|(?![A-Za-z0-9_]|{COUNTED.pattern})\w))|(?<=月)一[日号]"
    )


def _as_written(figure: Figure, plain: str, text: str, claims: dict[int, Claim]) -> Figure:
    """Return the figure with its text before any folding, and with a weaker claim if others may leave it out."""
    claim = claims.get(figure.start, figure.claim)
    if figure.text == "00" or figure.claim is Claim.NONE:  # 22:00 is 22时
        claim = Claim.NONE
    span = figure.start, figure.end
    written = text[slice(*span)]
    stands_alone = claim is Claim.REQUIRED and _alone().match(plain, figure.start) is not None
    money = currencies(plain, *span)
    return figure._replace(
        text=written,
        claim=claim,
        stands_alone=stands_alone,
        currencies=money,
        around=_around(plain, figure),
        bound=bound(plain, *span),
        change=0 if figure.is_year or figure.kind is FigureKind.MULTIPLE else change(plain, *span),
    )


def _around(plain: str, figure: Figure) -> str:
    beside = plain[max(0, figure.start - 2) : figure.start] + plain[figure.end : figure.end + 3]
    return beside if _BESIDE.fullmatch(beside) else ""


@cache
def _narrowed() -> dict[int, str]:
    """Return full-width digits, letters and signs with their ASCII forms, each one character as before."""
    wide = [chr(code) for code in range(ord("！"), ord("～") + 1)] + ["￥"]
    return {ord(char): unicodedata.normalize("NFKC", char) for char in wide}


def _related(plain: str, figures: list[Figure]) -> Iterator[Figure]:
    """Yield the figures with what the next one adds: its unit (12 to 15 million), or the whole (one in three)."""
    is_so_far = False
    for figure, following in zip_longest(figures, figures[1:]):
        gap = plain[figure.end : following.start] if following else ""
        if is_so_far:  # 1-8月 is also the first eight months
            yield figure._replace(kind=FigureKind.CARDINAL)
            figure = figure._replace(claim=Claim.NONE)
        is_range = following is not None and _RANGE.fullmatch(gap) is not None
        if following and is_range:
            figure = _with_unit_of(figure, following, gap, plain[following.end : following.end + 24])
        is_so_far = is_range and figure.kind is FigureKind.MONTH and figure.text in ("1", "一")
        yield figure
        is_share = following and _SHARE.fullmatch(gap) and _is_count(figure) and _is_count(following)
        if following and is_share and max(following.values, default=0) > 1:
            shares = {part / whole for part in figure.values for whole in following.values if whole}
            span = figure.start, following.end
            claim = Claim.NONE if following.is_year else Claim.WORDS
            yield Figure(plain[slice(*span)], *span, frozenset(shares), FigureKind.FRACTION, claim)
        elif following and _CHINESE_SHARE.fullmatch(gap) and min(following.values) < max(figure.values):
            shares = {part / whole for part in following.values for whole in figure.values if whole}
            span = figure.start, following.end
            yield Figure(plain[slice(*span)], *span, frozenset(shares), FigureKind.FRACTION, Claim.WORDS)


def _is_count(figure: Figure) -> bool:
    """Return whether a number is a plain one: *six* in six in ten, but not *first* in first in both."""
    word = english_number_words().get(figure.text.lower())
    return figure.text[0].isdigit() or (word is not None and word.kind in (WordKind.CARDINAL, WordKind.SCALE))


def _with_unit_of(figure: Figure, following: Figure, gap: str, after: str) -> Figure:
    """Return a number with the unit that the other end of its range has."""
    if following.scale > figure.scale:
        figure = figure._replace(values=figure.values | {value * following.scale for value in figure.values})
    is_year_of = figure.is_year and not following.is_year  # 30% in 1970 to 40% in 1980
    if following.measures and not (figure.measures or is_year_of) and gap.strip() not in _LISTING:
        ends = [one for one in following.measures if one.number in following.values]
        own = {one._replace(number=value) for one in ends for value in figure.values}
        figure = figure._replace(measures=frozenset(own))
    if following.kind is FigureKind.MONTH and not re.search("[A-Za-z]", figure.text + following.text):
        figure = figure._replace(kind=FigureKind.MONTH)  # 1-3月
    if following.metric and not figure.metric:
        figure = figure._replace(metric=metric(min(figure.values), after))  # 30 to 0 degrees
    return figure
