"""Cuts the sides of a segment pair into tokens: Chinese words and English words, each with its span and key."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from termbase.text.chinese.words import frequency, words
from termbase.text.english.english_words import comparable
from termbase.text.latin_words import LATIN
from termbase.text.offsets import blank
from termbase.text.script import HAN, has_han, simplify

_ENGLISH = re.compile(rf"[{LATIN}]+(?:['’.&+][{LATIN}]+)*")
_CHINESE_RUN = re.compile(rf"[^\W_]+(?:[-'’.&+·][{LATIN}]+)*")
_LINK = re.compile(r" ?|[-‐‑]")
"""What may stand between two words of a term."""

_GLOSS = re.compile(rf"(?<=[{HAN}])[（(][^（()）{HAN}]*[A-Za-z][^（()）{HAN}]*[)）]")
_COMPOUND = 3
_COMMON = 100
"""The frequency from which words of the dictionary count as words inside a longer one."""


class Token(NamedTuple):
    """A word of a text: its span (code points, end-exclusive), its key, and whether a term may continue into it.

    `follows` is true if only a space or a hyphen is between the word and the one before it.
    """

    start: int
    end: int
    key: str
    follows: bool


def english_tokens(text: str) -> Iterator[Token]:
    """Yield the words of an English text; the parts of a hyphenated word are tokens of their own."""
    end = -1
    for match in _ENGLISH.finditer(text):
        follows = end >= 0 and _LINK.fullmatch(text, end, match.start()) is not None
        yield Token(*match.span(), comparable(match.group()), follows)
        end = match.end()


def chinese_tokens(text: str) -> Iterator[Token]:
    """Yield the words of a Chinese text in simplified characters; Latin words in it are tokens too.

    English in a bracket after Chinese is left out: it repeats what the Chinese says.
    """
    simple = simplify(text)
    end = -1
    for match in _CHINESE_RUN.finditer(_GLOSS.sub(blank, simple)):
        start = match.start()
        for word in _words(match.group()):
            follows = end == start or (end >= 0 and text[end:start] == " ")
            end = start + len(word)
            yield Token(start, end, word if has_han(word) else comparable(word), follows)
            start = end


def _words(run: str) -> Iterator[str]:
    """Yield the words of a run of letters; consecutive Latin letters and digits are one word."""
    together = ""
    for word in words(run):
        if not has_han(word):
            together += word
            continue
        if together:
            yield together
            together = ""
        yield from _parts(word)
    if together:
        yield together


@lru_cache(maxsize=1 << 16)
def inner_words(word: str) -> tuple[str, ...]:
    """Return the words inside a word of three characters (命令 and 行 in 命令行); empty for other words.

    They are no tokens, since they are too often found by chance, but they show what the word may translate.
    """
    if len(word) != _COMPOUND or not has_han(word):
        return ()
    left, right = frequency(word[:2]), frequency(word[1:])
    if max(left, right) <= _COMMON:
        return ()
    return (word[:2], word[2:]) if left >= right else (word[:1], word[1:])


@lru_cache(maxsize=1 << 14)
def _parts(word: str) -> tuple[str, ...]:
    """Return the words of which a long word of the dictionary consists (操作 and 系统), or the word alone."""
    cuts = ((word[:place], word[place:]) for place in range(2, len(word) - 1))
    common, cut = max(((min(map(frequency, cut)), cut) for cut in cuts), default=(0, ()))
    return tuple(part for half in cut for part in _parts(half)) if common > _COMMON else (word,)
