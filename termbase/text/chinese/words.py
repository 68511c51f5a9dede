"""Cuts Chinese text into words as jieba does: the most probable segmentation by the frequencies of its dictionary.

Characters that are not in a dictionary word are left to jieba's own model of characters (`jieba.finalseg`), which
is imported when it is needed.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from math import inf, log, prod
from threading import Lock

from termbase.text.chinese import dictionary
from termbase.text.script import simplify, simplify_term

OFTEN_NO_WORD = 4
"""Entries of the dictionary with at most this frequency are often not words."""

_LETTER = re.compile("[A-Za-z0-9]")
_import_lock = Lock()


@lru_cache(maxsize=16384)
def words(text: str) -> tuple[str, ...]:
    """Return the words of a text in either script; joined, they give the text."""
    simple = simplify(text)
    cut, place = [], 0
    for word in _with_guesses(_known_words(simple)):
        cut.append(text[place : place + len(word)])
        place += len(word)
    return tuple(cut)


@lru_cache(maxsize=1024)
def dictionary_words(text: str) -> tuple[str, ...]:
    """Return the words of a text as `words` does, but leave characters that are not in a dictionary word single."""
    cut: list[str] = []
    place, in_alphabet = 0, False
    for word in _known_words(simplify(text)):
        is_letter = len(word) == 1 and _LETTER.match(word) is not None
        if is_letter and in_alphabet:
            cut[-1] += text[place]
        else:
            cut.append(text[place : place + len(word)])
        place, in_alphabet = place + len(word), is_letter
    return tuple(cut)


def _known_words(text: str) -> Iterator[str]:
    """Yield the dictionary words of the most probable segmentation, and the characters between them one by one."""
    found = dictionary.words_by_start(text)
    every = log(dictionary.total())
    ends, scores = [0] * len(text), [0.0] * (len(text) + 1)
    for start in range(len(text) - 1, -1, -1):
        best = -inf
        for _, end, times in found[start] or ((start, start + 1, 1),):
            score = log(times or 1) - every + scores[end]
            if score >= best:
                best, ends[start] = score, end
        scores[start] = best
    place = 0
    while place < len(text):
        yield text[place : ends[place]]
        place = ends[place]


def _with_guesses(cut: Iterable[str]) -> Iterator[str]:
    """Yield the words; consecutive single characters are joined to words as jieba's model of characters does."""
    single = ""
    for word in cut:
        if len(word) == 1 and dictionary.may_be_in_word(word):
            single += word
            continue
        if single:
            yield from _guessed(single)
            single = ""
        yield word
    yield from _guessed(single)


@lru_cache(maxsize=16384)
def _guessed(single: str) -> Sequence[str]:
    return single if len(single) < 2 or dictionary.frequency(single) else tuple(_cutter()(single))


@cache
def _cutter() -> Callable[[str], Iterator[str]]:
    """Import jieba's model of characters without pkg_resources, which jieba tries to import but does not need.

    Importing pkg_resources would take longer than everything else.
    """
    with _import_lock:
        is_loaded = "pkg_resources" in sys.modules
        if not is_loaded:
            sys.modules["pkg_resources"] = None  # type: ignore[assignment]
        try:
            from jieba.finalseg import cut
        finally:
            if not is_loaded:
                del sys.modules["pkg_resources"]
    return cut  # type: ignore[no-any-return]


def frequency(word: str) -> int:
    """Return the frequency of a word in the dictionary, 0 if it is missing; rare entries are often not words."""
    return dictionary.frequency(simplify_term(word))


def likelihood(*words: str) -> float:
    """Return how likely words stand beside each other by their frequencies, from 0 to 1; 0 with an unknown one."""
    return prod(frequency(word) / dictionary.total() for word in words)


def part_of_speech(word: str) -> str:
    """Return the part of speech in jieba's dictionary (`n` noun, `v` verb, `vn` verbal noun), "" if unknown."""
    return dictionary.entry(simplify_term(word))[1]
