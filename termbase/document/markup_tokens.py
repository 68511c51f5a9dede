"""Splits HTML or XML source into tokens with offsets; accepts broken markup as a browser does, in linear time.

Each token ends where the next begins, so no part of the source is lost. Whatever a browser never shows as text
(a comment, a declaration, a script, a tag cut off by the end of the file) becomes one token of kind `OTHER`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto
from functools import cache
from typing import NamedTuple

_TAG = re.compile(
    r"<(/?)([A-Za-z][^\s/>]*+)((?:[^=>]++|=\s*\"[^\"]*\"|=\s*'[^']*'|=)*+)>"  # a quoted `>` does not end the tag
)
_COMMENT_END = re.compile(r"--!?>")
_RAW = frozenset("iframe noembed noframes script style textarea xmp".split())
"""Elements whose content is not parsed as markup: it ends only at their own closing tag."""


class TokenKind(Enum):
    """The kinds of tokens: text, an opening, closing or self-closing tag, or anything else."""

    TEXT = auto()
    OPEN = auto()
    CLOSE = auto()
    EMPTY = auto()
    OTHER = auto()


class Token(NamedTuple):
    """A stretch of the source from `start` to `end` (code points); `name` is a tag's element name in lower case."""

    kind: TokenKind
    start: int
    end: int
    name: str = ""


def tokens(source: str) -> Iterator[Token]:
    """Yield the tokens of the source, which together cover all of it."""
    place = 0
    while place < len(source):
        less = source.find("<", place)
        if less < 0:
            less = len(source)
        if less > place:
            yield Token(TokenKind.TEXT, place, less)
        if less < len(source):
            token = _markup(source, less)
            yield token
            less = token.end
        place = less


def _markup(source: str, start: int) -> Token:
    if tag := _TAG.match(source, start):
        return _tag(source, tag)
    if source.startswith("<!--", start):
        end = _COMMENT_END.search(source, start + 2)
        return Token(TokenKind.OTHER, start, end.end() if end else len(source))
    if source.startswith("<![CDATA[", start):
        return Token(TokenKind.OTHER, start, _after(source, "]]>", start))
    if source.startswith(("<!", "<?", "</"), start):
        return Token(TokenKind.OTHER, start, _after(source, ">", start))
    is_cut_off = source[start + 1 : start + 2].isalpha() and source[start + 1].isascii()
    return Token(TokenKind.OTHER, start, len(source)) if is_cut_off else Token(TokenKind.TEXT, start, start + 1)


def _tag(source: str, tag: re.Match[str]) -> Token:
    name = tag[2].lower()
    if tag[1]:
        return Token(TokenKind.CLOSE, tag.start(), tag.end(), name)
    if tag[3].endswith("/"):
        return Token(TokenKind.EMPTY, tag.start(), tag.end(), name)
    if name in _RAW:
        end = _closing(name).search(source, tag.end())
        return Token(TokenKind.OTHER, tag.start(), end.start() if end else len(source), name)
    return Token(TokenKind.OPEN, tag.start(), tag.end(), name)


def _after(source: str, mark: str, start: int) -> int:
    end = source.find(mark, start)
    return end + len(mark) if end >= 0 else len(source)


@cache
def _closing(name: str) -> re.Pattern[str]:
    return re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)
