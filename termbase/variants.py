"""Near variants: other renderings of a known English term that differ from it in function words only.

*community of shared future in cyberspace* and *community with a shared future in cyberspace* have the same content
words in the same order. Terms of fewer than three content words have no near variants: *state power* and *state of
power* are two things.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

_WORD = re.compile(r"[A-Za-z0-9]+(?:[’'][A-Za-z]+)?")
_FUNCTION_WORDS = frozenset("a an and at by for from in into of on or the to with within".split())
_BETWEEN_WORDS = re.compile(r"[\s-]+")
_LEAST_CONTENT = 3
_MOST_BETWEEN = 2
"""Function words in a row inside a variant: *community **with a** shared future*."""


class Variant(NamedTuple):
    """A place in a text (0-based code points) that renders one of the known terms."""

    term: str
    start: int
    end: int


class VariantFinder:
    """Finds the near variants of some English terms, and the terms themselves, in running text."""

    def __init__(self, terms: Iterable[str]) -> None:
        self._by_first: dict[str, list[tuple[str, list[str]]]] = defaultdict(list)
        for term in terms:
            content = [word for word in _words(term) if word not in _FUNCTION_WORDS]
            if len(content) >= _LEAST_CONTENT:
                self._by_first[content[0]].append((term, content))

    def find(self, text: str) -> Iterator[Variant]:
        """Every place, in order, where the content words of a term stand with function words alone between."""
        words = list(_WORD.finditer(text))
        folded = [match.group().casefold() for match in words]
        for index, word in enumerate(folded):
            for term, content in self._by_first.get(word, ()):
                last = _follow(content, folded, index)
                if last is not None and _is_unbroken(text, words[index : last + 1]):
                    yield Variant(term, words[index].start(), words[last].end())


def _words(text: str) -> list[str]:
    return [match.group().casefold() for match in _WORD.finditer(text)]


def _follow(content: list[str], words: list[str], index: int) -> int | None:
    """The index of the word that ends the term's content words, begun at `index`; None where they break off."""
    for wanted in content[1:]:
        index += 1
        for _ in range(_MOST_BETWEEN):
            if index < len(words) and words[index] in _FUNCTION_WORDS:
                index += 1
        if index >= len(words) or words[index] != wanted:
            return None
    return index


def _is_unbroken(text: str, words: list[re.Match[str]]) -> bool:
    return all(_BETWEEN_WORDS.fullmatch(text, left.end(), right.start()) for left, right in pairwise(words))
