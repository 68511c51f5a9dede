"""Finds the edges of Chinese words, which are written without spaces, and decides whether a span is of whole words.

Start from `Words`, for many spans of one text, or from `is_whole`. Whether a span cuts a word of the dictionary is
decided by `termbase.text.chinese.cut_words`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate, pairwise

from termbase.text.chinese.cut_words import is_inside_word
from termbase.text.chinese.dictionary import has_word_across, total, words_in
from termbase.text.chinese.first_characters import belongs_before
from termbase.text.chinese.words import dictionary_words, frequency, likelihood, words

CERTAIN_WORD = 4
"""A word of a table that has at least this many characters is not found by chance across other words: 网络安全."""

_COMMON = 300
"""A word that is at least so frequent is not cut by an unknown one of two characters: 视后 in 审视|后."""

_UNKNOWN = 3000
"""The highest frequency an unknown word of two characters may have, times the odds against it."""

_BEHIND_NOUN = frozenset("里内上下旁的")
"""Words behind a noun, which the dictionary has with its end too: 房里 in 班房|里, 端的 in 移动端|的."""

_COUNTED = re.compile("(?<=[一二三四五六七八九十百千两几数半])(?:[间宗]|万亿)")
"""What the dictionary has with the number before it: 间学校 begins inside 三间 in 三间|学校, 万亿 inside 几万."""

_RUN = re.compile(r"[^\s，。、；：！？“”‘’「」『』（）《》…—]+")

_LONGEST_RUN, _AROUND = 400, 100
"""Of a run of more characters only so many on each side of a span are read, so that the time stays linear."""

_NOUN = 40
"""How many characters are read before the end of a noun, to find its beginning."""


def boundaries(text: str) -> tuple[int, ...]:
    """Return the offsets (code points) at which words of the text begin or end, in ascending order."""
    return tuple(accumulate(map(len, words(text)), initial=0))


class Words:
    """The words of one text in simplified characters, which are only found if a place is asked about."""

    def __init__(self, simplified: str) -> None:
        self._text = simplified
        self._runs: list[tuple[int, int]] = []

    def is_whole(self, start: int, end: int) -> bool:
        """Return whether a span consists of whole words or may be a part of one; 变量 in 改变|量子 is neither."""
        if _is_inside_letters(self._text, start) or _is_inside_letters(self._text, end):
            return False
        if end - start >= CERTAIN_WORD or end - start == len(self._text):
            return True
        if belongs_before(self._text, start, end):
            return False
        if _COUNTED.match(self._text, start):
            start += 1
        if not self._cuts_words(start, end):
            return True
        first, last = self._run(start, end)
        return is_whole(self._text[first:last], start - first, end - first)

    def is_inside_word(self, start: int, end: int, *, above: int) -> bool:
        """Return whether a span lies inside a longer word, as `is_inside_word` does."""
        return self._cuts_words(start, end) and is_inside_word(self._text, start, end, above=above)

    def _cuts_words(self, start: int, end: int) -> bool:
        """Return whether some word of the dictionary extends across an edge of a span, be it a word here or not."""
        return has_word_across(self._text, (start, end))

    def _run(self, start: int, end: int) -> tuple[int, int]:
        """Return the run between punctuation that holds a span, which is enough to find the edges of words."""
        if not self._runs:
            self._runs = [run.span() for run in _RUN.finditer(self._text)]
        found = bisect_right(self._runs, (start, len(self._text))) - 1
        first, last = self._runs[found] if found >= 0 else (0, 0)
        if end > last:
            first, last = 0, len(self._text)
        if last - first > _LONGEST_RUN:
            return max(first, start - _AROUND), min(last, end + _AROUND)
        return first, last


def _is_inside_letters(text: str, place: int) -> bool:
    """Return whether a place has English letters on both sides: U盘 in GPU盘."""
    around = text[place - 1 : place + 1]
    return len(around) > 1 and around.isascii() and around.isalpha()


def is_whole(text: str, start: int, end: int) -> bool:
    """Return whether a span consists of whole words, or is a part of a single word that has no other split.

    It does not in these cases: 变量 in 改变|量子, 工具列 in 工具|列表, 保安 in 确保安全 (one entry of the
    dictionary). A word that the dictionary lacks is accepted, since its edges are then unknown, unless it cuts two
    words (杜拜 in 杜|拜会). A small word behind a noun does not take the end of the noun: 班房 is a word in
    班|房里, and 太空人 in 太空|人们, but 线上 is none in 斑马|线上.
    """
    edges = boundaries(text)
    if text[end - 1] in _BEHIND_NOUN and _takes_end_of_noun(text, start, end - 1, edges):
        return False
    first, last = bisect_right(edges, start) - 1, bisect_left(edges, end)
    if (edges[first], edges[last]) == (start, end) or _is_beside_guess(text, start, end):
        return True
    takes_end = text[end : end + 1] in _BEHIND_NOUN or text[end - 1 : end + 1] == "人们"
    if takes_end and edges[first] == start and edges[last - 1 :][:2] == (end - 1, end + 1):
        return is_whole(text[:end], start, end)
    if last - first == 1:
        word = text[edges[first] : edges[last]]
        return not any(_is_two_words(word, place - edges[first]) for place in range(start + 1, end))
    return _is_unknown_name(text, start, end, edges[first : last + 1])


def _is_beside_guess(text: str, start: int, end: int) -> bool:
    """Return whether no word goes across an edge of a span but one that is guessed from single characters."""
    return {start, end} <= {*accumulate(map(len, dictionary_words(text)), initial=0)}


def _takes_end_of_noun(text: str, start: int, end: int, edges: Sequence[int]) -> bool:
    """Return whether a single character ends a longer word of the dictionary: 斑马线.

    One of two characters must begin at an edge, or 前线 would be one in 目前|线上.
    """
    if end - start > 1:
        return False
    first = max(0, start - _NOUN)
    found = ((first + left, first + right) for left, right, _ in words_in(text[first:end]))
    return any(right == end and (left < start - 1 or (left < start and left in edges)) for left, right in found)


def _is_unknown_name(text: str, start: int, end: int, edges: tuple[int, ...]) -> bool:
    """Return whether a span is not in the dictionary, contains no word, and has an edge that is one in the text."""
    holds_word = any(start <= left and right <= end and right - left > 1 for left, right in pairwise(edges))
    if frequency(text[start:end]) or holds_word or (edges[0] != start and edges[-1] != end):
        return False
    if end - start > 2:
        return True
    if edges[0] == start:
        single, cut, rest = text[start : edges[-2]], text[edges[-2] : edges[-1]], text[end : edges[-1]]
    else:
        single, cut, rest = text[edges[1] : end], text[edges[0] : edges[1]], text[edges[0] : start]
    return frequency(cut) < _COMMON and not _is_likelier(single, cut, rest)


def _is_likelier(single: str, cut: str, rest: str) -> bool:
    """Return whether known words (失明|了) are far likelier than an unknown one and a rest (失|明了)."""
    # the rest may be two words: 在|一起 of 连在一起 in 扣连|在一起
    rests = (likelihood(rest), *(likelihood(rest[:place], rest[place:]) for place in range(1, len(rest))))
    return likelihood(single, cut) > max(rests) * _UNKNOWN / total()


def _is_two_words(word: str, place: int) -> bool:
    """Return whether both parts of a word are dictionary words of at least two characters."""
    parts = word[:place], word[place:]
    return all(len(part) > 1 and frequency(part) for part in parts)
