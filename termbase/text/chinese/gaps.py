"""Finds the spaces that a PDF file or a typesetter has put into Chinese words. Start from `gaps`.

Other spaces between Chinese characters have a meaning and are kept: they separate names (王毅 李强), columns, and
the number of a heading from its text (第一章 总则). A wide space (U+3000) or a tab
is always meant, except in a text that is a single term.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate, pairwise

from termbase.text.changes import Change
from termbase.text.script import HAN, count_han, simplify

_REASON = "a space divides a Chinese word"
_ANY_GAP = re.compile(r"[^\S\n\r\t]+")

_SPREAD = 4
"""So many single characters with spaces between them are a word or heading spaced out: 网 络 空 间."""


def gaps(text: str) -> Iterator[Change]:
    """Yield the removal of each space that divides a Chinese word."""
    if _is_known_term(text):
        yield from (Change(*gap.span(), "", "space", _REASON) for gap in _ANY_GAP.finditer(text))
        return
    for start, run in _spaced_runs(text):
        pieces = run.split(" ")
        offsets = accumulate((len(piece) + 1 for piece in pieces[:-1]), initial=start)
        for offset, piece, is_gap in zip(offsets, pieces, _divided(pieces), strict=False):
            if is_gap:
                place = offset + len(piece)
                yield Change(place, place + 1, "", "space", _REASON)


def _is_known_term(text: str) -> bool:
    """Return whether a text is a single word of the dictionary, parted by spaces into Chinese words: 网络 空间."""
    from termbase.text.chinese.dictionary import LONGEST_WORD
    from termbase.text.chinese.words import frequency

    pieces = _ANY_GAP.split(text, LONGEST_WORD)
    is_parted = len(pieces) > 1 and min(map(len, pieces)) > 1
    if not is_parted or len(term := "".join(pieces)) > LONGEST_WORD:
        return False
    return count_han(term) == len(term) and frequency(term) > 0


def _spaced_runs(text: str) -> Iterator[tuple[int, str]]:
    """Yield the runs of Chinese with single spaces in them, each with its offset."""
    for found in _runs().finditer(text) if " " in text else ():
        if " " in (run := found[0].rstrip(" ")):
            yield found.start(), run


@cache
def _runs() -> re.Pattern[str]:
    return re.compile(f"(?:[{HAN}]++ ?)++")


def _divided(pieces: Sequence[str]) -> list[bool]:
    """Return for each space between pieces whether it divides a word."""
    from termbase.text.chinese.dictionary import has_word_across
    from termbase.text.chinese.words import dictionary_words

    joined = "".join(pieces)
    ends = list(accumulate(map(len, pieces), initial=0))
    simple = simplify(joined)
    if not any(has_word_across(simple, (place, place)) for place in ends[1:-1]):
        return [False] * (len(pieces) - 1)
    found = dictionary_words(joined)
    is_spread = len(pieces) >= _SPREAD and max(map(len, pieces)) == 1 and min(map(len, found)) > 1
    if is_spread:
        return [True] * (len(pieces) - 1)
    words = list(pairwise(accumulate(map(len, found), initial=0)))
    return [
        any(start < place < end and _is_damage(joined, (start, place, end), (left, right)) for start, end in words)
        for left, place, right in zip(ends, ends[1:], ends[2:], strict=False)
    ]


def _is_damage(text: str, word: tuple[int, int, int], pieces: tuple[int, int]) -> bool:
    """Whether a word (start, place of the space, end) cuts a piece, or a piece is no word: 习近 in 习近 平."""
    from termbase.text.chinese.words import frequency

    start, place, end = word
    left, right = pieces
    if left < start or end < right:
        return True
    parts = text[start:place], text[place:end]
    return any(len(part) > 1 and not frequency(part) for part in parts)
