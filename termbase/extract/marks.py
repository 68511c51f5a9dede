"""Characters that end words or show where an author's term begins: brackets, quotes, emphasis, tags.

`flatten` is the one place where a block's text is cleaned for reading; it keeps every offset. `find_brackets` is
one pass with a stack, so that hostile text costs no more than other text.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from termbase.text.invisible import UNSEEN
from termbase.text.masks import MASK
from termbase.text.script import HAN

CLOSER_OF = {"(": ")", "（": "）", "[": "]", "［": "］", "【": "】", "〔": "〕"}
OPEN_QUOTES = "“‘「『《〈«‹\"'"
CLOSE_QUOTES = "”’」』》〉»›\"'"
QUOTE_OF = dict(zip(CLOSE_QUOTES, OPEN_QUOTES, strict=True))
EMPHASIS = "*_#`" + MASK
MARKS = OPEN_QUOTES + CLOSE_QUOTES + EMPHASIS + "~"
KANA = re.compile("[\u3041-\u30fa\u30fc-\u30ff\u31f0-\u31ff]")
HAN_CHARACTER = re.compile(f"[{HAN}]")
LATIN_LETTER = re.compile(r"[A-Za-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u024F\u1E00-\u1EFF]")

_BLANK = re.compile(rf"[^\S ]|[{UNSEEN}]")
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,80}>")
_FOOTNOTE = re.compile(r"\[(?:\^[\w-]{1,12}|\d{1,4}|citation needed)\]")


def flatten(text: str) -> str:
    """The text, of the same length, with every blank and invisible character as a space.

    HTML tags become masks and footnote marks (`[14]`, `[^ref1]`) spaces, so that words beside them stand free.
    """
    flat = _BLANK.sub(" ", text)
    flat = _TAG.sub(lambda tag: MASK * len(tag.group()), flat)
    return _FOOTNOTE.sub(lambda mark: " " * len(mark.group()), flat)


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
