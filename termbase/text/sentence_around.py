"""Finds the sentence around a place of a Chinese text, as far as its signs tell: 。！？；, line ends, code."""

from __future__ import annotations

import re

from termbase.text.offsets import MASK, Span

_BORDER = re.compile(rf"[。！？；\r\n{MASK}]")


def sentence_around(text: str, start: int, end: int, reach: int) -> Span:
    """Return the span of the sentence around a span, without the sign at its end.

    It reaches at most `reach` characters to each side, so that the time does not grow with the text.
    """
    first, last = max(0, start - reach), min(end + reach, len(text))
    borders = [found.end() for found in _BORDER.finditer(text, first, start)]
    stop = _BORDER.search(text, end, last)
    return Span(borders[-1] if borders else first, stop.start() if stop else last)
