"""English as it is compared: `Digital  Silk-Road` and `the digital silk roads` are one.

Start from `fold`, which keeps the way back to the original; `english_key` is the whole of it for one term.
`word_forms` says when two words are one. The folded form is for comparing, never for showing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import accumulate
from operator import add
from typing import NamedTuple

from termbase.text.english_words import (
    APOSTROPHE,
    UNSEEN,
    comparable,
    plain_word,
    without_possessive,
    without_unseen,
)

_LETTER = r"[^\W_\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]"  # no Han: AI技术 holds AI
_HYPHENS = "-\u2010\u2011\u2013"
_GAP = re.compile(rf"\s+|[{_HYPHENS}]\s*")  # an en dash joins words too: China–Africa
_SPACE = re.compile(r"\s+")
_SIGNS = str.maketrans("‘’＇ʼ“”", "''''\"\"")
_ARTICLE = re.compile(r"^(?:the|an?) (?=\w)")
_SMALL_WORD = re.compile(r"(?<= )(?:at|by|for|from|in|of|on|to|with)(?= (?!(?:the|an?) ))")
_ARTICLE_INSIDE = re.compile(r"(?<= )(?:the|an?) ")
_OPENING, _CLOSING = "\"'([{<« ", "\"')]}>»,;:.!? "


@dataclass(frozen=True)
class Folded:
    """A text in its comparable form, `text`, and the stretches that it was folded in, each by itself.

    `stretches` are those of the original, apart by one space, and `folded` their comparable forms.
    """

    text: str
    stretches: Sequence[str]
    folded: Sequence[str]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the original (code points) for a stretch of `text`, without a possessive 's."""
        first = bisect_right(self._folded_starts, start) - 1
        last = bisect_right(self._folded_starts, end - 1, first) - 1
        return self._starts[first] + self._left(first, start), self._starts[last] + self._right(last, end)

    def _left(self, number: int, offset: int) -> int:
        stretch = self.stretches[number]
        return 0 if _is_bare(stretch) else _pieces(stretch).start(offset - self._folded_starts[number])

    def _right(self, number: int, offset: int) -> int:
        stretch = self.stretches[number]
        return len(stretch) if _is_bare(stretch) else _pieces(stretch).end(offset - self._folded_starts[number])

    @cached_property
    def _starts(self) -> list[int]:
        return _places(self.stretches)

    @cached_property
    def _folded_starts(self) -> list[int]:
        return _places(self.folded)


def _is_bare(stretch: str) -> bool:
    """Whether a stretch is a word and no more: the usual case, told fast."""
    return stretch.isascii() and stretch.isalnum()


def _places(stretches: Sequence[str]) -> list[int]:
    """Where each stretch begins, with one space between them."""
    return list(map(add, accumulate(map(len, stretches[:-1]), initial=0), range(len(stretches))))


class _Pieces(NamedTuple):
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


@cache
def _word() -> re.Pattern[str]:
    """A word; made when it is needed, for plain letters need none and it takes ten milliseconds."""
    return re.compile(
        r"(\b(?:[A-Za-z]\.){2,8}(?![A-Za-z0-9])"  # U.N.
        rf"|{_LETTER}(?:[{UNSEEN}]*{_LETTER})*(?:{APOSTROPHE}[sS](?![A-Za-z0-9])|(?<=[sS]){APOSTROPHE}(?![A-Za-z0-9]))?)"
    )


def fold(text: str) -> Folded:
    """The comparable form: whatever the case, width, hyphens, spaces, number, possessive, spelling (-ise)."""
    stretches = text.replace("\n", " ").split(" ")
    alone = list(map(_ALONE.__getitem__, stretches))
    if None in alone:
        stretches = list(_joined(stretches, alone))
        alone = [_ALONE[stretch] or "".join(_pieces(stretch).folded) for stretch in stretches]
    folded = [stretch for stretch in alone if stretch is not None]
    return Folded(" ".join(folded), stretches, folded)


def has_word(text: str) -> bool:
    """Whether a letter of an alphabet or a digit stands in the text."""
    return _word().search(text) is not None


def english_key(term: str) -> str:
    """The key under which a term is looked up: folded, without a leading article and outer punctuation."""
    return _ARTICLE.sub("", fold(term).text.lstrip(_OPENING).rstrip(_CLOSING))


def with_other_articles(key: str) -> Iterator[str]:
    """A key with one article more after a small word, or one less: `rule by law` gives `rule by the law`."""
    for small in _SMALL_WORD.finditer(key):
        for article in ("a", "an", "the"):
            yield f"{key[: small.end()]} {article}{key[small.end() :]}"
    for article_inside in _ARTICLE_INSIDE.finditer(key):
        yield key[: article_inside.start()] + key[article_inside.end() :]


def surface(text: str) -> str:
    """Folded as `fold` does but with number and spelling kept: `softwares` is not `software` here."""
    return "".join(_folded_pieces(text, plain_word).folded)


def is_abbreviation(term: str) -> bool:
    """Whether a term looks like initials: `CAC`, `U.N.`, `GenAI`, `IGFs`; a capitalised word does not."""
    return re.fullmatch(r"(?=(?:.*[A-Z]){2})[A-Za-z][A-Za-z.&/0-9-]{1,9}", term) is not None


class _Alone(dict[str, str | None]):
    """The folded form of a stretch without spaces, None for one that reads otherwise beside others: `cross-`.

    A text has few different ones, so that most are looked up and not worked out.
    """

    def __missing__(self, stretch: str) -> str | None:
        form = comparable(stretch) if stretch.isascii() and stretch.isalpha() else _alone(stretch)
        if len(self) >= _KNOWN:
            self.clear()
        if len(stretch) <= _WORDLIKE:
            self[stretch] = form
        return form


def _alone(stretch: str) -> str | None:
    pieces = _pieces(stretch)
    return "".join(pieces.folded) if _stands_alone(pieces.original) else None


_ALONE = _Alone()
_KNOWN, _WORDLIKE = 1 << 16, 40


def _stands_alone(pieces: Sequence[str]) -> bool:
    """Whether nothing beside a stretch, after a space, changes how it folds: no space, hyphen or _ at its ends."""
    first, last = (without_unseen(piece) for piece in (pieces[0], pieces[-1]))
    if len(pieces) == 1:
        return first != "" and not first[0].isspace() and not first[-1].isspace() and "_" not in first
    return _is_plain(first, 0) and _is_plain(last, -1) and (not last or last[-1] not in _HYPHENS)


def _is_plain(edge: str, end: int) -> bool:
    return not edge.strip("_") or not (edge[end].isspace() or edge[end] == "_")


def _joined(stretches: Sequence[str], alone: Sequence[str | None]) -> Iterator[str]:
    """The stretches, those that do not stand alone together with their neighbours."""
    together: list[str] = []
    follows = False
    for stretch, form in zip(stretches, alone, strict=True):
        if together and form is not None and not follows:
            yield " ".join(together)
            together = []
        together.append(stretch)
        follows = form is None
    yield " ".join(together)


@lru_cache(maxsize=1 << 12)
def _pieces(stretch: str) -> _Pieces:
    return _folded_pieces(stretch, comparable)


def _folded_pieces(text: str, form: Callable[[str], str]) -> _Pieces:
    pieces = _word().split(text)
    folded = [""] * len(pieces)
    folded[1::2] = map(form, pieces[1::2])
    folded[2:-1:2] = map(_between, pieces[2:-1:2])
    for edge in {0, len(pieces) - 1}:
        folded[edge] = _signs(without_unseen(pieces[edge]).strip("_"))
    starts, folded_starts = (list(accumulate(map(len, parts[:-1]), initial=0)) for parts in (pieces, folded))
    return _Pieces(pieces, folded, starts, folded_starts)


@lru_cache(maxsize=1 << 12)
def _between(gap: str) -> str:
    """What stands between two words: one space where it is white space or a hyphen, else its signs."""
    seen = without_unseen(gap)
    if seen.strip("_"):
        seen = seen.strip("_")  # _emphasis_, which snake_case is not
    return " " if _GAP.fullmatch(seen) else _signs(seen)


def _signs(text: str) -> str:
    return _SPACE.sub(" ", text.translate(_SIGNS))
