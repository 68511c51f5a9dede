"""English as it is compared: `Digital  Silk-Road` and `the digital silk roads` are one.

Start from `fold_english`, which keeps the way back to the original; `english_key` is the whole of it for one term.
`english_pieces` folds one stretch of a text, `english_words` one word. The folded form is for comparing, never for
showing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from operator import add

from termbase.text.english_pieces import folded_pieces, pieces_of, stands_alone, word_pattern
from termbase.text.english_words import comparable, plain_word
from termbase.text.small_words import ARTICLES, SMALL_PREPOSITIONS

_ARTICLE = re.compile(r"^(?:the|an?) (?=\w)")
_PREPOSITION = re.compile(rf"(?<= )(?:{'|'.join(sorted(SMALL_PREPOSITIONS))})(?= (?!(?:the|an?) ))")
_ARTICLE_INSIDE = re.compile(r"(?<= )(?:the|an?) ")
_OPENING, _CLOSING = "\"'([{<« ", "\"')]}>»,;:.!? "


@dataclass(frozen=True)
class FoldedEnglish:
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
        return 0 if _is_bare(stretch) else pieces_of(stretch).start(offset - self._folded_starts[number])

    def _right(self, number: int, offset: int) -> int:
        stretch = self.stretches[number]
        return len(stretch) if _is_bare(stretch) else pieces_of(stretch).end(offset - self._folded_starts[number])

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


def fold_english(text: str) -> FoldedEnglish:
    """The comparable form: whatever the case, width, hyphens, spaces, number, possessive, spelling (-ise)."""
    stretches = text.replace("\n", " ").split(" ")
    alone = list(map(_ALONE.__getitem__, stretches))
    if None in alone:
        stretches = list(_joined(stretches, alone))
        alone = [_ALONE[stretch] or "".join(pieces_of(stretch).folded) for stretch in stretches]
    folded = [stretch for stretch in alone if stretch is not None]
    return FoldedEnglish(" ".join(folded), stretches, folded)


def has_word(text: str) -> bool:
    """Whether a letter of an alphabet or a digit stands in the text."""
    return word_pattern().search(text) is not None


def english_key(term: str) -> str:
    """The key under which a term is looked up: folded, without a leading article and outer punctuation."""
    return _ARTICLE.sub("", fold_english(term).text.lstrip(_OPENING).rstrip(_CLOSING))


def with_other_articles(key: str) -> Iterator[str]:
    """A key with one article more after a small word, or one less: `rule by law` gives `rule by the law`."""
    for preposition in _PREPOSITION.finditer(key):
        for article in sorted(ARTICLES):
            yield f"{key[: preposition.end()]} {article}{key[preposition.end() :]}"
    for article_inside in _ARTICLE_INSIDE.finditer(key):
        yield key[: article_inside.start()] + key[article_inside.end() :]


def surface(text: str) -> str:
    """Folded as `fold_english` does but with number and spelling kept: `softwares` is not `software` here."""
    return "".join(folded_pieces(text, plain_word).folded)


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
    pieces = pieces_of(stretch)
    return "".join(pieces.folded) if stands_alone(pieces.original) else None


_ALONE = _Alone()
_KNOWN, _WORDLIKE = 1 << 16, 40


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
