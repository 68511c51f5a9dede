"""Decides whether a span of Chinese cuts a word of the dictionary, or is a part inside one.

Start from `splits_word`. Whether a span consists of whole words is decided by `termbase.text.chinese.word_edges`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from math import inf

from termbase.text.chinese.dictionary import has_word_across
from termbase.text.chinese.first_characters import belongs_before, belongs_behind
from termbase.text.chinese.other_cuts import advantage, rests
from termbase.text.chinese.words import OFTEN_NO_WORD, dictionary_words, frequency, likelihood
from termbase.text.script import has_han, simplify

FOREIGN_WORD = 3
"""Words of Taiwan have at most this frequency in the dictionary of mainland words (资讯工业, 网路上)."""

_NEARLY = 0.25
"""From what part of the likelihood of a reading on another one counts as well."""

_SURELY = 1.0
"""The least logarithm of the odds for a word of two characters against words across its edges."""

_SHORT = 2

_CERTAINLY = 4.0
"""The least logarithm of the odds against a word that its translation supports."""

_CLAUSE = 40
"""How many characters on each side are needed to find the edges of words."""


def splits_word(text: str, start: int, end: int) -> bool:
    """Return whether a span of folded Chinese cuts a word at its edge: 主权 in 民主|权利, 法治 in 依法治国.

    A span that is the beginning or the end of a longer word (主权 in 主权国家, 数据 in 大数据) does not cut it.
    """
    if not (_is_han(text[start - 1 : start]) or _is_han(text[end : end + 1])):
        return False
    if belongs_before(text, start, end) or belongs_behind(text, end):
        return True
    return (
        has_word_across(text, (start, end))
        and (
            _goes_on_otherwise(text, start, end)
            or _is_in_two_words(text, start, end)
            or _cuts_a_word(text, start, end)
        )
        and not _is_surely_word(text, start, end)
    )


def is_surely_cut(text: str, start: int, end: int) -> bool:
    """Return whether words across the edges of a span are far likelier than the span: 部门 in 教育|部门."""
    simplified = simplify(text)
    if not has_word_across(simplified, (start, end)):
        return False
    first, last = _run(simplified, start, end)
    is_unlikely = advantage(simplified[first:last], start - first, end - first) < -_CERTAINLY
    return is_unlikely or belongs_behind(simplified, end)


def _is_surely_word(text: str, start: int, end: int) -> bool:
    """Return whether a span is likelier a word than other words across its edges: 罕见病 in 罕见病|患者.

    What it leaves of those must be words: 数位经济 leaves 学家 in 数位|经济学家.
    """
    first, last = _run(text, start, end)
    run, span = text[first:last], (start - first, end - first)
    least = _SURELY if end - start == _SHORT else 0
    if not least < advantage(run, *span) < inf:
        return False
    return all(len(rest) > 1 and frequency(rest) for rest in rests(run, *span))


def _cuts_a_word(text: str, start: int, end: int) -> bool:
    """Return whether a word goes across one edge, unless it is more likely two words, or across both edges."""
    return any(
        (first < start < last < end and not _is_loose(text[first:start], text[start:last]))
        or (start < first < end < last and not _is_loose(text[end:last], text[first:end], text[start:first]))
        or first < start < end < last
        for first, last in _words_around(text, start, end)
    )


def _goes_on_otherwise(text: str, start: int, end: int) -> bool:
    """Return whether a word across the end is about as likely as the two that meet there.

    城市管理员工会 is read 管理员|工会, but 管理|员工|会 is nearly as likely; 管理|员工|作 is not.
    """
    words = list(_words_around(text, start, end))
    last = next((word for word in words if word[1] == end and word[0] >= start), None)
    following = next((word for word in words if word[0] == end), None)
    if last is None or following is None:
        return False
    places = range(last[0] + 1, end), range(end + 1, following[1])
    usual = likelihood(text[slice(*last)], text[slice(*following)])
    return any(
        likelihood(text[last[0] : first], text[first:stop], text[stop : following[1]]) > _NEARLY * usual
        for first in places[0]
        for stop in places[1]
    )


def _is_in_two_words(text: str, start: int, end: int) -> bool:
    """Return whether the middle of two words is a third, and single characters are around it: 网路 in 子网|路由.

    The one before it may also end a word that is one without it: 高速路 in 高速|路网|路段.
    """
    around = {*_words_around(text, start, end)}
    before = next((text[first:last] for first, last in around if last == start), "")
    is_loose = len(before) == 1 or (len(before) > 2 and frequency(before[:-1]) > OFTEN_NO_WORD)
    return (
        is_loose
        and (end, end + 1) in around
        and any(
            frequency(text[start - 1 : middle]) > OFTEN_NO_WORD
            and frequency(text[middle : end + 1]) > OFTEN_NO_WORD
            for middle in range(start + 1, end)
        )
    )


def _is_loose(outside: str, inside: str, before: str = "") -> bool:
    """Return whether a word across an edge is more likely two words.

    信息|管理: both parts are more frequent than the whole. 当|鼠标: the whole is rare. 条目|的: a word ends there.
    """
    if outside == "的" and frequency(before[-1:] + inside):
        return True
    common = max(frequency(outside + inside), frequency(inside + outside))
    is_compound = len(outside) > 1 and common < min(frequency(outside), frequency(inside))
    return len(inside) > 1 and (is_compound or common <= OFTEN_NO_WORD < frequency(inside))


def is_inside_word(text: str, start: int, end: int, *, above: int = 0) -> bool:
    """Return whether a span lies inside a longer word of the dictionary (of mainland words): 软体 in 软体动物.

    Only words with a frequency above a number count: rare ones are often of Taiwan (资讯工业).
    """
    return any(
        first <= start and end <= last and last - first > end - start and frequency(text[first:last]) > above
        for first, last in _words_around(text, start, end)
    )


@lru_cache(maxsize=1 << 14)
def _is_han(char: str) -> bool:
    return has_han(char)


def _words_around(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the words of the run of Han characters around a span, as spans; nothing if the span is the run."""
    first, last = _run(text, start, end)
    if (first, last) == (start, end):
        return
    for word in dictionary_words(text[first:last]):
        yield first, first + len(word)
        first += len(word)


def _run(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the run of Han characters around a span, up to some on each side."""
    first, last = start, end
    while first > max(0, start - _CLAUSE) and _is_han(text[first - 1]):
        first -= 1
    while last < min(len(text), end + _CLAUSE) and _is_han(text[last]):
        last += 1
    return first, last
