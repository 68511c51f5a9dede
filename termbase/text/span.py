"""A stretch of a text."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of a text: code points, 0-based, end-exclusive."""

    start: int
    end: int
