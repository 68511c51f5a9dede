"""Finds near variants of English terms: the same content words with other small words, order or number.

*community of shared future in cyberspace* and *cyberspace community with a shared future* are near variants of
*community with a shared future in cyberspace*. A word may also be replaced by another one that renders the same
Chinese (`english_synonyms.tsv`). Terms of fewer than three content words have no variants: *state power* and *power
of the state* are different things.

Start from `find_near`, which searches a document by a `VariantFinder`.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Generic, NamedTuple, TypeVar

from termbase.document.model import Document
from termbase.document.passages import passages, searchable
from termbase.files.data_table import data_rows
from termbase.text.english.folded_english import english_key
from termbase.text.invisible import IGNORED
from termbase.text.small_words import ARTICLES, SMALL_PREPOSITIONS

Owner = TypeVar("Owner")

_WORD = re.compile(rf"[A-Za-z0-9]+(?:[{IGNORED}]+[A-Za-z0-9]+)*(?:[’'][A-Za-z]+)?")
_SMALL = ARTICLES | SMALL_PREPOSITIONS
"""Without conjunctions: *research and development* and *research of development* are different things."""

_BETWEEN = re.compile(rf"[\s{IGNORED}_-]+")
_LEAST_CONTENT = 3
_MOST_SMALL = 2
"""How many small words may follow each other in a variant: *community **with a** shared future*."""


class NearTerm(NamedTuple, Generic[Owner]):
    """A span of a text (0-based code points) with a near variant of a term, or with the term itself.

    `owner` is the value that was given with the term, for instance its concept.
    """

    owner: Owner
    term: str
    start: int
    end: int


class _TermWords(NamedTuple, Generic[Owner]):
    term: str
    owner: Owner
    words: Counter[str]


class VariantFinder(Generic[Owner]):
    """Finds the near variants of given English terms, and the terms themselves, in text."""

    def __init__(self, terms: Iterable[tuple[str, Owner]]) -> None:
        every = [_TermWords(term, owner, Counter(_content(term))) for term, owner in terms]
        searched = [term for term in every if term.words.total() >= _LEAST_CONTENT]
        frequency = Counter(word for term in searched for word in term.words)
        self._by_rarest: dict[str, list[_TermWords[Owner]]] = defaultdict(list)
        for term in searched:
            self._by_rarest[min(term.words, key=lambda word: (frequency[word], word))].append(term)

    def find(self, text: str) -> Iterator[NearTerm[Owner]]:
        """Yield every place with the content words of a term, in the order of its rarest word in the text."""
        for run in _runs(text):
            keys = [_key(word[0]) for word in run]
            content = [index for index, word in enumerate(run) if word[0].casefold() not in _SMALL]
            for place, index in enumerate(content):
                for term in self._by_rarest.get(keys[index], ()):
                    yield from _around(term, run, keys, content, place)


def find_near(document: Document, finder: VariantFinder[Owner]) -> Iterator[NearTerm[Owner]]:
    """Yield the near variants in a document, and the terms themselves; offsets are those of `Document.text`.

    A term may contain tags and line ends, but does not go beyond a heading or a list item.
    """
    for passage in passages(document):
        for near in finder.find(searchable(document, passage)):
            yield near._replace(start=passage.start + near.start, end=passage.start + near.end)


def _around(
    term: _TermWords[Owner], run: list[re.Match[str]], keys: list[str], content: list[int], place: int
) -> Iterator[NearTerm[Owner]]:
    """Yield the first stretch around the content word at `place` that has exactly the content words of the term."""
    size = term.words.total()
    for first in range(max(0, place - size + 1), min(place, len(content) - size) + 1):
        indices = content[first : first + size]
        if Counter(keys[index] for index in indices) == term.words:
            yield NearTerm(term.owner, term.term, run[indices[0]].start(), run[indices[-1]].end())
            return


def _runs(text: str) -> Iterator[list[re.Match[str]]]:
    """Yield runs of words with only spaces and hyphens between them, cut at too many consecutive small words."""
    run: list[re.Match[str]] = []
    small = 0
    for word in _WORD.finditer(text):
        small = small + 1 if word[0].casefold() in _SMALL else 0
        if run and (small > _MOST_SMALL or not _BETWEEN.fullmatch(text, run[-1].end(), word.start())):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _content(term: str) -> list[str]:
    words = (word[0] for word in _WORD.finditer(term))
    return [_key(word) for word in words if word.casefold() not in _SMALL]


@lru_cache(maxsize=1 << 16)
def _key(word: str) -> str:
    key = english_key(word)
    return _synonyms().get(key, key)


@cache
def _synonyms() -> Mapping[str, str]:
    """Return for each word of `english_synonyms.tsv` the first word of its row, all folded by `english_key`."""
    rows = ([english_key(word) for word in words.split()] for words, _ in data_rows("english_synonyms.tsv"))
    return {word: row[0] for row in rows for word in row}
