"""Cuts SubRip and WebVTT subtitles into blocks: the text of each cue, with its lines together.

Cue numbers and names, timings, settings, headers, styles and notes are left out; tags and addresses are masked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from termbase.document.model import Block
from termbase.document.plain import Line, block_of, paragraphs
from termbase.document.references import resolve
from termbase.text.offsets import MASK, unmasked

_TIMING = re.compile(r"\s*(?:\d+:)?\d{1,2}:\d{1,2}[,.]\d{1,3}\s*-->")
_TAG = re.compile(r"</?[A-Za-z\d][^<>\r\n]*>|\{\\[^{}\r\n]*\}")
_VTT = re.compile(r"\s*WEBVTT(?:\s|\Z)")


def blocks(text: str) -> Iterator[Block]:
    """Yield the cues of a subtitle file. A SubRip cue with a blank line inside becomes two blocks."""
    is_vtt = _VTT.match(text) is not None
    has_begun = False
    for lines in paragraphs(text):
        cue = _cue(lines)
        has_begun = has_begun or cue is not None
        for spoken in _split(lines if cue is None and has_begun and not is_vtt else cue or []):
            block = block_of(text, spoken)
            shown = resolve(_TAG.sub(lambda tag: MASK * len(tag.group()), block.text))
            if unmasked(shown).strip():
                yield Block(block.start, shown)


def _cue(lines: list[Line]) -> list[Line] | None:
    """Return the lines after the timing, which is the first or second line; None if there is no timing."""
    for number, line in enumerate(lines[:2]):
        if _TIMING.match(line.text):
            return lines[number + 1 :]
    return None


def _split(lines: list[Line]) -> Iterator[list[Line]]:
    """Split lines at timings: in damaged files cues follow each other without a blank line."""
    spoken: list[Line] = []
    for line in lines:
        if _TIMING.match(line.text):
            spoken = spoken[:-1] if spoken and spoken[-1].text.strip().isdigit() else spoken
            if spoken:
                yield spoken
            spoken = []
        else:
            spoken.append(line)
    if spoken:
        yield spoken
