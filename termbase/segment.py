"""Chinese text as words. jieba's one door; it is imported, and its dictionary read, at the first call."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from platformdirs import user_cache_path

from termbase.script import simplify

if TYPE_CHECKING:
    from jieba import Tokenizer


@lru_cache(maxsize=16384)
def words(text: str) -> tuple[str, ...]:
    """The words of a text; joined they are the text. Cut by the simplified form, in which the dictionary is."""
    return _cut(text, guess=True)


@lru_cache(maxsize=16384)
def dictionary_words(text: str) -> tuple[str, ...]:
    """As `words`, but none is guessed: what the dictionary does not know comes as single characters."""
    return _cut(text, guess=False)


def _cut(text: str, guess: bool) -> tuple[str, ...]:
    cut, place = [], 0
    for word in _tokenizer().cut(simplify(text), HMM=guess):
        cut.append(text[place : place + len(word)])
        place += len(word)
    return tuple(cut)


def frequency(word: str) -> int:
    """How often the texts behind jieba's dictionary have a word; 0 for what is none. Rare ones are often none."""
    tokenizer = _tokenizer()
    tokenizer.check_initialized()
    return int(tokenizer.FREQ.get(simplify(word), 0))


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
