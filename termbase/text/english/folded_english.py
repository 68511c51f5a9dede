"""Folds English: `Digital  Silk-Road` and `the digital silk roads` compare as equal.

Start from `english_key` for a term, or from `fold_english` for a text, which keeps the offsets of the original.
`english_pieces` folds a stretch of text and `english_words` a word. Folded text is for comparison only, never to be
shown.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from operator import add

from termbase.text.english.english_pieces import folded_pieces, pieces_of, stands_alone, word_pattern
from termbase.text.english.english_words import comparable, plain_word
from termbase.text.offsets import FILL
from termbase.text.small_words import ARTICLES, SMALL_PREPOSITIONS

_ARTICLE = re.compile(r"^(?:the|an?) (?=\w)")
_PREPOSITION = re.compile(rf"(?<= )(?:{'|'.join(sorted(SMALL_PREPOSITIONS))})(?= (?!(?:the|an?) ))")
_ARTICLE_INSIDE = re.compile(r"(?<= )(?:the|an?) ")
_AND = ("&", "&amp;")
"""Signs that are read *and* if they stand between spaces; R&D is a word."""
_OPENING, _CLOSING = "\"'([{<« ", "\"')]}>»,;:.!? "


@dataclass(frozen=True)
class FoldedEnglish:
    """Folded English text, with the stretches of the original that were folded separately.

    `stretches` are the parts of the original, with one space between them; `folded` has the folded form of each.
    """

    text: str
    stretches: Sequence[str]
    folded: Sequence[str]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span in the original (code points) of the folded text from `start` to `end`.

        A possessive 's at the end is excluded.
        """
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
    """Return whether a stretch is a single ASCII word: the usual case, for which this test is fast."""
    return stretch.isascii() and (stretch.isalnum() or stretch in _AND)


def _places(stretches: Sequence[str]) -> list[int]:
    """Return the offset of each stretch in the text that joins them with one space."""
    return list(map(add, accumulate(map(len, stretches[:-1]), initial=0), range(len(stretches))))


def fold_english(text: str) -> FoldedEnglish:
    """Fold a text: case, width, hyphens, spaces, number, possessive, spelling (-ise) and `&` make no difference."""
    stretches = text.replace("\n", " ").split(" ")
    alone = list(map(_ALONE.__getitem__, stretches))
    if None in alone:
        stretches = list(_joined(stretches, alone))
        alone = [_ALONE[stretch] or "".join(pieces_of(stretch).folded) for stretch in stretches]
    folded = [stretch for stretch in alone if stretch is not None]
    return FoldedEnglish(" ".join(folded), stretches, folded)


def has_word(text: str) -> bool:
    """Return whether the text has a letter of an alphabet or a digit. Han characters do not count."""
    return word_pattern().search(text) is not None


def english_key(term: str) -> str:
    """Return the key under which a term is looked up: folded, without a leading article and outer punctuation."""
    return _ARTICLE.sub("", fold_english(term).text.lstrip(_OPENING).rstrip(_CLOSING))


def with_other_articles(key: str) -> Iterator[str]:
    """Yield the key with one article added after a preposition, or one article removed.

    `rule by law` gives `rule by the law`, `rule by a law` and `rule by an law`.
    """
    for preposition in _PREPOSITION.finditer(key):
        for article in sorted(ARTICLES):
            yield f"{key[: preposition.end()]} {article}{key[preposition.end() :]}"
    for article_inside in _ARTICLE_INSIDE.finditer(key):
        yield key[: article_inside.start()] + key[article_inside.end() :]


def surface(text: str) -> str:
    """Fold a text as `fold_english` does, but keep number and spelling: `softwares` and `software` differ here."""
    return "".join(folded_pieces(text, plain_word).folded)


class _Alone(dict[str, str | None]):
    """The folded form of each stretch without spaces; None if it must be folded with its neighbour, as `cross-`.

    It is a cache: a text has few different words, so most are looked up and need not be folded again.
    """

    def __missing__(self, stretch: str) -> str | None:
        form = comparable(stretch) if stretch.isascii() and stretch.isalpha() else _alone(stretch)
        if len(self) >= _MOST_CACHED:
            self.clear()
        if len(stretch) <= _LONGEST_CACHED:
            self[stretch] = form
        return form


def _alone(stretch: str) -> str | None:
    if stretch.replace(FILL, "") in _AND:
        return "and"
    pieces = pieces_of(stretch)
    return "".join(pieces.folded) if stands_alone(pieces.original) else None


_ALONE = _Alone()
_MOST_CACHED, _LONGEST_CACHED = 1 << 16, 40


def _joined(stretches: Sequence[str], alone: Sequence[str | None]) -> Iterator[str]:
    """Yield the stretches; those that cannot be folded alone are joined with their neighbours."""
    together: list[str] = []
    follows = False
    for stretch, form in zip(stretches, alone, strict=True):
        if together and form is not None and not follows:
            yield " ".join(together)
            together = []
        together.append(stretch)
        follows = form is None
    yield " ".join(together)
