"""Where the brackets are: one pass with a stack, so that hostile text costs no more than other text."""

from __future__ import annotations

import re
from typing import NamedTuple

from termbase.extract.marks import CLOSER_OF

LONGEST = 300
"""Characters inside a bracket that may still be a gloss."""

_DEEPEST = 3
_BRACKET = re.compile("[" + re.escape("".join(CLOSER_OF) + "".join(CLOSER_OF.values())) + "]")
_SHAPE = {char: shape for shape, pair in enumerate(["()（）", "[]［］", "【】", "〔〕"]) for char in pair}


class Bracket(NamedTuple):
    """A bracket from before its opening character to behind its closing one; `height` counts brackets in it."""

    start: int
    end: int
    height: int


def find_brackets(flat: str) -> list[Bracket]:
    """The brackets that close, in order of their start; `（` may close with `)`, as it often does.

    What holds more than three levels of brackets, or more than `LONGEST` characters, is no gloss and is left out.
    """
    found: list[Bracket] = []
    stack: list[tuple[int, int]] = []
    heights: list[int] = []
    for match in _BRACKET.finditer(flat):
        char, place = match.group(), match.start()
        if char in CLOSER_OF:
            stack.append((place, _SHAPE[char]))
            heights.append(0)
        elif stack and stack[-1][1] == _SHAPE[char]:
            start, height = stack.pop()[0], heights.pop()
            if heights:
                heights[-1] = max(heights[-1], height + 1)
            if place - start <= LONGEST and height < _DEEPEST:
                found.append(Bracket(start, place + 1, height))
    return sorted(found)
