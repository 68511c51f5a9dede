"""Finds where the sentences of a text begin, and writes a sentence on a single line."""

from __future__ import annotations

import re

from termbase.text.script import HAN

_CLOSES_PREVIOUS = re.compile(r"\s*[(（\[）)\]」』”’\"]")
_NAME_DOT = re.compile(rf"[{HAN}][．.·‧・•](?=[{HAN}])")
_FILLED_LINE_END = re.compile(rf"(?<=[{HAN}，。；：、])\s*[\r\n]+\s*(?=[{HAN}])")


def sentence_starts(text: str) -> list[int]:
    """Return the offsets (code points) at which sentences begin; the first is 0.

    A bracket or closing mark at the start of a sentence counts as part of the sentence before it. The dot between
    the parts of a foreign name (馬克．安德里森) ends no sentence.
    """
    from sentencex import get_sentence_boundaries

    starts = [boundary["start_index"] for boundary in get_sentence_boundaries("en", text)]
    return [0, *(start for start in starts if start and not _goes_on(text, start))]


def _goes_on(text: str, start: int) -> bool:
    return bool(_CLOSES_PREVIOUS.match(text, start) or _NAME_DOT.match(text, max(start - 2, 0)))


def unwrapped(text: str) -> str:
    """Return a sentence on one line: a line end becomes a space, or nothing between Han characters."""
    return re.sub(r"\s*[\r\n]+\s*", " ", _FILLED_LINE_END.sub("", text))
