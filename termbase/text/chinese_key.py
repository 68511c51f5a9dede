"""Computes match keys: Chinese terms that differ only in script, regional wording or spacing have the same key.

Start from `chinese_key`. `fold_chinese_key` does the same for running text and keeps the offsets of the original.
`_in_one_script` unifies the characters, then `_in_one_wording` the words of different regions.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from termbase.text.chinese.chinese_characters import one_form, space_beside_han
from termbase.text.invisible import UNSEEN
from termbase.text.regions.wording import mainland_words

_INVISIBLE = re.compile(f"[{UNSEEN}]+")


@dataclass(frozen=True, slots=True)
class FoldedChineseKey:
    """The match key of a text, with the offsets that lead back to the original.

    The key consists of pieces. `positions` has the offset of each piece in `text`, `starts` and `ends` its span in
    the original (all in code points).
    """

    text: str
    positions: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span in the original of the key from `start` to `end`, which must not be empty.

        A regional word that was replaced (數位 by 数字) is included whole.
        """
        first, last = (bisect_right(self.positions, offset) - 1 for offset in (start, end - 1))
        return self.starts[first], self.ends[last]


class _Piece(NamedTuple):
    """A piece of the key, and its span in the original."""

    text: str
    start: int
    end: int


def chinese_key(term: str) -> str:
    """Return the match key of a Chinese term, equal for both scripts, all regional wordings, widths and spacings.

    數位絲綢之路, 数位丝绸之路 and 数字丝绸之路 have the same key. It is for comparison only, never to be shown.
    """
    return fold_chinese_key(term).text


def script_key(term: str) -> str:
    """Return a key that is equal for both scripts but keeps the wording: 數位絲綢之路 and 数位丝绸之路 share it."""
    return "".join(piece.text for piece in _in_one_script(term))


def fold_chinese_key(text: str) -> FoldedChineseKey:
    """Return the match key of a Chinese text; `FoldedChineseKey.span` gives the places in the original."""
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
    """Return the text in pieces of one character each: simplified, lower case, without invisible characters."""
    characters = [_Piece(part, place, place + 1) for place, char in enumerate(text) for part in one_form(char)]
    return _without(space_beside_han(), _without(_INVISIBLE, characters))


def _without(pattern: re.Pattern[str], pieces: list[_Piece]) -> list[_Piece]:
    found = pattern.finditer("".join(piece.text for piece in pieces))
    left_out = {place for gap in found for place in range(*gap.span())}
    return [piece for place, piece in enumerate(pieces) if place not in left_out] if left_out else pieces


def _in_one_wording(pieces: list[_Piece]) -> list[_Piece] | None:
    """Return the pieces with regional words replaced by mainland words, or None if there are no regional words.

    All pieces that a word touches become one piece, even if it begins or ends inside one (位元 in 位|元数据).
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
