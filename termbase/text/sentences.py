"""Finds where the sentences of a text begin, and writes a sentence on a single line."""

from __future__ import annotations

import re

from termbase.text.script import HAN

_CLOSING = re.compile(r"\s*(?:[）)\]】〕》〉」』”’]+|\"(?=\s))\s*")
_GOES_ON = re.compile(r"\s*[(（\[，、；：,;:]|\Z")
_NAME_DOT = re.compile(rf"[{HAN}][．.·‧・•](?=[{HAN}])")
_FILLED_LINE_END = re.compile(rf"(?<=[{HAN}，。；：、])\s*[\r\n]+\s*(?=[{HAN}])")


def sentence_starts(text: str) -> list[int]:
    """Return the offsets (code points) at which sentences begin; the first is 0.

    Closing marks behind the full stop are part of its sentence (他来了。】|我走了), and so is a bracket there.
    The dot between the parts of a foreign name (馬克．安德里森) ends no sentence.
    """
    from sentencex import get_sentence_boundaries

    starts = [boundary["start_index"] for boundary in get_sentence_boundaries("en", text)]
    later = [start for start in starts if start]  # nothing is closed at the start: " /var/log " 及其子目录
    behind = [_CLOSING.match(text, start) for start in later]
    starts = [closing.end() if closing else start for start, closing in zip(later, behind, strict=True)]
    return [0, *(start for start in dict.fromkeys(starts) if not _goes_on(text, start))]


def _goes_on(text: str, start: int) -> bool:
    return bool(_GOES_ON.match(text, start) or _NAME_DOT.match(text, max(start - 2, 0)))


def unwrapped(text: str) -> str:
    """Return a sentence on one line: a line end becomes a space, or nothing between Han characters."""
    return re.sub(r"\s*[\r\n]+\s*", " ", _FILLED_LINE_END.sub("", text))
