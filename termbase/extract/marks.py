"""Characters that end words or show where an author's term begins: brackets, quotes, emphasis, tags.

`flatten` is the one place where a block's text is cleaned for reading; it keeps every offset.
"""

from __future__ import annotations

import re

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

_BLANK = re.compile(r"[^\S ]|[\u00a0\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u3000]")
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,80}>")
_FOOTNOTE = re.compile(r"\[(?:\^[\w-]{1,12}|\d{1,4}|citation needed)\]")


def flatten(text: str) -> str:
    """The text, of the same length, with every blank and invisible character as a space.

    HTML tags become masks and footnote marks (`[14]`, `[^ref1]`) spaces, so that words beside them stand free.
    """
    flat = _BLANK.sub(" ", text)
    flat = _TAG.sub(lambda tag: MASK * len(tag.group()), flat)
    return _FOOTNOTE.sub(lambda mark: " " * len(mark.group()), flat)
