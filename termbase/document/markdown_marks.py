"""Removes the marks of Markdown from a stretch of text, to show it as a reader of the rendered page sees it."""

from __future__ import annotations

import re

_MARKS = (
    (re.compile(r"\[\^[^\]\s]*\]:?"), ""),  # [^footnote]
    (re.compile(r"\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+\"[^\"]*\")?\)|\]\[[^\[\]]*\]"), ""),  # [text](url)
    (re.compile(r"!?\[(?![^\[\]]*\])"), ""),  # the bracket that opened it; [sic] stays
    (re.compile(r"\*{2,}|_{2,}(?!\w)|(?<!\w)_{2,}"), ""),  # **strong**
    (re.compile(r"(?<![\s\\])\*|(?<!\\)\*(?=\S|\Z)"), ""),  # *emphasis*, but not 2 * 3
    (re.compile(r"(?<![\w\\])_(?=\w)|(?<=[\w.,!?])_(?!\w)"), ""),  # _emphasis_, but not snake_case
    (re.compile(r"`+"), ""),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!|>-])"), r"\1"),  # \* is a sign that is no mark
)


_OPENING = re.compile(r"[ \t>]*(?:#{1,6}|>|[-*+]|\d+[.)])[ \t]+")
"""The sign that opens a heading, a quotation or an item of a list."""


def without_marks(text: str, begins_line: bool = False) -> str:
    """Return the text without marks of emphasis, links, footnotes, and, where a line begins, headings and lists.

    The text may begin or end inside a link or emphasis, whose marks are then removed too.
    """
    if begins_line and (opening := _OPENING.match(text)):
        text = text[opening.end() :]
    for pattern, replacement in _MARKS:
        text = pattern.sub(replacement, text)
    return text


def term_without_marks(text: str) -> str:
    """Return a term without the marks inside it, **Digital** **Democracy**; a single star is a part of it: A*."""
    return text if "**" not in text and text.count("*") == 1 else without_marks(text)
