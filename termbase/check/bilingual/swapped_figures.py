"""Finds numbers that a translation has in each other's place: 两个兄弟和一个姐妹, *a brother and two sisters*.

The words behind a number show what it counts. Start from `swapped`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from termbase.renderings.rendered_characters import rendered_bits
from termbase.text.figures.figure import Claim, Figure
from termbase.text.figures.same_number import is_same
from termbase.text.script import HAN, simplify
from termbase.text.word_classes import is_function_word

_REACH = 8
"""Characters behind a Chinese number that may say what it counts."""

_BEFORE = 3
"""Characters before it that may say what it measures: 长 in 长961米."""

_WORDS = 4
"""Words behind an English number that may say so."""

_PHRASE = f"(?:(?![和与及或])[{HAN}])*"
_HAN_BEHIND, _HAN_BEFORE = re.compile(_PHRASE), re.compile(rf"{_PHRASE}\Z")
_BORDER = re.compile(r"[,;:.()—–]|\band\b")
_WORD = re.compile("[A-Za-z]{3,}")
_MOST = 20
"""Of more numbers none is looked at: a table has them in its own order."""


def swapped(chinese: str, figures: Sequence[Figure], english: str, others: Sequence[Figure]) -> Iterator[Figure]:
    """Yield the numbers of a Chinese text that count in its English translation what another one counts here.

    The translation must have the words of each of two numbers behind the other one, and not behind its own.
    """
    if not 1 < len(figures) <= _MOST or len(others) > _MOST:
        return
    text = simplify(chinese)
    sides = zip([None, *figures], figures, [*figures[1:], None], strict=False)
    counted = [(one, _around(text, before, one, after)) for before, one, after in sides]
    behind = [(one, _behind(english, one, after)) for one, after in pairwise([*others, None]) if one]
    for one, words in counted:
        own = _of(one, behind)
        is_alone = len(own) == 1 and sum(is_same(each, own[0][0]) for each in figures) == 1
        rest = [each for each in counted if not is_same(one, each[0])] if is_alone else []
        if any(_have_changed((words, own), (beside, _of(other, behind))) for other, beside in rest):
            yield one


_Behind = Sequence[tuple[Figure, Sequence[str]]]


def _of(figure: Figure, behind: _Behind) -> _Behind:
    """Return the English numbers that may be a Chinese one, with the words behind each."""
    return [one for one in behind if one[0].claim is not Claim.NONE and is_same(figure, one[0])]


def _have_changed(one: tuple[str, _Behind], other: tuple[str, _Behind]) -> bool:
    (words, own), (beside, others) = one, other
    return _rendered(own, words, beside) == {beside} and _rendered(others, words, beside) == {words}


def _rendered(behind: _Behind, *texts: str) -> set[str]:
    """Return those of two texts that the words behind some numbers render; *medals* of 金牌 and 银牌 neither."""
    each = (
        {text for text in texts if _is_rendered(word, text, texts)} for _, several in behind for word in several
    )
    return set().union(*(found for found in each if len(found) == 1))


def _is_rendered(word: str, text: str, texts: Sequence[str]) -> bool:
    """Whether a word renders a character of one text that the other one lacks."""
    beside = {char for other in texts if other is not text for char in other}
    bits = rendered_bits(word, text)
    return any(bits >> place & 1 and char not in beside for place, char in enumerate(text))


def _around(text: str, before: Figure | None, figure: Figure, after: Figure | None) -> str:
    head = _HAN_BEFORE.search(text, before.end if before else 0, figure.start)
    tail = _HAN_BEHIND.match(text, figure.end, after.start if after else len(text))
    return (head[0][-_BEFORE:] if head else "") + (tail[0][:_REACH] if tail else "")


def _behind(text: str, figure: Figure, after: Figure | None) -> Sequence[str]:
    phrase = _BORDER.split(text[figure.end : after.start if after else len(text)])[0]
    return [word for word in _WORD.findall(phrase)[:_WORDS] if not is_function_word(word)]
