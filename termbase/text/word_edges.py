"""Where words begin and end, and whether a place of a text keeps to them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate, pairwise


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
