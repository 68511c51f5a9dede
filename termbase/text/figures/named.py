"""Removes the numbers of a text that its translation states by a name or a word without a number: 2015, 今年.

Start from `without_named`.
"""

from __future__ import annotations

import re
from functools import cache

from termbase.text.figures.months import month_names
from termbase.text.offsets import Span, blank, blanked

_CHINESE_DAY = r"(?:\d{1,2} ?月 ?)?\d{1,2} ?日(?!元)|\d{1,2} ?月(?= ?\d{1,2} ?日)"
_FULL_SIZE = "(?:原始|实际|實際|原本)(?:大小|尺寸)|原大"
_NAMES = (
    (
        r"(?:[<>≤≥]=?|[大小][于於]|\bthan) ?0(?![\d.])",
        r"[正负負][数數值]|非[负負]|\b(?:non-?)?(?:negat|posit)ive",
    ),
    (r"(?<![\d.])0(?![\d.])", r"[静靜]止|\A(?!.*(?<!non)(?<!non-)zero).*\bnon-?zero\b|\bclear(?:s|ed)?\b"),
    (r"\^2(?!\d)", r"平方|\bquadratic"),
    (r"\^3(?!\d)", r"立方|\bcubic"),
    (r"(?<![\d:.])1 ?: ?1(?![\d:]|\.\d)", rf"{_FULL_SIZE}|一[比对對]一|\bone[ -](?:to|on)[ -]one\b"),
    (r"(?<![\d.])1(?=/\d)", r"\dths?\b"),
    (r"(?<=\bthan )1(?![\d.%])", "多[个個张張台种種条條次块塊]|不止"),
    (r"(?<=[(（])\d{1,2}(?=[)）])", r"\([a-z]\)"),
    (r"(?:(?<=第)[2二]|(?<=第 )2)(?![\d.十百])", r"\A(?!.*(?<![\d.])2(?![\d.])).*\banother\b"),
    (r"(?<![\d.])2(?![\d.])", r"\A(?!.*\btwo\b).*\banother\b"),
    (r"(?<=每)[2二两](?= ?[个個天年周週日月星])", r"\bevery other\b|\balternate\b"),
    (r"(?<=[-–—~～至到])3(?= ?月)", r"\bfirst quarter\b|\bQ1\b"),
    (r"(?<=[-–—~～至到])6(?= ?月)", r"\bfirst half\b|\bH1\b"),
    (r"\btwo(?= days)", "[后後前]天"),
    (r"[七7](?= ?[天日])", r"\bweek-?long\b"),
    (r"\bfifty-fifty\b|(?<!\d)50[-/]50(?!\d)", "一半|[平对對五]分|五五"),
    (r"(?<=北斗)七|七(?=星)", r"\A(?!.*(?:7|\bseven) stars\b).*\b(?:Dipper|Plough)\b"),
    (r"(?<=比)1(?![\d.])|(?<=比 )1(?![\d.])", r"\b(?:every|each|per)\b"),
    (r"(?<=[加减減])1(?![\d.])|(?<=[加减減] )1(?![\d.])", r"\b(?:in|de)crement"),
    (r"(?<!\d)[12](?= ?的? ?[补補][码碼数數])", r"\b(?:one|two)(?:['’]s|s['’]) complement"),
    (r"(?<!\d)(?:2|10)(?= ?[为為]底)", r"\b(?:log|ln)"),
    (r"(?<![\d.])1(?= ?(?:亩|畝|吨|噸|公|人|户|戶|平方))", r"\b(?:every|each|per)\b"),
    (r"(?<!\d)0 ?[时時]?[-—–~～至到]{1,2} ?24(?= ?[时時])", r"\A(?!.*\b24\b)"),
    (r"(?<![\d.])1(?= ?次)", r"\b(?:every|each|per|annual(?:ly)?|daily|weekly|monthly|yearly)\b"),
    (r"(?<![\d.])100 ?%", _FULL_SIZE),
    (r"(?<![\d.])[1-9]0(?![\d.])", "[一二三四五六七八九]{2}(?:开|開|分成|分[账帐帳])"),
    (r"(?<!\d)12(?= ?[小]?[时時])", r"\bAM ?/ ?PM\b"),
    (r"(?<!\d)24(?= ?[个個]?小[时時]| ?-?hours?\b)", r"\b(?:a?round the clock|day and night)\b|全天|[昼晝]夜"),
    (r"(?<!\d)16(?= ?[进進]?[制位])", r"\bhex"),
    (r"(?<!\d)8(?= ?[进進][制位])", r"\boct(?:al)?\b"),
    (r"(?<!\d)10(?= ?[进進][制位])", r"\bdec(?:imal)?\b"),
    (r"(?<!\d)2(?= ?[进進][制位])", r"\bbin(?:ary)?\b"),
    (r"(?<!\d)(?:12|24)(?= ?[点點时時]|[:：]00)", r"\bmidnight\b"),
    (r"(?<!\d)(?:15|45)(?= ?分)", r"\bquarter (?:past\b|to\b|after\b|of [\d%{])"),
    (r"(?<!\d)30(?= ?分)", r"\bhalf past\b"),
    (r"(?<!\d)24(?= ?[小]?[时時]制)", r"\bmilitary time\b"),
    (r"(?<!\d)(?:35|40|50|55)(?= ?分)", r"\b(?:five|ten|twenty) to (?:[%{]|\w+ o'clock)"),
    (r"(?<!\d)20[2-9]0(?= ?年)", r"\bend of (?:the|this) decade\b"),
    (r"(?<!\d)1911(?!\d)", "辛亥"),
    (
        r"(?<![\d.十])(?:0?5|五)(?= ?月)",
        r"(?-i:\A\W*May\b)(?!\.?[ -](?:\d|to |through |(?:I|we|you|it|the|this|all)\b))",
    ),
    (r"(?<!\d)2019(?= ?(?:新型)?冠[状狀])", r"\bCOVID\b"),
    (r"[4四](?= ?季)", r"\b(?:final|last|closing) (?:quarter|three months|months)\b"),
    (r"(?<!\d)2000(?=s\b)", "本世[纪紀]"),
    (r"(?<![\d.])10+ ?的 ?\d+ ?次[方幂冪]", r"\b(?:quadr|quint|sext|sept|oct|non|dec)illions?\b|\bgoogol"),
)
"""Figures with a name that has no figure, and the name: R 平方 for `R^2`, *another link* for 第2个链接."""

_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d.,]\d|\d)(?: ?年(?!代))?")
_BESIDE_NOW = re.compile(r"[今去前明后]年|\b(?:[Tt]his|[Ll]ast|[Nn]ext|the previous) year\b")
"""Matches a word that says which year: 去年 for *2014* in a text of 2015."""

_RESTATED = re.compile(
    r"(?<![\w.])(?P<number>\d[\d.,]*\d|\d)(?=[^\d.()（）][^()（）]{0,15}[(（]"
    r"(?:(?P=number)\s[^\W\d][^()（）]{0,30}|[^\W\d][^()（）]{0,30}[^\w.](?P=number))[)）])"
)
"""Matches a number that stands again in a bracket behind it, in a term or name as the original has it."""


_DATELINE = re.compile(r"(?:\d{1,2} ?月 ?)?(?<!\d)(?P<day>\d{1,2}) ?日 ?[电電讯訊](?=.*(?<!\d)(?P=day) ?日)")
"""Matches the date of a report (新华社北京12月11日电) if the text states the day again."""


def without_named(text: str, other: str) -> str:
    """Return a text without the numbers that the other one need not state, since it names or tells them."""
    told = _without_told_years(_without_names(text, other), other)
    return _without_restated(_without_dateline(told, other), other)


def _without_dateline(text: str, other: str) -> str:
    """Return a text without the date of a report that it states again, if the other text has the day once."""
    match = _DATELINE.search(text)
    is_once = match and len(re.findall(rf"(?<![\d.]){match['day']}(?!\.?\d)", other)) == 1
    return blanked(text, Span(*match.span())) if match and is_once else text


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """Return the patterns of `_NAMES`, and those of a day of the month for which stands a day of the week."""
    month = rf"(?-i:(?!May\b)(?:{month_names()}))"  # *May* may be the verb
    weekday = rf"\A(?!.*\b{month}\b).*\b(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day\b"
    return tuple(
        (re.compile(figure), re.compile(name, re.IGNORECASE)) for figure, name in (*_NAMES, (_CHINESE_DAY, weekday))
    )


def _without_names(text: str, other: str) -> str:
    for figure, name in _patterns():
        match = figure.search(text)
        if match and name.search(other) and not (figure.search(other) or _has_digits(match[0], other)):
            text = figure.sub(blank, text)
    return text


def _without_told_years(text: str, other: str) -> str:
    """Return a text without the years that the other text tells from now: 2015, 今年."""
    told = len(_BESIDE_NOW.findall(other)) - len(_BESIDE_NOW.findall(text))
    years = [match for match in _YEAR.finditer(text) if not _has_digits(match[0][:4], other)]
    for match in years[: max(told, 0)]:
        text = blanked(text, Span(*match.span()))
    return text


def _without_restated(text: str, other: str) -> str:
    """Return a text without the first of two equal numbers, if the other text has no number twice so."""
    return text if _RESTATED.search(other) else _RESTATED.sub(blank, text)


def _has_digits(digits: str, text: str) -> bool:
    return re.search(rf"(?<![\d.]){re.escape(digits)}(?!\.?\d)", text) is not None
