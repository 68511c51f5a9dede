"""SubRip and WebVTT subtitles to blocks: the text of each cue, the two lines of it together.

Numbers, names, timings, settings, headers, styles and notes are left out; tags and addresses are masked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from termbase.document.model import Block
from termbase.document.plain import Line, block_of, paragraphs
from termbase.document.references import resolve
from termbase.text.masks import MASK, unmasked

_TIMING = re.compile(r"\s*(?:\d+:)?\d{1,2}:\d{1,2}[,.]\d{1,3}\s*-->")
_TAG = re.compile(r"</?[A-Za-z\d][^<>\r\n]*>|\{\\[^{}\r\n]*\}")
_VTT = re.compile(r"\s*WEBVTT(?:\s|\Z)")


def blocks(text: str) -> Iterator[Block]:
    """The cues of a subtitle file. A cue of SubRip with a blank line inside gives two blocks."""
    is_vtt = _VTT.match(text) is not None
    has_begun = False
    for lines in paragraphs(text):
        cue = _cue(lines)
        has_begun = has_begun or cue is not None
        for said in _split(lines if cue is None and has_begun and not is_vtt else cue or []):
            block = block_of(text, said)
            shown = resolve(_TAG.sub(lambda tag: MASK * len(tag.group()), block.text))
            if unmasked(shown).strip():
                yield Block(block.start, shown)


def _cue(lines: list[Line]) -> list[Line] | None:
    """The lines after the timing, which is the first or the second line; None where there is none."""
    for number, line in enumerate(lines[:2]):
        if _TIMING.match(line.text):
            return lines[number + 1 :]
    return None


def _split(lines: list[Line]) -> Iterator[list[Line]]:
    """Cues that follow each other without a blank line, as damaged files have them."""
    said: list[Line] = []
    for line in lines:
        if _TIMING.match(line.text):
            said = said[:-1] if said and said[-1].text.strip().isdigit() else said
            if said:
                yield said
            said = []
        else:
            said.append(line)
    if said:
        yield said
