"""Chinese text as words. jieba's one door; it is imported at the first call of `words`."""

from __future__ import annotations

import contextlib
import logging
import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from math import log
from typing import TYPE_CHECKING

from platformdirs import user_cache_path

from termbase import dictionary
from termbase.dictionary import Word
from termbase.script import simplify

if TYPE_CHECKING:
    from jieba import Tokenizer

_LETTER = re.compile("[A-Za-z0-9]")


@lru_cache(maxsize=16384)
def words(text: str) -> tuple[str, ...]:
    """The words of a text; joined they are the text. Cut by the simplified form, in which the dictionary is."""
    cut, place = [], 0
    for word in _tokenizer().cut(simplify(text)):
        cut.append(text[place : place + len(word)])
        place += len(word)
    return tuple(cut)


@lru_cache(maxsize=1024)
def dictionary_words(text: str) -> tuple[str, ...]:
    """As `words`, but none is guessed: what the dictionary does not know comes as single characters.

    The text is cut where that is most probable by the frequencies of words alone, as jieba does it too.
    """
    simple = simplify(text)
    ends = _most_probable(simple)
    cut: list[str] = []
    place, in_alphabet = 0, False
    while place < len(text):
        is_letter = ends[place] == place + 1 and _LETTER.match(simple, place) is not None
        if is_letter and in_alphabet:
            cut[-1] += text[place]
        else:
            cut.append(text[place : ends[place]])
        place, in_alphabet = ends[place], is_letter
    return tuple(cut)


def _most_probable(text: str) -> Sequence[int]:
    """For each place where the word ends that begins there, on the most probable way from there to the end."""
    found: list[list[Word]] = [[] for _ in text]
    for word in dictionary.words_in(text):
        found[word[0]].append(word)
    every = log(dictionary.total())
    ends, scores = [0] * len(text), [0.0] * (len(text) + 1)
    for start in range(len(text) - 1, -1, -1):
        ways = found[start] or [(start, start + 1, 1)]
        scores[start], ends[start] = max((log(times or 1) - every + scores[end], end) for _, end, times in ways)
    return ends


def frequency(word: str) -> int:
    """How often the texts behind the dictionary have a word; 0 for what is none. Rare ones are often none."""
    return dictionary.frequency(simplify(word))


def part_of_speech(word: str) -> str:
    """The word's class in jieba's dictionary (`n` noun, `v` verb, `vn` verb used as a noun ...); "" for others."""
    return _classes().get(simplify(word), "")


@cache
def _classes() -> Mapping[str, str]:
    import jieba

    with jieba.get_module_res("dict.txt") as file:
        rows = (line.split(" ") for line in file.read().decode("utf-8").splitlines())
        return {word: flag for word, _, flag in rows}


@cache
def _tokenizer() -> Tokenizer:
    import jieba

    jieba.setLogLevel(logging.CRITICAL)  # a cache that cannot be written is no matter for the user
    tokenizer = jieba.Tokenizer()
    folder = user_cache_path("termbase")
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    tokenizer.tmp_dir = str(folder)  # the default is the folder that all users share
    tokenizer.cache_file = "jieba.cache"
    return tokenizer
