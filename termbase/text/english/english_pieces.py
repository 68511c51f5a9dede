"""Splits a stretch of English into pieces (words, and what is between words) and folds each piece.

Start from `pieces_of`. A word is replaced by its `comparable` form, white space or a hyphen by one space. Emphasis
signs and invisible characters are left out.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from itertools import accumulate
from typing import NamedTuple

from termbase.text.english.english_words import APOSTROPHE, comparable, without_ignored, without_possessive
from termbase.text.invisible import IGNORED

_LETTER = r"[^\W_\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]"  # not Han: AI技术 has AI
_HYPHENS = "-\u2010\u2011\u2013\ufe63\uff0d"
_GAP = re.compile(rf"\s+|[{_HYPHENS}]\s*")  # an en dash joins words too: China–Africa
_SPACE = re.compile(r"\s+")
_SIGNS = str.maketrans("‘’＇ʼ“”", "''''\"\"")


class Pieces(NamedTuple):
    """The pieces of a stretch, original and folded, and their offsets (code points).

    Words have odd indexes; what is between words has even indexes.
    """

    original: Sequence[str]
    folded: Sequence[str]
    starts: Sequence[int]
    folded_starts: Sequence[int]

    def start(self, offset: int) -> int:
        """Return the offset in the original for an offset in the folded text; for a word, where it begins."""
        number = bisect_right(self.folded_starts, offset) - 1
        return self.starts[number] + (0 if number % 2 else offset - self.folded_starts[number])

    def end(self, offset: int) -> int:
        """Return the end in the original for an end in the folded text; for a word, without a possessive 's."""
        number = bisect_right(self.folded_starts, offset - 1) - 1
        is_word = number % 2
        length = len(without_possessive(self.original[number])) if is_word else offset - self.folded_starts[number]
        return self.starts[number] + length


@lru_cache(maxsize=1 << 12)
def pieces_of(stretch: str) -> Pieces:
    """Split and fold a stretch; words are folded by `comparable`."""
    return folded_pieces(stretch, comparable)


def folded_pieces(text: str, form: Callable[[str], str]) -> Pieces:
    """Split and fold a text; words are folded by the function `form`."""
    pieces = word_pattern().split(text)
    folded = [""] * len(pieces)
    folded[1::2] = map(form, pieces[1::2])
    folded[2:-1:2] = map(_between, pieces[2:-1:2])
    for edge in {0, len(pieces) - 1}:
        folded[edge] = _signs(without_ignored(pieces[edge]).strip("_"))
    starts, folded_starts = (list(accumulate(map(len, parts[:-1]), initial=0)) for parts in (pieces, folded))
    return Pieces(pieces, folded, starts, folded_starts)


@lru_cache(maxsize=1 << 12)
def _between(gap: str) -> str:
    """Fold what is between two words: white space or a hyphen becomes one space, other signs are kept."""
    seen = without_ignored(gap)
    if seen.strip("_"):
        seen = seen.strip("_")  # _emphasis_; in snake_case the sign is kept
    return " " if _GAP.fullmatch(seen) else _signs(seen)


def _signs(text: str) -> str:
    return _SPACE.sub(" ", text.translate(_SIGNS))


def stands_alone(pieces: Sequence[str]) -> bool:
    """Return whether a stretch folds alike beside any neighbour: no space, hyphen or _ is at its ends."""
    first, last = (without_ignored(piece) for piece in (pieces[0], pieces[-1]))
    if len(pieces) == 1:
        return first != "" and not first[0].isspace() and not first[-1].isspace() and "_" not in first
    return _is_plain(first, 0) and _is_plain(last, -1) and (not last or last[-1] not in _HYPHENS)


def _is_plain(edge: str, end: int) -> bool:
    return not edge.strip("_") or not (edge[end].isspace() or edge[end] == "_")


@cache
def word_pattern() -> re.Pattern[str]:
    """Match a word. It is compiled only when needed: that takes milliseconds, and ASCII words do without it."""
    return re.compile(
        r"(\b(?:[A-Za-z]\.){2,8}(?![A-Za-z0-9])"  # U.N.
        rf"|{_LETTER}(?:[{IGNORED}]*{_LETTER})*(?:{APOSTROPHE}[sS](?![A-Za-z0-9])|(?<=[sS]){APOSTROPHE}(?![A-Za-z0-9]))?)"
    )
