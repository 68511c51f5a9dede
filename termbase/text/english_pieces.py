"""One stretch of English in pieces, words and what lies between them, each folded by itself.

Start from `pieces_of`. Words take their comparable form, spaces and hyphens become one space, and signs of emphasis
and invisible characters are left out.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from itertools import accumulate
from typing import NamedTuple

from termbase.text.english_words import APOSTROPHE, comparable, without_possessive, without_unseen
from termbase.text.invisible import PASSED_OVER

_LETTER = r"[^\W_\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]"  # no Han: AI技术 holds AI
_HYPHENS = "-\u2010\u2011\u2013"
_GAP = re.compile(rf"\s+|[{_HYPHENS}]\s*")  # an en dash joins words too: China–Africa
_SPACE = re.compile(r"\s+")
_SIGNS = str.maketrans("‘’＇ʼ“”", "''''\"\"")


class Pieces(NamedTuple):
    """A stretch in pieces, at even places what lies between words, at odd places words; and where they begin."""

    original: Sequence[str]
    folded: Sequence[str]
    starts: Sequence[int]
    folded_starts: Sequence[int]

    def start(self, offset: int) -> int:
        """Where in the original the piece, or the sign, begins that stands at an offset of the folded text."""
        number = bisect_right(self.folded_starts, offset) - 1
        return self.starts[number] + (0 if number % 2 else offset - self.folded_starts[number])

    def end(self, offset: int) -> int:
        """Where in the original the piece ends that ends at an offset of the folded text; no possessive counts."""
        number = bisect_right(self.folded_starts, offset - 1) - 1
        is_word = number % 2
        length = len(without_possessive(self.original[number])) if is_word else offset - self.folded_starts[number]
        return self.starts[number] + length


@lru_cache(maxsize=1 << 12)
def pieces_of(stretch: str) -> Pieces:
    """The pieces of a stretch, its words in the form of `comparable`."""
    return folded_pieces(stretch, comparable)


def folded_pieces(text: str, form: Callable[[str], str]) -> Pieces:
    """The pieces of a text, its words in the form that a function gives them."""
    pieces = word_pattern().split(text)
    folded = [""] * len(pieces)
    folded[1::2] = map(form, pieces[1::2])
    folded[2:-1:2] = map(_between, pieces[2:-1:2])
    for edge in {0, len(pieces) - 1}:
        folded[edge] = _signs(without_unseen(pieces[edge]).strip("_"))
    starts, folded_starts = (list(accumulate(map(len, parts[:-1]), initial=0)) for parts in (pieces, folded))
    return Pieces(pieces, folded, starts, folded_starts)


@lru_cache(maxsize=1 << 12)
def _between(gap: str) -> str:
    """What stands between two words: one space where it is white space or a hyphen, else its signs."""
    seen = without_unseen(gap)
    if seen.strip("_"):
        seen = seen.strip("_")  # _emphasis_, which snake_case is not
    return " " if _GAP.fullmatch(seen) else _signs(seen)


def _signs(text: str) -> str:
    return _SPACE.sub(" ", text.translate(_SIGNS))


def stands_alone(pieces: Sequence[str]) -> bool:
    """Whether nothing beside a stretch, after a space, changes how it folds: no space, hyphen or _ at its ends."""
    first, last = (without_unseen(piece) for piece in (pieces[0], pieces[-1]))
    if len(pieces) == 1:
        return first != "" and not first[0].isspace() and not first[-1].isspace() and "_" not in first
    return _is_plain(first, 0) and _is_plain(last, -1) and (not last or last[-1] not in _HYPHENS)


def _is_plain(edge: str, end: int) -> bool:
    return not edge.strip("_") or not (edge[end].isspace() or edge[end] == "_")


@cache
def word_pattern() -> re.Pattern[str]:
    """A word. Compiled when first needed, as plain letters do without it and it takes milliseconds."""
    return re.compile(
        r"(\b(?:[A-Za-z]\.){2,8}(?![A-Za-z0-9])"  # U.N.
        rf"|{_LETTER}(?:[{PASSED_OVER}]*{_LETTER})*(?:{APOSTROPHE}[sS](?![A-Za-z0-9])|(?<=[sS]){APOSTROPHE}(?![A-Za-z0-9]))?)"
    )
