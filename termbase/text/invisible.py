"""Characters that readers do not see, in three kinds, each as the inside of a character class.

Comparing passes over all of them (`UNSEEN`). Text that is repaired or cleaned loses only those that do nothing in
its language: Hebrew needs `DIRECTIONS`, a word of Persian or an emoji `SHAPES`. Source: the Unicode Standard, 23.2
to 23.4.
"""

from __future__ import annotations

IDLE = r"\u00ad\u200b\u2060-\u2064\ufeff"
"""Soft hyphen, zero-width space and no-break space, word joiner, operators of mathematics: idle in any language."""

DIRECTIONS = r"\u200e\u200f\u202a-\u202e\u2066-\u2069"
"""Marks, embeddings and isolates that set the direction of writing."""

SHAPES = r"\u200c\u200d\ufe00-\ufe0f\U000e0100-\U000e01ef"
"""Joiners and variation selectors, which choose the shape of the character beside them."""

UNSEEN = IDLE + DIRECTIONS + SHAPES

EMPHASIS = "*"
"""Markdown's sign of emphasis, which may stand inside a word (`**Cyber**space`); `_` belongs to names in code."""

PASSED_OVER = UNSEEN + EMPHASIS
"""What makes no difference inside a word or a term."""
