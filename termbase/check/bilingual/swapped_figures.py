"""Finds numbers that a translation has in each other's place: 两个兄弟和一个姐妹, *a brother and two sisters*.

What stands near a number shows which one it is: words that render each other, and other numbers that both texts
have. Two numbers have changed places if each one's English neighbours render the neighbours of the other one.
Start from `swapped`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from math import exp
from typing import NamedTuple

from termbase.check.bilingual.figure_roles import EACH, INCLUDED, MOVES, PART, ROLES
from termbase.check.bilingual.numbered_text import NumberedText
from termbase.renderings.rendered_characters import rendered_bits
from termbase.text.figures.figure import Claim, Figure
from termbase.text.figures.same_number import is_same
from termbase.text.script import simplify
from termbase.text.word_classes import is_function_word

_MOST = 20
"""Of more numbers none is looked at: a table has them in its own order."""

_LEAST_TURNED, _LEAST_IN_ORDER, _LEAST_RATIO = 0.1, 0.8, 1.1
"""How much nearer two numbers must be to the neighbours of the other one, in shared neighbours and as a factor.

Translations mostly keep the order of numbers, so more must speak for two that have changed places within it.
"""

_REACH = 6
"""After how many steps (words, or two characters) a neighbour counts a third."""

_BORDER, _FIGURE = 4, 3
"""How many steps it is across the border of a clause, and across another number."""

_MOST_PLACES = 4
"""A word that renders more places of a text is no neighbour of any."""

_WORD = re.compile(r"[A-Za-z][A-Za-z'’]+")
_COMPARING = frozenset({"less", "more", "least", "most", "fewer"})
"""Words that mean the other one with a *no*: 三年以上 is *not less than three years*."""

_DATE = re.compile(r"(?<!\d)\d{1,4}([/.-])\d{1,2}\1\d{1,4}(?!\d)")
"""Matches a date in digits, whose parts each language has in its own order: 31/12/1999, 1999/12/31."""

_MOVE = 1
_MANY = 10
"""The least number that no article changes places with."""

_NAME = re.compile(r"[^\W\d]{2} ?$|[^\W\d] ?[(（]$|\b[A-Za-z]$")
"""What stands before a number that names something: 端口 80, 图标 (2), v3."""

_YEAR_DIGITS = 4
_MOST_TIMES = 3
"""How often two texts may have a number so that their order shows which one states which."""


class _Neighbour(NamedTuple):
    """Words or a number that both texts have: their spans in each, and how much they count."""

    chinese: tuple[int, int]
    english: tuple[int, int]
    weight: float


class _Steps:
    """Counts the steps from the numbers of a text to other places in it."""

    def __init__(self, text: NumberedText, border: re.Pattern[str], size: int) -> None:
        self._costs = [(match.start(), _BORDER) for match in border.finditer(text.plain)]
        self._costs += [(figure.start, _FIGURE) for figure in text.figures]
        self._size = size

    def nearness(self, figure: Figure, span: tuple[int, int]) -> float:
        """Return how near a span is to a number: 1 beside it, and less with each step."""
        start, end = sorted(((figure.start, figure.end), span))[0][1], max(figure.start, span[0])
        steps = (end - start) / self._size + sum(cost for place, cost in self._costs if start <= place < end)
        return exp(-max(steps, 0) / _REACH)

    def is_counted(self, figure: Figure, span: tuple[int, int]) -> bool:
        """Return whether a span stands behind a number in its clause, before another number: what it counts."""
        first, last = figure.end, span[0]
        return first <= last and not any(first <= place < last for place, _ in self._costs)


_CHINESE_BORDER = re.compile("[，。；：、！？,;:!?（）()]|[和与及或]|(?<!\\d)[-—]+(?!\\d)")
_ENGLISH_BORDER = re.compile(r"[,;:.()—–!?]\s| - |\b(?:and|while|with|but|after|following)\b")


def swapped(chinese: NumberedText, english: NumberedText) -> Iterator[Figure]:
    """Yield the numbers of a Chinese text that stand in each other's place in its English translation."""
    if not 1 < len(chinese.figures) <= _MOST or len(english.figures) > _MOST:
        return
    chinese = chinese._replace(plain=simplify(chinese.plain))
    stated = sorted(_stated(chinese, english), key=lambda pair: pair[0].start)
    pairs = [(one, other) for one, other in combinations(stated, 2) if _may_change(one, other)]
    if not pairs:
        return
    nearness = _Nearness(chinese, english)
    repeated = _repeated(chinese, stated)
    listed = {figure for figure, same in stated if chinese.is_listed(figure) or english.is_listed(same)}
    found: set[Figure] = set()
    for one, other in pairs:
        is_turned = one[1].start > other[1].start
        if chinese.has_listed(one[0], other[0]) and english.has_listed(one[1], other[1]):
            has_changed = is_turned and not (
                chinese.is_score(one[0], other[0]) and min(one[0].values) < min(other[0].values)
            )
        elif {one[0], other[0]} <= listed and not is_turned:
            has_changed = False
        elif _are_crossed(one, other) and not _is_unasked(one, other) and not (listed & {one[0], other[0]}):
            has_changed = True
        else:
            is_alike = all(
                text.sort(a) == text.sort(b) for text, a, b in zip((chinese, english), one, other, strict=True)
            )
            is_sure = is_turned and not {one[0], other[0]} & repeated
            has_changed = is_alike and nearness.is_swapped(one, other, is_turned=is_sure)
        found |= {one[0], other[0]} if has_changed else set()
    yield from sorted(found, key=lambda figure: figure.start)


_Stated = tuple[Figure, Figure]
"""A number of the Chinese text and the one of the English text that states it."""


def _stated(chinese: NumberedText, english: NumberedText) -> Iterator[_Stated]:
    """Yield the numbers that both texts have equally often, each with the one that states it, but no dates."""
    asked, stated = chinese.counts(), english.counts()
    dates = [match.span() for match in _DATE.finditer(chinese.plain)]
    for figure in asked:
        if any(start <= figure.start < end for start, end in dates):
            continue
        same = [other for other in stated if is_same(figure, other)]
        equal = [each for each in asked if same and is_same(each, same[0])]
        if len(same) == len(equal) <= _MOST_TIMES and figure in equal:
            other = same[equal.index(figure)]
            if not (EACH[0].search(chinese.before(figure)) and EACH[1].search(english.before(other))):
                yield figure, other


def _repeated(chinese: NumberedText, stated: Sequence[_Stated]) -> set[Figure]:
    """Return the numbers that name one thing several times, so that each may stand for the other: v2 之上的 v2."""
    names = [(figure, _NAME.search(chinese.before(figure))) for figure, _ in stated]
    return {
        figure
        for (one, name), (other, again) in combinations(names, 2)
        if name and again and (one.text, name[0]) == (other.text, again[0])
        for figure in (one, other)
    }


def _may_change(one: _Stated, other: _Stated) -> bool:
    """Return whether two numbers can have changed places unseen: they have one unit, or it has changed too."""
    (figure, same), (beside, same_beside) = one, other
    if _overlap(figure, beside) or _overlap(same, same_beside):
        return False
    if is_same(figure, same_beside) or is_same(beside, same) or figure.end == beside.start:
        return False  # 一两天 is one number, *a day or two*
    if _is_unasked(one, other) and max(min(figure.values), min(beside.values)) >= _MANY:
        return False  # one of them, 38 of them
    if _unit(figure) == _unit(same) != _unit(beside) == _unit(same_beside):
        return False  # each has its own unit in both texts
    have_one_unit = _dimensions(figure) == _dimensions(beside) or _dimensions(same) == _dimensions(same_beside)
    return have_one_unit or (_agree(figure, same_beside) and _agree(beside, same))


def _are_crossed(one: _Stated, other: _Stated) -> bool:
    """Return whether each of two numbers has the unit of the other one: 7个卖5元, *5 of them for 7 yuan*."""
    (first, same), (second, beside) = (tuple(map(_unit, pair)) for pair in (one, other))
    has_year = any(figure.is_year and len(figure.text) >= _YEAR_DIGITS for figure in (*one, *other))
    return not has_year and first == beside and second == same and first != second


def _unit(figure: Figure) -> tuple[bool, frozenset[object]]:
    return bool(figure.currencies), frozenset(_dimensions(figure))


def _is_unasked(one: _Stated, other: _Stated) -> bool:
    """Return whether one of two numbers need not be stated: the article of *a brother*."""
    return any(figure.claim is Claim.NONE for figure in (*one, *other))


def _overlap(one: Figure, other: Figure) -> bool:
    return one.start < other.end and other.start < one.end


def _dimensions(figure: Figure) -> set[object]:
    return {measure.dimension for measure in figure.measures}


def _agree(one: Figure, other: Figure) -> bool:
    return not _dimensions(one).isdisjoint(_dimensions(other)) or not (one.measures or other.measures)


class _Nearness:
    """How near the numbers of two texts are to neighbours that render each other."""

    def __init__(self, chinese: NumberedText, english: NumberedText) -> None:
        self._texts = chinese, english
        self._words = list(_words(chinese, english))
        self._neighbours = [*self._words, *_moves(chinese.plain, english.plain)]
        self._neighbours += _numbers(chinese.figures, english.figures)
        self._chinese = _Steps(chinese, _CHINESE_BORDER, 2)
        self._english = _Steps(english, _ENGLISH_BORDER, 6)

    def is_swapped(self, one: _Stated, other: _Stated, *, is_turned: bool) -> bool:
        """Return whether the neighbours of two numbers are those of the other one in the translation.

        In a short text all are near. There shows what they count: 6名医生，18名病人, *6 patients and 18 doctors*.
        """
        roles = [self._roles(side, one[side], other[side]) for side in (0, 1)]
        if all(len(set(pair)) == len(ROLES) for pair in roles):
            return roles[0] != roles[1]
        included = [[self._is_included(side, each[side]) for each in (one, other)] for side in (0, 1)]
        if all(sum(pair) == 1 for pair in included):
            return included[0] != included[1]
        changed_pairs = (one[0], other[1]), (other[0], one[1])
        counts = [[self._count_same(pair) for pair in pairs] for pairs in ((one, other), changed_pairs)]
        if all(counts[0]) != all(counts[1]) and sum(map(any, counts)) == 1:
            return all(counts[1])
        if _is_unasked(one, other):
            return False
        own = self._shared(one, one, other) + self._shared(other, one, other)
        changed = sum(self._shared(pair, one, other) for pair in changed_pairs)
        least = _LEAST_TURNED if is_turned else _LEAST_IN_ORDER
        return changed - own > least and changed > own * _LEAST_RATIO

    def _roles(self, side: int, *figures: Figure) -> list[int]:
        """Return which of the roles the numbers of a side have, as far as it is told."""
        befores = [self._texts[side].before(figure) for figure in figures]
        return [place for before in befores for place, role in enumerate(ROLES) if role[side].search(before)]

    def _is_included(self, side: int, figure: Figure) -> bool:
        """Return whether a number of a side is said to be a part of another one."""
        text = self._texts[side]
        is_part = side == 1 and PART.match(text.plain, figure.end) is not None
        return is_part or INCLUDED[side].search(text.before(figure)) is not None

    def _count_same(self, stated: _Stated) -> bool:
        """Return whether words that render each other stand behind both numbers."""
        return any(
            self._chinese.is_counted(stated[0], each.chinese) and self._english.is_counted(stated[1], each.english)
            for each in self._words
        )

    def _shared(self, stated: _Stated, *pair: _Stated) -> float:
        """Return how many neighbours two numbers share, of those that are none of a pair of numbers."""
        figures = [figure for figure, _ in pair]
        return sum(
            each.weight
            * self._chinese.nearness(stated[0], each.chinese)
            * self._english.nearness(stated[1], each.english)
            for each in self._neighbours
            if not _is_in_figure(each.chinese, figures)
        )


def _words(chinese: NumberedText, english: NumberedText) -> Iterator[_Neighbour]:
    """Yield the words outside numbers that render each other."""
    for match in _WORD.finditer(english.plain):
        if is_function_word(match[0]) or match[0] in _COMPARING or _is_in_figure(match.span(), english.figures):
            continue
        bits = f"{rendered_bits(match[0], chinese.plain, in_terms=False):b}"[::-1]
        runs = [run.span() for run in re.finditer("1+", bits)]
        again = {chinese.plain[start:end] for start, end in runs if end - start > 1}  # only the first one is told
        spans = [run for run in runs if run[1] - run[0] == 1]
        spans += [each.span() for text in again for each in re.finditer(re.escape(text), chinese.plain)]
        spans = [span for span in spans if not _is_in_figure(span, chinese.figures)]
        if len(spans) <= _MOST_PLACES:
            for start, end in spans:
                yield _Neighbour((start, end), match.span(), min(end - start, 2) / 2 / len(spans))


def _is_in_figure(span: tuple[int, int], figures: Sequence[Figure]) -> bool:
    return any(figure.start < span[1] and span[0] < figure.end for figure in figures)


def _moves(chinese: str, english: str) -> Iterator[_Neighbour]:
    for move, word in MOVES:
        words = [match.span() for match in word.finditer(english)]
        for match in move.finditer(chinese) if words else ():
            yield from (_Neighbour(match.span(), span, _MOVE / len(words)) for span in words)


def _numbers(figures: Sequence[Figure], others: Sequence[Figure]) -> Iterator[_Neighbour]:
    for figure in figures:
        same = [other for other in others if other.claim is not Claim.NONE and is_same(figure, other)]
        for other in same:
            yield _Neighbour((figure.start, figure.end), (other.start, other.end), 1 / len(same))
