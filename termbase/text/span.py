"""Defines `Span`, a place in a text for programs."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """Start and end of a stretch of text: 0-based code points, end-exclusive."""

    start: int
    end: int
