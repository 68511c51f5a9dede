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
from termbase.text.script import HAN, has_han, simplify

_REASON = "a space divides a Chinese word"
_ANY_GAP = r"[^\S\n\r\t]+"

_SPREAD = 4
"""So many single characters with spaces between them are a word or heading spaced out: 网 络 空 间."""


def gaps(text: str) -> Iterator[Change]:
    """Yield the removal of each space that divides a Chinese word."""
    if (term := _term().fullmatch(text)) is not None and _is_known(term[0]):
        yield from (Change(*gap.span(), "", "space", _REASON) for gap in re.finditer(_ANY_GAP, term[0]))
        return
    for found in _spaced_runs(text):
        pieces = found[0].split(" ")
        offsets = accumulate((len(piece) + 1 for piece in pieces[:-1]), initial=found.start())
        for offset, piece, is_gap in zip(offsets, pieces, _divided(pieces), strict=False):
            if is_gap:
                place = offset + len(piece)
                yield Change(place, place + 1, "", "space", _REASON)


def _spaced_runs(text: str) -> Iterator[re.Match[str]]:
    """Yield the runs of Chinese with spaces in them. To look for the spaces first is much faster."""
    done = 0
    for gap in _gap().finditer(text):
        if gap.start() >= done:
            first = gap.start()
            while first > done and has_han(text[first - 1]):
                first -= 1
            if (found := _spaced().match(text, first)) is not None:
                done = found.end()
                yield found


@cache
def _gap() -> re.Pattern[str]:
    """Match a space with Chinese on both sides. It is a fast test, because it begins with the space."""
    return re.compile(f" (?<=[{HAN}] )(?=[{HAN}])")


@cache
def _spaced() -> re.Pattern[str]:
    return re.compile(f"[{HAN}]+(?: [{HAN}]+)+")


@cache
def _term() -> re.Pattern[str]:
    return re.compile(f"[{HAN}]{{2,}}+(?:{_ANY_GAP}[{HAN}]{{2,}}+)+")


def _is_known(term: str) -> bool:
    """Return whether a text is a single word of the dictionary with spaces: 网络 空间."""
    from termbase.text.words import frequency

    return frequency(re.sub(_ANY_GAP, "", term)) > 0


def _divided(pieces: Sequence[str]) -> list[bool]:
    """Return for each space between pieces whether it divides a word."""
    from termbase.text.dictionary import has_word_across
    from termbase.text.words import dictionary_words

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
    from termbase.text.words import frequency

    start, place, end = word
    left, right = pieces
    if left < start or end < right:
        return True
    parts = text[start:place], text[place:end]
    return any(len(part) > 1 and not frequency(part) for part in parts)
