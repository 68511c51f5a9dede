"""What may stand before the first word of a heading or list item."""

from __future__ import annotations

import re

from termbase.extract.marks import Bracket
from termbase.text.offsets import MASK

HEAD_SIGNS = rf"[-*•#>\s\d.、)）{MASK}]*"
"""Bullets, numbers and marks, as a part of a pattern."""

HEAD = re.compile(HEAD_SIGNS)
"""All that stands before the first word."""

_OPENED = re.compile(rf"{HEAD_SIGNS}[\[《「『“\"_]*")
_ENDED = re.compile(rf"[\]》」』”\"*_{MASK}\s]*(?:\([^()\s]*\))?[*_{MASK}\s。]*(?:$|[:：])")
"""What stands behind a bracket at the end of a line or of the head of an item: marks, the address of a link."""


def head_before(flat: str, bracket: Bracket) -> int:
    """Return where the text before a bracket begins that ends a line or the head of an item, else -1: - 词（word）：..."""
    opened = _OPENED.match(flat)
    return opened.end() if opened and opened.end() < bracket.start and _ENDED.match(flat, bracket.end) else -1
