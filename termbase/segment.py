"""Chinese text as words. jieba's one door; it is imported, and its dictionary read, at the first call."""

from __future__ import annotations

import contextlib
import logging
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from platformdirs import user_cache_path

from termbase.script import simplify

if TYPE_CHECKING:
    from jieba import Tokenizer


@lru_cache(maxsize=16384)
def words(text: str) -> tuple[str, ...]:
    """The words of a text; joined they are the text. Cut by the simplified form, in which the dictionary is."""
    cut, place = [], 0
    for word in _tokenizer().cut(simplify(text)):
        cut.append(text[place : place + len(word)])
        place += len(word)
    return tuple(cut)


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
