"""What stands around a term: in its paragraph, with markup masked."""

from __future__ import annotations

from bisect import bisect_right

from termbase.check.subject import Subject
from termbase.match.matcher import Hit

_REACH = 500
"""Code points on each side, which is more than a sentence."""


def sides(subject: Subject, hit: Hit) -> tuple[str, str]:
    """The text of the hit's block before and after it, tags and code as `MASK`; of long blocks the nearest part."""
    blocks = subject.document.blocks
    block = blocks[max(bisect_right(blocks, hit.start, key=lambda block: block.start) - 1, 0)]
    start, end = hit.start - block.start, hit.end - block.start
    return block.text[max(0, start - _REACH) : start], block.text[end : end + _REACH]
