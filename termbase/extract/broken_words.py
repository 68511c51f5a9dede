"""Joins Chinese words that a line end divides: the 工|具 of a text that is wrapped at a fixed width."""

from __future__ import annotations

import re
from collections.abc import Sequence

from termbase.text.chinese.word_edges import boundaries
from termbase.text.script import HAN, simplify

_LINE_END = re.compile(rf"(?<=[{HAN}])[ \t]*(?:\r\n|\r|\n)[ \t]*(?=[{HAN}])")
_NEAR = 8
"""How many characters on each side show whether a word goes on."""
_CLAUSE = re.compile(f"[{HAN}]*")


def joined_words(text: str, places: Sequence[int]) -> tuple[str, Sequence[int]]:
    """Return a text without the line ends that divide a word, and the place of each character and of the end.

    Other line ends may separate the items of a list: 苹果 and 香蕉.
    """
    found = [each.span() for each in _LINE_END.finditer(text) if _divides_word(text, each)]
    if not found:
        return text, places
    gone = {place for span in found for place in range(*span)}
    kept = [place for place in range(len(text)) if place not in gone]
    return "".join(text[place] for place in kept), [*(places[place] for place in kept), places[len(text)]]


def _divides_word(text: str, line_end: re.Match[str]) -> bool:
    before = _CLAUSE.match(text[max(0, line_end.start() - _NEAR) : line_end.start()][::-1])
    after = _CLAUSE.match(text, line_end.end(), line_end.end() + _NEAR)
    head, tail = before[0][::-1] if before else "", after[0] if after else ""
    return len(head) not in boundaries(simplify(head + tail))
