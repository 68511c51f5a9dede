"""Where words begin and end, and whether a place of a text keeps to them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate, pairwise

from termbase.text.script import has_han

CERTAIN_WORD = 4
"""So many characters that a table of words has do not come about by chance: 网络安全."""

CERTAIN_TERM = 6
"""The same for terms, which are less usual than the words around them: 私人信息 is none in 私人|信息化."""

_RARE = 4
"""Words that the dictionary counts no oftener are often none."""

_CLAUSE = 40
"""So many characters on both sides tell where words end."""


def boundaries(text: str) -> tuple[int, ...]:
    """The places where a word of the text begins or ends (code points), in order."""
    from termbase.text.words import words

    return tuple(accumulate(map(len, words(text)), initial=0))


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether a place is made of whole words, or is a part of one that cannot be parted otherwise.

    Bad: 变量 in 改变|量子, 工具列 in 工具|列表, 保安 in 确保安全 (one word of the dictionary). What it lacks,
    so that the sentence is not cut there, counts unless it parts two words: 杜拜 in 杜|拜会.
    """
    edges = boundaries(text)
    first, last = bisect_right(edges, start) - 1, bisect_left(edges, end)
    if (edges[first], edges[last]) == (start, end):
        return True
    if last - first == 1:
        word = text[edges[first] : edges[last]]
        return not any(_is_parted(word, place - edges[first]) for place in range(start + 1, end))
    return _is_unknown_name(text, start, end, edges[first : last + 1])


def _is_unknown_name(text: str, start: int, end: int, edges: tuple[int, ...]) -> bool:
    """Whether a word that the dictionary lacks holds no other word, and one of its edges is one of the sentence."""
    from termbase.text.words import frequency

    holds_word = any(start <= left and right <= end and right - left > 1 for left, right in pairwise(edges))
    return not frequency(text[start:end]) and not holds_word and (edges[0] == start or edges[-1] == end)


def _is_parted(word: str, place: int) -> bool:
    """Whether a word is two words of the dictionary, of two characters at least."""
    from termbase.text.words import frequency

    parts = word[:place], word[place:]
    return all(len(part) > 1 and frequency(part) for part in parts)


def parts_word(text: str, start: int, end: int) -> bool:
    """Whether a place in folded Chinese cuts a word at its edge: 主权 in 民主|权利, 法治 in 依法治国.

    A word that only goes on at one side (主权 in 主权国家, 数据 in 大数据) is not cut.
    """
    from termbase.text.dictionary import has_word_across

    if end - start >= CERTAIN_TERM or not (_is_han(text[start - 1 : start]) or _is_han(text[end : end + 1])):
        return False
    return has_word_across(text, (start, end)) and any(
        (first < start < last < end and not _is_loose(text[first:start], text[start:last]))
        or (start < first < end < last and not _is_loose(text[end:last], text[first:end]))
        or first < start < end < last
        for first, last in _words_around(text, start, end)
    )


def _is_loose(outside: str, inside: str) -> bool:
    """Whether a word across an edge is rather two: 信息|管理, each commoner; 当|鼠标, next to unknown itself."""
    from termbase.text.words import frequency

    common = max(frequency(outside + inside), frequency(inside + outside))
    is_compound = len(outside) > 1 and common < min(frequency(outside), frequency(inside))
    return len(inside) > 1 and (is_compound or common <= _RARE < frequency(inside))


def is_inside_word(text: str, start: int, end: int) -> bool:
    """Whether a longer word of the dictionary, which is of mainland wording, holds a place: 软体 in 软体动物."""
    return any(first <= start and end <= last and last - first > end - start
               for first, last in _words_around(text, start, end))  # fmt: skip


@lru_cache(maxsize=1 << 14)
def _is_han(char: str) -> bool:
    return has_han(char)


def _words_around(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The words of the run of Han characters that a place stands in; none where the place is the whole run."""
    first, last = start, end
    while first > max(0, start - _CLAUSE) and _is_han(text[first - 1]):
        first -= 1
    while last < min(len(text), end + _CLAUSE) and _is_han(text[last]):
        last += 1
    if (first, last) == (start, end):
        return
    from termbase.text.words import dictionary_words

    for word in dictionary_words(text[first:last]):
        yield first, first + len(word)
        first += len(word)
