"""Tells how message catalogues of free software usually translate an English word (`usual_renderings.tsv`).

The table shows whether a termbase lists the usual translation of a word, and whether a text has another usual one.
Start from `usual` for a word, or from `find_usual` for a term in a pair of texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from termbase.files.data_table import data_rows
from termbase.language import SIMPLIFIED, TAIWAN
from termbase.text.chinese.folded_chinese import FoldedChinese, fold_chinese
from termbase.text.english.english_words import comparable
from termbase.text.offsets import starts_of
from termbase.text.small_words import SMALL_WORDS

_TABLES = {"zh-CN": SIMPLIFIED, "zh-TW": TAIWAN}
_WORD = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*")
_LEAST, _LEAST_OF_CHARACTER = 0.02, 0.2
"""The least share that counts in a text: a character may stand there for many other words."""

_NOT_RARE = 0.2
"""The least share of a rendering, as a part of the share of the best one, that is taken for it."""

_REACH = 10
"""Characters in which all words of a term must be rendered."""


class Usual(NamedTuple):
    """How a word is usually translated.

    `covered` is the share of messages with the word that have any of its renderings: low for words that are often
    translated freely. `shares` is the share of those that have a rendering, by the rendering (folded).
    """

    covered: float
    shares: Mapping[str, float]

    def share(self, terms: Iterable[str]) -> float:
        """Return the share of the most usual one of some Chinese terms."""
        return max((self.shares.get(fold_chinese(term).text, 0.0) for term in terms), default=0.0)

    def share_alone(self, term: str) -> float:
        """Return the share of a Chinese term where it is not part of a longer rendering: 驱动 of 驱动程序."""
        word = fold_chinese(term).text
        longer = sum(share for each, share in self.shares.items() if word in each and each != word)
        return self.shares.get(word, 0.0) - longer


class Found(NamedTuple):
    """A usual translation of a term in a text: the text at it, its folded words, and the lowest of their shares."""

    written: str
    words: Sequence[str]
    share: float


def words_of(english: str) -> list[str]:
    """Return the words of a term by which the table is read."""
    return [comparable(word) for word in _WORD.findall(english) if word.casefold() not in SMALL_WORDS]


@lru_cache(maxsize=8192)
def usual(word: str, language: str) -> Usual | None:
    """Return how a word (see `words_of`) is translated in a region; where that is unknown, or Hong Kong, in any."""
    own = [each[word] for tag, each in _tables().items() if word in each and language == tag]
    found = own if language in _tables() else [each[word] for each in _tables().values() if word in each]
    if not found:
        return None
    every = {rendering for each in found for rendering in each.shares}
    shares = {rendering: max(each.shares.get(rendering, 0.0) for each in found) for rendering in every}
    return Usual(max(each.covered for each in found), shares)


def find_usual(english: str, source: str, target: str, language: str) -> Found | None:
    """Return the most usual translation of a term that a target has: one of each of its words, near each other.

    A Chinese word that more usually translates another word of the source is not one.
    """
    own = words_of(english)
    renderings = [usual(word, language) for word in own]
    if not own or not all(renderings):
        return None
    beside = [each for word in set(words_of(source)) - set(own) if (each := usual(word, language))]
    folded = fold_chinese(target)
    several = [sorted(_in_text(each, beside, folded.text), key=_rank, reverse=True) for each in renderings if each]
    if not all(several):
        return None
    words = [_longest(each) for each in several]
    places = _together(folded.text, words)
    return places and Found(_written(target, folded, *places), words, min(each[0][0] for each in several))


def _rank(found: tuple[float, str]) -> tuple[float, int, str]:
    share, word = found
    return share, len(word), word


def _longest(found: Sequence[tuple[float, str]]) -> str:
    """Return the longest of the renderings with the best one inside, that is not rare: 應用程式 and not 程式."""
    (best, word), *_ = found
    return max((each for share, each in found if word in each and share >= _NOT_RARE * best), key=len)


def _in_text(renderings: Usual, beside: Sequence[Usual], text: str) -> Iterator[tuple[float, str]]:
    for word, share in renderings.shares.items():
        least = _LEAST if len(word) > 1 else _LEAST_OF_CHARACTER
        if share >= least and word in text and not any(each.shares.get(word, 0.0) > share for each in beside):
            yield share, word


def _together(text: str, words: Sequence[str]) -> tuple[int, int] | None:
    """Return where a text has all words near each other, from the start of the first to the end of the last."""
    first, *others = [[*starts_of(word, text)] for word in words]
    longest = max(map(len, words))
    spans = []
    for start in first:
        near = [start, *(min(places, key=lambda place: abs(place - start)) for places in others)]
        spans.append((min(near), max(place + len(word) for place, word in zip(near, words, strict=True))))
    span = min(spans, key=lambda each: each[1] - each[0])
    return span if len(words) == 1 or span[1] - span[0] <= _REACH + longest else None


def _written(target: str, folded: FoldedChinese, start: int, end: int) -> str:
    first, last = folded.span(start, end)
    return target[first:last]


@cache
def _tables() -> Mapping[str, Mapping[str, Usual]]:
    tables: dict[str, dict[str, Usual]] = {tag: {} for tag in _TABLES.values()}
    for word, tag, covered, renderings in data_rows("usual_renderings.tsv"):
        pairs = (each.rsplit(":", 1) for each in renderings.split(" "))
        tables[_TABLES[tag]][word] = Usual(int(covered) / 100, {each: int(share) / 100 for each, share in pairs})
    return tables
