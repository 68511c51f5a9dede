"""Judges whether a file speaks of what the termbase speaks of, and which of its deviations stand apart.

A termbase that somebody else made lists many words in another sense, or in the words of another house. Then a file
has usual translations of these words instead, and each of them would be reported as missing. Of a termbase that is
the file's own, deviations are few, and hardly any of them is a more usual translation than the listed one. Several
terms must be so: that a file writes one term otherwise a hundred times tells nothing of the others. Start from
`standings`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Mapping, Sequence
from typing import NamedTuple, TypeVar

from termbase.check.finding import Standing
from termbase.renderings.usual import Found, find_usual, usual, words_of
from termbase.text.chinese.folded_chinese import fold_chinese

_Term = TypeVar("_Term", bound=Hashable)

_LEAST, _SHARE = 3, 0.3
"""From how many deviating terms with a more usual translation, and from which share of them, a termbase is not the
file's own. The share is the mean of that of the terms and that of their places."""

_FEW = 20
"""Fewer deviating terms do not tell that a termbase is the file's own."""

_LITTLE, _AGAIN = 0.6, 3
"""Below which share of the uses of all terms that are translated as listed a file follows the termbase little, and
from how many deviations of a term this tells that the listed word is not meant."""

_FOLLOWED, _FOLLOWED_SHARE = 6, 0.85
"""The number and share of the other segments with a term that have its listed translation, so that one without it
stands apart."""

_USES, _HARDLY_EVER, _OFTEN = 3, 0.2, 0.5
"""In how many other segments with a mined term a file shows how it translates the term, and in which share of them
it hardly ever or often does so as mined."""

_COVERED = 0.94
"""The least share of messages in which a word is not translated freely."""

_TOLD = 0.05
"""The least share of a translation that is told as that of a term."""

_UNKNOWN = 0.3
"""The share of a listed translation that the table cannot tell, that of a term of several words."""


class Deviation(NamedTuple):
    """A term that lacks its listed translation in a segment.

    `listed` and `every` are the numbers of segments with the term, those with its listed translation and all.
    `term` is equal for all deviations of a term.
    """

    term: Hashable
    english: str
    terms: Sequence[str]
    source: str
    target: str
    listed: int
    every: int


class Judged(NamedTuple):
    """A deviation with the usual translation that the target has instead, if any.

    `is_more_usual` tells whether it is more usual than the listed one.
    """

    other: str
    term: Hashable
    is_more_usual: bool
    stands_apart: bool


def judge(deviation: Deviation, language: str) -> Judged:
    """Judge a deviation by the table of usual translations, and by the other segments of the file."""
    own = words_of(deviation.english)
    known = usual(own[0], language) if len(own) == 1 else None
    share = known.share(deviation.terms) if known else _UNKNOWN
    found = find_usual(deviation.english, deviation.source, deviation.target, language)
    return Judged(
        found.written if found and found.share >= _TOLD else "",
        deviation.term,
        found is not None and found.share > share,
        _stands_apart(deviation, found)
        and not (found is not None and found.share > share)
        and (known is None or known.covered >= _COVERED),
    )


def _stands_apart(deviation: Deviation, found: Found | None) -> bool:
    is_alike = found is not None and any(_is_like(found, term) for term in deviation.terms)
    return deviation.listed >= max(_FOLLOWED, _FOLLOWED_SHARE * (deviation.every - 1)) and not is_alike


def _is_like(found: Found, term: str) -> bool:
    """Whether a translation is a term shortened, 包 of 软件包, or has a part of it: 出错 for 错误, *error*."""
    folded = fold_chinese(term).text
    is_whole = len(found.words) == 1 and found.share >= _TOLD and not set(found.words[0]).isdisjoint(folded)
    return is_whole or all(word in folded for word in found.words)


class Uses(NamedTuple):
    """The segments with a term, other than one that lacks its translation: with the translation, and all."""

    listed: int
    every: int

    @property
    def are_otherwise(self) -> bool:
        """Whether they hardly ever have the translation."""
        return self.every >= _USES and self.listed <= _HARDLY_EVER * self.every

    @property
    def are_often_so(self) -> bool:
        """Whether they often have the translation."""
        return self.every >= _USES and self.listed >= _OFTEN * self.every


def never_listed(lacking: Mapping[_Term, int], counts: Mapping[_Term, tuple[int, int]]) -> set[_Term]:
    """Return the terms that a file never translates as listed, of a file that follows the termbase little.

    `lacking` is the number of deviations of each term, `counts` the segments with a listed translation and all.
    """
    listed, every = (sum(numbers) for numbers in zip(*counts.values(), strict=True)) if counts else (0, 0)
    if len(lacking) < _FEW or listed >= _LITTLE * every:
        return set()
    return {term for term, number in lacking.items() if number >= _AGAIN and counts[term][0] == 0}


def standings(judged: Sequence[Judged], other_senses: Collection[Hashable]) -> list[Standing]:
    """Return the standing of each deviation of a file.

    `other_senses` are terms for which the file has words that the dictionary tells from the listed ones, or those
    that it never translates as listed, though it follows the termbase little.
    """
    terms: dict[Hashable, list[bool]] = defaultdict(list)
    for one in judged:
        terms[one.term].append(one.is_more_usual or one.term in other_senses)
    more_usual = {term for term, several in terms.items() if 2 * sum(several) >= len(several)}.union(other_senses)
    every = len(more_usual.union(terms))
    places = sum(map(sum, terms.values())) / (len(judged) or 1)
    if len(more_usual) >= _LEAST and (len(more_usual) / every + places) / 2 >= _SHARE:
        return ["apart" if one.stands_apart else "doubtful" for one in judged]
    return ["" if every >= _FEW else "apart" if one.stands_apart else "open" for one in judged]
