"""Checks that a translation has the figures of its source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from termbase.check.bitext_subject import BitextSubject
from termbase.check.finding import Problem, Side
from termbase.document.addresses import mask_addresses
from termbase.text.accelerators import masked_accelerators
from termbase.text.choices import NOT_A_MESSAGE, choices, without_syntax
from termbase.text.figures.agreement import other_moments, unstated
from termbase.text.figures.figure import Figure
from termbase.text.figures.find import find_figures, find_moments
from termbase.text.pinyin import reading
from termbase.text.placeholders import CODE

_NOTHING = re.compile(
    r"[无無零空未]|[没沒]有"
    r"|\b(?:no|none|not|nothing|never|without|empty|nil|zero)\b",
    re.IGNORECASE,
)
"""Matches a word that says 0: 没有文件, *no files*."""

_CHINESE_DAY = r"(?:\d{1,2} ?月 ?)?\d{1,2} ?日(?!元)|\d{1,2} ?月(?= ?\d{1,2} ?日)"
_ENGLISH_MONTH = (
    "(?-i:January|February|March|April|May|June|July|August|September|October|November|December"
    "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
)
_FULL_SIZE = "(?:原始|实际|實際|原本)(?:大小|尺寸)|原大"
_NAMED = tuple(
    (re.compile(figure), re.compile(name, re.IGNORECASE))
    for figure, name in (
        (
            r"(?:[<>≤≥]=?|[大小][于於]|\bthan) ?0(?![\d.])",
            r"[正负負][数數值]|非[负負]|\b(?:non-?)?(?:negat|posit)ive",
        ),
        (r"(?<![\d.])0(?![\d.])", r"[静靜]止|\bnon-?zero\b|\bclear(?:s|ed)?\b"),
        (r"\^2(?!\d)", r"平方|\bquadratic"),
        (r"\^3(?!\d)", r"立方|\bcubic"),
        (r"(?<![\d:.])1 ?: ?1(?![\d:]|\.\d)", rf"{_FULL_SIZE}|一[比对對]一|\bone[ -](?:to|on)[ -]one\b"),
        (r"(?<![\d.])1(?=/\d)", r"\dths?\b"),
        (r"(?<=\bthan )1(?![\d.%])", "多[个個张張台种種条條次块塊]|不止"),
        (r"(?<=[(（])\d{1,2}(?=[)）])", r"\([a-z]\)"),
        (r"(?<=第)[2二]|(?<=第 )2", r"\A(?!.*(?<![\d.])2(?![\d.])).*\banother\b"),
        (r"(?<![\d.])2(?![\d.])", r"\A(?!.*\btwo\b).*\banother\b"),
        (r"(?<=每)[2二两](?= ?[个個天年周週日月星])", r"\bevery other\b|\balternate\b"),
        (r"(?<![\d.])1(?= ?(?:[-–—~～]|至|到) ?\d{1,2} ?月)", r"\bfirst\b|\bQ1\b"),
        (r"(?<=[-–—~～至到])3(?= ?月)", r"\bfirst quarter\b|\bQ1\b"),
        (r"(?<=[-–—~～至到])6(?= ?月)", r"\bfirst half\b|\bH1\b"),
        (r"(?<=北斗)七", r"\bDipper\b|\bPlough\b"),
        (r"(?<=比)1(?![\d.])|(?<=比 )1(?![\d.])", r"\b(?:every|each|per)\b"),
        (r"(?<=[加减減])1(?![\d.])|(?<=[加减減] )1(?![\d.])", r"\b(?:in|de)crement"),
        (r"(?<!\d)[12](?= ?的? ?[补補][码碼数數])", r"\b(?:one|two)(?:['’]s|s['’]) complement"),
        (r"(?<!\d)(?:2|10)(?= ?[为為]底)", r"\b(?:log|ln)"),
        (r"(?<![\d.])1(?= ?次)", r"\b(?:every|each|per|annual(?:ly)?|daily|weekly|monthly|yearly)\b"),
        (r"(?<![\d.])100 ?%", _FULL_SIZE),
        (r"(?<![\d.])[1-9]0(?![\d.])", "[一二三四五六七八九]{2}(?:开|開|分成|分[账帐帳])"),
        (r"(?<!\d)12(?= ?[小]?[时時])", r"\bAM ?/ ?PM\b"),
        (r"(?<!\d)24(?= ?[个個]?小[时時]| ?-?hours?\b)", r"\b(?:a?round the clock|day and night)\b|全天|[昼晝]夜"),
        (r"(?<!\d)16(?= ?[进進]?[制位])", r"\bhex"),
        (r"(?<!\d)8(?= ?[进進][制位])", r"\boct(?:al)?\b"),
        (r"(?<!\d)10(?= ?[进進][制位])", r"\bdec(?:imal)?\b"),
        (r"(?<!\d)2(?= ?[进進][制位])", r"\bbin(?:ary)?\b"),
        (r"(?<!\d)(?:12|24)(?= ?[点點时時])", r"\bmidnight\b"),
        (r"(?<!\d)(?:15|45)(?= ?分)", r"\bquarter (?:past\b|to\b|after\b|of [\d%{])"),
        (r"(?<!\d)30(?= ?分)", r"\bhalf past\b"),
        (r"(?<!\d)24(?= ?[小]?[时時]制)", r"\bmilitary time\b"),
        (r"(?<!\d)(?:35|40|50|55)(?= ?分)", r"\b(?:five|ten|twenty) to (?:[%{]|\w+ o'clock)"),
        (r"(?<!\d)20[2-9]0(?= ?年)", r"\bend of (?:the|this) decade\b"),
        (_CHINESE_DAY, rf"\A(?!.*\b{_ENGLISH_MONTH}\b).*\b(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day\b"),
        (r"(?<!\d)1911(?!\d)", "辛亥"),
        (r"(?<!\d)2000(?=s\b)", "本世[纪紀]"),
        (r"(?<![\d.])10+ ?的 ?\d+ ?次[方幂冪]", r"\b(?:quadr|quint|sext|sept|oct|non|dec)illions?\b|\bgoogol"),
    )
)
"""Figures with a name that has no figure, and the name: R 平方 for `R^2`, *another link* for 第2个链接."""

_HOST = re.compile(
    r"(?<![\w.@/-])(?=[\w.-]*\d)[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|edu|gov|info|io|de|hk|tw|cn|jp|kr|uk|fr|eu|ru|nl)"
    r"(?![\w-]|\.\w)",
    re.ASCII | re.IGNORECASE,
)
"""Matches the name of a host with figures in it, which each country may have its own of: `115.de`."""

_SETTING = re.compile(r"[a-z]\w*(?::\w+)+", re.ASCII)
"""Matches a setting that each language has its own value for: `calendar:week_start:0` (GTK)."""

_VARIABLE = re.compile(r"<[^\W\d][^<>\n]{0,60}>")
"""Matches a word in angle brackets that stands for something: `<file1>`, `<文件1>`."""


def number(subject: BitextSubject) -> Iterator[Problem]:
    """A figure on one side is missing on the other side, both in digits and in words.

    `3.2亿` is the same as `320 million`, `五` as `5`, `5月` as `May`, and `没有` as `0`. Numbers in words up
    to three and codes count only against another number of their kind (第二, *third*; rc1, rc2).

    Bad: `共有12个国家。` = `There are 21 countries.`
    Good: `共有12个国家。` = `There are twelve countries.`
    """
    for index, pair in enumerate(subject.bitext.pairs):
        if not pair.target.strip() or _SETTING.fullmatch(pair.source.strip()):
            continue
        source, target = (
            masked_accelerators(_without_named(text, other), other, " ")
            for text, other in ((pair.source, pair.target), (pair.target, pair.source))
        )
        source, target = _plain(source), _plain(target)
        missing = unstated(find_figures(source), find_figures(target))
        if not any(missing):
            missing = other_moments(find_moments(source), find_moments(target))
        sides: tuple[tuple[Side, str], ...] = (("source", "target"), ("target", "source"))
        for (side, other), figures in zip(sides, missing, strict=True):
            other_text = pair.target if side == "source" else pair.source
            for figure in figures:
                if _is_none(figure) and _NOTHING.search(other_text):
                    continue
                if _is_in_name(figure, pair.source if side == "source" else pair.target, other_text):
                    continue
                start = subject.side(side).starts[index]
                message = f"the figure “{figure.text}” is missing in the {other}"
                yield Problem(start + figure.start, start + figure.end, message, side=side)


def _is_none(figure: Figure) -> bool:
    """Return whether a number is 0 of something (0个文件); 0% and x = 0 are values, which a translation states."""
    return figure.values == {0} and not (figure.stands_alone or figure.shares)


def _is_in_name(figure: Figure, text: str, other: str) -> bool:
    """Return whether a character is no number but the beginning of a name, which the other text has in pinyin."""
    if figure.text.isascii() or len(figure.text) > 1:
        return False
    name = reading(text[figure.start : figure.end + 1]).capitalize()  # 六盘水, Liupanshui
    return re.search(rf"\b{re.escape(name)}", other) is not None


def _plain(text: str) -> str:
    """Return a text without its codes; of a plural only its branch `other`."""
    plain = without_syntax(_without_counted_branches(text)) if "{" in text else text
    plain = CODE.sub(_blank, mask_addresses(plain.replace("%%", "% ")))
    return _VARIABLE.sub(_blank, _HOST.sub(_blank, plain))


def _without_named(text: str, other: str) -> str:
    """Return a text without the figures for which the other text has a name."""
    for figure, name in _NAMED:
        match = figure.search(text)
        if match and name.search(other) and not (figure.search(other) or _has_digits(match[0], other)):
            text = figure.sub(_blank, text)
    return text


def _has_digits(digits: str, text: str) -> bool:
    return re.search(rf"(?<![\d.]){re.escape(digits)}(?![\d.])", text) is not None


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _without_counted_branches(text: str) -> str:
    try:
        found = choices(text)
    except NOT_A_MESSAGE:
        return text
    for choice in found:
        for key, branch in choice.branches.items():
            if choice.kind != "select" and key != "other":
                text = text[: branch.start] + " " * (branch.end - branch.start) + text[branch.end :]
    return text
