"""Decides by the dictionary whether an English text renders Chinese in another way than as a listed term.

出口 is an *export* or an *exit*, and 保险 is no *insurance* in 保险丝, a *fuse*. Start from `has_other_english` for
the senses of a word, and from `renders_word_around` for the words that contain it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from functools import lru_cache
from itertools import chain

from termbase.renderings.cedict import glosses, is_idiom, meanings, plain
from termbase.renderings.cedict_file import dictionary, without_remarks
from termbase.renderings.phrase_words import words_for
from termbase.text.script import simplify

_LONGEST = 8
"""Maximum number of characters of a word around a term."""

_RARE = 60
"""How many words of the dictionary may have an English word that alone tells a sense: *tacit*, not *take*."""

_KINDRED = 5
"""How many letters two words that are derived from one begin with."""

_COMMON = 300
"""How many words may have an English word that tells of a word around a term: *fuse*, not *one* of 上个."""

_SIDES = frozenset("上下中里内外")
"""Words behind a noun, which the dictionary has with some nouns: 互联网上."""

_ARTICLE = re.compile(r"(?:to|an?|the)\s+")


def has_other_english(text: str, chinese: str, terms: Iterable[str], beside: Iterable[str]) -> bool:
    """Return whether a text renders a Chinese word by a meaning that is apart from that of the listed terms.

    Two meanings are apart if the dictionary has other words for both, and no translation in common for these:
    *choice* is no other sense of *selection*, since 抉择 and 挑选 are both *to choose*. What the words beside it
    may mean does not count.
    """
    listed = {word for term in terms for word in plain(term).split()}
    senses = list(_senses(simplify(chinese)))
    own = [sense for sense in senses if any(not listed.isdisjoint(plain(gloss).split()) for gloss in sense)]
    if not own:
        return False
    words = f" {plain(text)} "
    known = listed.union(chain.from_iterable(map(meanings, beside)), *(plain(each).split() for each in chain(*own)))
    evidence = (_evidence(gloss, words, known, chinese) for sense in senses if sense not in own for gloss in sense)
    same: Set[str] = frozenset()
    for others in filter(None, evidence):
        same = same or _others(chain(chain.from_iterable(own), terms), chinese)
        if same and _glosses(others).isdisjoint(_glosses(same)) and not listed & _stems(others):
            return True
    return False


def has_kindred_english(text: str, chinese: str, terms: Iterable[str]) -> bool:
    """Return whether a text has a word that the dictionary gives for a Chinese one, and that is akin to a term.

    An *accountant* and *accounting* are both 会计.
    """
    listed, words = [plain(term) for term in terms], f" {plain(text)} "
    return any(
        f" {gloss} " in words and any(_are_akin(gloss, term) for term in listed) for gloss in glosses(chinese)
    )


def _are_akin(one: str, other: str) -> bool:
    """Return whether two stems begin alike: `accountant` and `account`."""
    return " " not in one + other and min(len(one), len(other)) >= _KINDRED and one[:_KINDRED] == other[:_KINDRED]


def renders_word_around(text: str, source: str, start: int, end: int, terms: Iterable[str]) -> bool:
    """Return whether a text renders a longer word around a span of a Chinese source, by the dictionary.

    A saying renders none of its words, if the dictionary explains it without the terms: 开源 in 开源节流.
    """
    words = f" {plain(text)} "
    own, meant = [plain(term) for term in terms], meanings(simplify(source[start:end]))
    for first, last in _spans_around(source, start, end):
        word = simplify(source[first:last])
        if any(f" {gloss} " in words and _is_telling(gloss, meant) for gloss in glosses(word)):
            return True
        if is_idiom(word) and not any(map(_defined(word).count, own)):
            return True
    return False


def _spans_around(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the longer spans that contain a span of a text, but not those with a place behind it: 互联网上."""
    for first in range(max(0, start - _LONGEST + 1), start + 1):
        for last in range(end, min(first + _LONGEST, len(text)) + 1):
            if last - first > end - start and not (first == start and text[end:last] in _SIDES):
                yield first, last


def _is_telling(gloss: str, meant: Set[str]) -> bool:
    """Whether a translation tells that a word was read, and is not made of the term's: 新产品, *new product*."""
    stems = gloss.split()
    is_made = len(stems) > 1 and not meant.isdisjoint(stems)
    return not is_made and any(len(_words_meaning(stem)) <= _COMMON for stem in stems)


def _senses(chinese: str) -> Iterator[tuple[str, ...]]:
    """Yield the meanings of a word, each as the translations that the dictionary has for it."""
    for definition in dictionary().definitions.get(chinese, ()):
        for sense in definition.split("/"):
            found = (_ARTICLE.sub("", gloss.strip(), 1) for gloss in re.split("[;,]", without_remarks(sense)))
            if some := tuple(filter(plain, found)):
                yield some


def _evidence(gloss: str, words: str, known: Set[str], chinese: str) -> Set[str]:
    """Return the other words that mean what a text has of a gloss: all of it, or one rare word, else nothing."""
    stems = plain(gloss).split()
    if known.isdisjoint(stems) and f" {' '.join(stems)} " in words:
        return _others([gloss], chinese)
    for stem in stems:
        if stem not in known and f" {stem} " in words and len(found := _words_meaning(stem)) <= _RARE:
            return found - {chinese}
    return frozenset()


def _others(phrases: Iterable[str], chinese: str) -> Set[str]:
    return {word for phrase in phrases for word in words_for(phrase) if chinese not in word}


def _defined(word: str) -> str:
    return " / ".join(plain(gloss) for sense in _senses(word) for gloss in sense)


def _glosses(words: Iterable[str]) -> Set[str]:
    return frozenset(chain.from_iterable(map(glosses, words)))


def _stems(words: Iterable[str]) -> Set[str]:
    return frozenset(chain.from_iterable(map(meanings, words)))


@lru_cache(maxsize=1024)
def _words_meaning(stem: str) -> frozenset[str]:
    return frozenset(word for word, stems in dictionary().stems.items() if f" {stem} " in stems)
