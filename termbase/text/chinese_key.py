"""Match keys: one string for every way of writing a term, so that comparing terms is comparing strings.

Start from `chinese_key`; `fold_chinese_key` is the same for running text, with the way back to the original.
`_in_one_script` makes the characters one, `_in_one_wording` the words.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from termbase.text.chinese_characters import one_form, space_beside_han
from termbase.text.invisible import UNSEEN
from termbase.text.wording import mainland_words

_INVISIBLE = re.compile(f"[{UNSEEN}]+")


@dataclass(frozen=True, slots=True)
class FoldedChineseKey:
    """A text in the form of its match key, and the pieces of the original that it is made of.

    `positions` are offsets in `text`; `starts` and `ends` those of the same pieces in the original (code points).
    """

    text: str
    positions: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the original for a stretch of `text` that is not empty; regional words count whole."""
        first, last = (bisect_right(self.positions, offset) - 1 for offset in (start, end - 1))
        return self.starts[first], self.ends[last]


class _Piece(NamedTuple):
    """A piece of the comparable form, and the stretch of the original that it stands for."""

    text: str
    start: int
    end: int


def chinese_key(term: str) -> str:
    """The match key of a Chinese term: equal for both scripts, all regional wordings, widths and spacings.

    數位絲綢之路, 数位丝绸之路 and 数字丝绸之路 share one. For comparing, never for showing.
    """
    return fold_chinese_key(term).text


def script_key(term: str) -> str:
    """A Chinese term in simplified characters, wording kept: 數位絲綢之路 and 数位丝绸之路 share one."""
    return "".join(piece.text for piece in _in_one_script(term))


def fold_chinese_key(text: str) -> FoldedChineseKey:
    """Chinese text in the form of its match key; `FoldedChineseKey.span` leads back to the original."""
    pieces = _in_one_script(text)
    while (reworded := _in_one_wording(pieces)) is not None:
        pieces = reworded
    positions, length = [], 0
    for piece in pieces:
        positions.append(length)
        length += len(piece.text)
    return FoldedChineseKey(
        "".join(piece.text for piece in pieces),
        tuple(positions),
        tuple(piece.start for piece in pieces),
        tuple(piece.end for piece in pieces),
    )


def _in_one_script(text: str) -> list[_Piece]:
    """The text in pieces of one character each: simplified, small letters, without what is not seen."""
    characters = [_Piece(part, place, place + 1) for place, char in enumerate(text) for part in one_form(char)]
    return _without(space_beside_han(), _without(_INVISIBLE, characters))


def _without(pattern: re.Pattern[str], pieces: list[_Piece]) -> list[_Piece]:
    found = pattern.finditer("".join(piece.text for piece in pieces))
    left_out = {place for gap in found for place in range(*gap.span())}
    return [piece for place, piece in enumerate(pieces) if place not in left_out] if left_out else pieces


def _in_one_wording(pieces: list[_Piece]) -> list[_Piece] | None:
    """The pieces with regional words as the mainland has them; None where there is none.

    A word that begins or ends within a piece (位元 in 位|元数据) makes one piece of all that it touches.
    """
    text = "".join(piece.text for piece in pieces)
    found = list(mainland_words(text))
    if not found:
        return None
    begins = list(accumulate((len(piece.text) for piece in pieces), initial=0))
    reworded: list[_Piece] = []
    last = done = 0
    for start, end, word in found:
        first, stop = bisect_right(begins, start) - 1, bisect_left(begins, end)
        if first < last:
            first, written = last - 1, reworded.pop()
            begin, before = written.start, written.text[: len(written.text) - (begins[last] - done)]
        else:
            reworded += pieces[last:first]
            begin, before, done = pieces[first].start, "", begins[first]
        new = before + text[done:start] + word.lower() + text[end : begins[stop]]
        reworded.append(_Piece(new, begin, pieces[stop - 1].end))
        last, done = stop, end
    return [*reworded, *pieces[last:]]
