"""Checks that a translation has the figures of its source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from termbase.bitext import Bitext, SegmentPair
from termbase.check.bilingual.bitext_subject import BitextSubject
from termbase.check.bilingual.numbered_text import NumberedText
from termbase.check.bilingual.special_segments import is_key
from termbase.check.bilingual.swapped_figures import swapped
from termbase.check.finding import Problem, Side
from termbase.language import is_chinese
from termbase.text.accelerators import masked_accelerators
from termbase.text.addresses import mask_addresses
from termbase.text.chinese.pinyin import reading
from termbase.text.choices import NOT_A_MESSAGE, choices, without_syntax
from termbase.text.figures.agreement import unstated
from termbase.text.figures.digits import joined
from termbase.text.figures.figure import Claim, Figure
from termbase.text.figures.find import find_figures, find_moments
from termbase.text.figures.named import without_named
from termbase.text.figures.other_moments import other_moments, without_agreed_times
from termbase.text.offsets import blank, blanked
from termbase.text.placeholders import CODE, DATE_FIELD
from termbase.text.script import has_han

_NOTHING = re.compile(
    r"[无無零空未]|[没沒]有"
    r"|\b(?:no|none|not|nothing|never|without|empty|nil|zero)\b",
    re.IGNORECASE,
)
"""Matches a word that says 0: 没有文件, *no files*."""

_HOST = re.compile(
    r"(?<![\w.@/-])(?=[\w.-]*\d)[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|edu|gov|info|io|de|hk|tw|cn|jp|kr|uk|fr|eu|ru|nl)"
    r"(?![\w-]|\.\w)",
    re.ASCII | re.IGNORECASE,
)
"""Matches the name of a host with figures in it, which each country may have its own of: `115.de`."""

_SETTING = re.compile(r"[a-z]\w*(?::\w+)+", re.ASCII)
"""Matches a setting that each language has its own value for: `calendar:week_start:0` (GTK)."""

_KEY_IN_NUMBER = re.compile(r"([\w.-]*[\d-])_(?=\d)")
_DIGIT = re.compile(r"\d")
_DOCTYPE = re.compile("<!DOCTYPE[^<>]*>", re.IGNORECASE)
_PERCENT = re.compile(r"(?<!%\d)%%")
"""Matches a percent sign as `printf` writes it, not where two codes of Boost meet: `%1%%2%`."""

_HABIT = 10
"""In how many segments a translation adds numbers if it does so by intention."""

_LACKING = "is missing in the {}"
_ADDED = "figures are missing in the source, as often in this file: its translation says more than the source"
_VALUE, _SEVERAL = re.compile(r"\s*\d[\d.,]*\s*"), 5
_GLOSS = re.compile(r"[(（](?P<gloss>[A-Za-z][^()（）]{3,}|[^\x00-\x7f][^()（）A-Za-z]{3,})[)）]")
"""A term or title that has the words of the other language behind it: 《二十一世纪》(Twenty-First Century)."""

_EQUATION = re.compile(r"\d\s?[=+×*]\s?\d")
_NOTE = re.compile(r"[(（][译譯编編]?者?[注註按][:：].*[)）]")
"""A note of the translator, which has numbers of its own: （译注：该网站2016年关闭）."""

_PRONOUN = re.compile(r"\b(?:they|them|these|those|both)\b|[他她它]们|[他她它]們|[这這]些|全部", re.IGNORECASE)
_NAMED = re.compile("(?:[A-Z][A-Za-z]+|[a-z]{4,}|[\u4e00-\u9fff]{2})(?<!from)(?<!than)(?<!with) ?$")
_REFERENCE = re.compile(r"\b(?:it|this|that|such|so)\b|[此该該其它]|[这這]")
"""A noun before a number, which names one thing (port 80), and a word that refers to such a thing."""

_NAMING = re.compile(" ?([a-z]{4,}|[\u4e00-\u9fff]{2})")
"""A noun behind such a number: 80 端口."""

_VARIABLE = re.compile(r"<[^\W\d][^<>\n、，。]{0,60}>")
"""Matches a word in angle brackets that stands for something: `<file1>`, `<文件1>`."""


_Figures = tuple[list[Figure], list[Figure]]


def number(subject: BitextSubject) -> Iterator[Problem]:
    """A figure on one side is missing on the other side, both in digits and in words.

    `3.2亿` is the same as `320 million`, `五` as `5`, `5月` as `May`, and `没有` as `0`. Numbers in words up
    to three and codes count only against another number of their kind (第二, *third*; rc1, rc2). Two figures must
    not have changed places: 10米宽、20米长, *10 metres long and 20 metres wide*. Other languages than Chinese and
    English are not checked.

    Bad: `共有12个国家。` = `There are 21 countries.`
    Good: `共有12个国家。` = `There are twelve countries.`
    """
    has_prices = _has_values_of_each_language(subject.bitext)
    pairs = () if subject.bitext.has_other_language else subject.bitext.pairs
    yield from _told([list(_in_segment(subject, index, pair, has_prices)) for index, pair in enumerate(pairs)])


def _told(segments: Sequence[Sequence[Problem]]) -> Iterator[Problem]:
    """Yield the problems of all segments. One stands for all additions if most of the segments only have such.

    A translator who explains what the source leaves out (`A4`, A4：210 × 297 毫米) does so by intention.
    """
    found = [each for each in segments if each]
    added = [all(problem.message.endswith(_LACKING.format("source")) for problem in each) for each in found]
    is_habit = sum(added) >= _HABIT and 2 * sum(added) > len(found)
    for each, is_added in zip(found, added, strict=True):
        yield from (replace(one, throughout=_ADDED) for one in each) if is_habit and is_added else each


def _in_segment(subject: BitextSubject, index: int, pair: SegmentPair, has_prices: bool) -> Iterator[Problem]:
    is_key_or_value = is_key(pair.source, pair.target) or _SETTING.fullmatch(pair.source.strip())
    if is_key_or_value or not pair.target.strip() or (has_prices and _is_value(pair)):
        return
    source, target = (
        _with_whole_numbers(masked_accelerators(text, other, " ", "x"))
        for text, other in ((pair.source, pair.target), (pair.target, pair.source))
    )
    left, right = _plain(source), _without_original(_plain(target), _plain(source))
    moments = find_moments(left), find_moments(right)
    left, right = without_agreed_times(left, right, *moments)
    left, right = without_named(left, right), without_named(right, left)
    left, right, found, missing = _compared(left, right)
    if not any(missing):
        missing = other_moments(*moments)
    if not any(missing):
        yield from _swapped(
            subject, index, [NumberedText(*each) for each in zip((left, right), found, moments, strict=True)]
        )
    sides: tuple[tuple[Side, str], ...] = (("source", "target"), ("target", "source"))
    for (side, other), figures, stated in zip(sides, missing, found, strict=True):
        other_text = pair.target if side == "source" else pair.source
        text = pair.source if side == "source" else pair.target
        for figure in figures:
            if (_is_none(figure) and _NOTHING.search(other_text)) or _is_in_code(figure, other_text):
                continue
            if _is_in_name(figure, text, other_text) or _is_taken_up(figure, stated, text, other_text):
                continue
            start = subject.side(side).starts[index]
            message = f"the figure “{figure.text}” {_LACKING.format(other)}"
            yield Problem(start + figure.start, start + figure.end, message, side=side)


def _without_original(target: str, source: str) -> str:
    """Return a target without the label of its source that stands before its translation: `Oak 2 - 橡树 2`."""
    label, rest = source.strip(), target.lstrip().removeprefix(source.strip())
    is_kept = len(rest) < len(target.lstrip()) and has_han(rest) and not has_han(label)
    return rest.rjust(len(target)) if is_kept and _DIGIT.search(rest) else target


def _compared(left: str, right: str) -> tuple[str, str, _Figures, _Figures]:
    """Return two texts with the figures of each and those that the other one lacks; some may have spaces within."""
    found = _figures_but_glosses(left, right), _figures_but_glosses(right, left)
    missing = unstated(*found)
    texts = joined(left), joined(right)
    if any(missing) and texts != (left, right):
        others = _figures_but_glosses(*texts), _figures_but_glosses(*texts[::-1])
        lacking = unstated(*others)
        if sum(map(len, lacking)) < sum(map(len, missing)):
            return *texts, others, lacking
    return left, right, found, missing


def _figures_but_glosses(text: str, other: str) -> list[Figure]:
    """Return the figures of a text; those in a gloss, which has words of the other text, need not be stated.

    Nor need those in a note of the translator.
    """
    found = find_figures(text)
    beside = [each for each in _GLOSS.finditer(text) if each["gloss"] in other and each[0] not in other]
    for match in (*beside, *_NOTE.finditer(text)):
        inside = range(*match.span())
        found = [one._replace(claim=Claim.NONE) if one.start in inside else one for one in found]
    return found


def _with_whole_numbers(label: str) -> str:
    """Return a label with the mark of its key before the word if it is in the number: `UTF-1_6`."""
    return _KEY_IN_NUMBER.sub(r" \1", label) if label.count("_") == 1 else label


def _is_value(pair: SegmentPair) -> bool:
    """Whether both sides are a number and nothing else: `8,500` and `238,000`."""
    return _VALUE.fullmatch(pair.source) is not None and _VALUE.fullmatch(pair.target) is not None


def _has_values_of_each_language(bitext: Bitext) -> bool:
    """Whether most numbers that stand alone differ, as prices in the currency of each language do."""
    values = [pair.source.strip() != pair.target.strip() for pair in bitext.pairs if _is_value(pair)]
    return len(values) >= _SEVERAL and 2 * sum(values) > len(values)


def _swapped(subject: BitextSubject, index: int, texts: Sequence[NumberedText]) -> Iterator[Problem]:
    sides: tuple[Side, Side] = ("source", "target")
    chinese, english = (0, 1) if is_chinese(subject.bitext.source_language) else (1, 0)
    start = subject.side(sides[chinese]).starts[index]
    for figure in swapped(texts[chinese], texts[english]):
        message = f"the {sides[english]} has the figure “{figure.text}” in the place of another one"
        yield Problem(start + figure.start, start + figure.end, message, side=sides[chinese])


def _is_none(figure: Figure) -> bool:
    """Return whether a number is 0 of something (0个文件); 0% and x = 0 are values, which a translation states."""
    return figure.values == {0} and not (figure.stands_alone or figure.shares)


def _is_in_code(figure: Figure, other: str) -> bool:
    """Return whether the other text has a number of several digits in its code: `{{ size|default(40) }}`.

    Or it has the number at the end of a name of three words: `garden-lamp-4`, 花园-台灯-4.
    """
    if not figure.text.isdecimal():
        return False
    if re.search(rf"[A-Za-z]-[A-Za-z]+-{figure.text}(?![\w.-])", other):
        return True
    if len(figure.text) == 1:
        return False
    return any(
        re.search(rf"(?<![\w.]){figure.text}(?![\w.])", code[0]) is not None for code in CODE.finditer(other)
    )


def _is_in_name(figure: Figure, text: str, other: str) -> bool:
    """Return whether a character is no number but the beginning of a name, which the other text has in pinyin.

    An English word may be a part of a name that Chinese has in one: *Nine News*, NineNews.
    """
    if figure.text.isascii():
        return figure.text.istitle() and re.search(rf"(?<![A-Za-z]){figure.text}[A-Z]", other) is not None
    if len(figure.text) > 1:
        return False
    name = reading(text[figure.start : figure.end + 1]).capitalize()  # 六盘水, Liupanshui
    return re.search(rf"\b{re.escape(name)}", other) is not None


def _is_taken_up(figure: Figure, figures: list[Figure], text: str, other: str) -> bool:
    """Return whether a text counts the same things twice, where the other one has a pronoun: 将40例患者, *them*.

    What is said of an equation names its numbers again: 1 + 5 = 6，6 是雙數, *1 + 5 = 6, which is even*.
    """
    again = [one for one in figures if one.start != figure.start and one.text == figure.text]
    if (
        again
        and all(map(_EQUATION.search, (text, other)))
        and re.search(rf"(?<![\w.]){re.escape(figure.text)}(?![\w.])", other)
    ):
        return True
    if len(figure.text) == 1:
        return False
    before, after = _NAMED.search(text, 0, figure.start), _NAMING.match(text, figure.end)
    is_named = before and any(text.endswith(before[0], 0, one.start) for one in again)
    if is_named and before and before[0][0].isupper() and f"{before[0]}{figure.text}" in other:
        return True  # Oak 2.0
    is_named = is_named or (after and any(text[one.end :].lstrip().startswith(after[1]) for one in again))
    if is_named and _REFERENCE.search(other) and not (figure.measures or figure.currencies):
        return True  # port 80
    behind = re.compile(r"\s?(?:[A-Za-z]+|[^\W\d])").match(text, figure.end)
    return (
        behind is not None
        and _PRONOUN.search(other) is not None
        and any(one.start < figure.start and text.startswith(behind[0], one.end) for one in again)
    )


def _plain(text: str) -> str:
    """Return a text without its codes and fields of dates (`%B`); of a plural only its branch `other`."""
    plain = without_syntax(_without_counted_branches(text)) if "{" in text else text
    plain = CODE.sub(blank, mask_addresses(_PERCENT.sub("% ", _DOCTYPE.sub(blank, plain))))
    return _VARIABLE.sub(blank, _HOST.sub(blank, DATE_FIELD.sub(blank, plain)))


def _without_counted_branches(text: str) -> str:
    try:
        found = choices(text)
    except NOT_A_MESSAGE:
        return text
    for choice in found:
        for key, branch in choice.branches.items():
            if choice.kind != "select" and key != "other":
                text = blanked(text, branch)
    return text
