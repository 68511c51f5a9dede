"""Sentences of a text: where they begin, and how one reads on a single line."""

from __future__ import annotations

import re

from termbase.text.script import HAN

_CLOSES_PREVIOUS = re.compile(r"\s*[(（\[）)\]」』”’\"]")
_FILLED_LINE_END = re.compile(rf"(?<=[{HAN}，。；：、])\s*[\r\n]+\s*(?=[{HAN}])")


def sentence_starts(text: str) -> list[int]:
    """Where sentences begin (code points), 0 included. A bracket after a closing quotation mark goes with it."""
    from sentencex import get_sentence_boundaries

    starts = [boundary["start_index"] for boundary in get_sentence_boundaries("en", text)]
    return [0, *(start for start in starts if start and not _CLOSES_PREVIOUS.match(text, start))]


def unwrapped(text: str) -> str:
    """A sentence on one line: line ends that only filled the page become a space, or nothing between Han."""
    return re.sub(r"\s*[\r\n]+\s*", " ", _FILLED_LINE_END.sub("", text))
