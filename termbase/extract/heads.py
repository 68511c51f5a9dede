"""What may stand before the first word of a heading or list item."""

from __future__ import annotations

import re

from termbase.extract.marks import Bracket
from termbase.text.offsets import MASK

HEAD_SIGNS = rf"[-*•#>\s\d.、)）{MASK}]*(?:(?:[A-Za-z]\d{{0,3}}|[IVX]{{1,4}})(?:[.)] | {{3}})\s*)?"
"""Bullets, numbers, the letter or Roman numeral of an item, and marks, as a part of a pattern."""

HEAD = re.compile(HEAD_SIGNS)
"""All that stands before the first word."""

_OPENED = re.compile(rf"{HEAD_SIGNS}[\[《「『“\"_]*")
_ENDED = re.compile(rf"[\]》」』”\"*_{MASK}\s]*(?:\([^()\s]*\))?[*_{MASK}\s]*(?:$|[:：])")
"""What stands behind a bracket at the end of a line or of the head of an item: marks, the address of a link."""

_LINK_OPENED = re.compile(rf"(?<!{MASK})[\[{MASK}](?!{MASK})[^\[\]{MASK}]*")
_LINK_ENDED = re.compile(rf"\][(\[]|{MASK}{{4}}")
_LONGEST_LINK = 40


def head_before(flat: str, bracket: Bracket) -> int:
    """Return where the text begins that a bracket ends in a line, the head of an item or a link, else -1.

    Examples: - 词（word）：...; [词（word）](address).
    """
    opened = _OPENED.match(flat)
    if opened and opened.end() < bracket.start and _ENDED.match(flat, bracket.end):
        return opened.end()
    if _LINK_ENDED.match(flat, bracket.end):
        before = max(0, bracket.start - _LONGEST_LINK)
        place = max(flat.rfind("[", before, bracket.start), flat.rfind(MASK, before, bracket.start))
        if place >= 0 and _LINK_OPENED.fullmatch(flat, place, bracket.start):
            return place + 1
    return -1
