"""What may stand before the first word of a heading or list item."""

from __future__ import annotations

import re

from termbase.text.offsets import MASK

HEAD_SIGNS = rf"[-*•#>\s\d.、)）{MASK}]*"
"""Bullets, numbers and marks, as a part of a pattern."""

HEAD = re.compile(HEAD_SIGNS)
"""All that stands before the first word."""
