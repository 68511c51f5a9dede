"""Lists the characters that readers do not see, in three kinds, as the insides of regex character classes.

Comparison ignores all of them (`UNSEEN`). Repairing or cleaning a text removes only those that have no function in
its language: Hebrew needs `DIRECTIONS`; Persian words and emoji need `SHAPES`. Source: the Unicode Standard,
sections 23.2 to 23.4.
"""

from __future__ import annotations

import re
from functools import cache

IDLE = r"\u00ad\u200b\u2060-\u2064\ufeff"
"""Without function in any language: soft hyphen, zero-width space, word joiner, mathematical operators, BOM."""

DIRECTIONS = r"\u200e\u200f\u202a-\u202e\u2066-\u2069"
"""Marks, embeddings and isolates that control the direction of writing."""

SHAPES = r"\u200c\u200d\ufe00-\ufe0f\U000e0100-\U000e01ef"
"""Joiners and variation selectors, which select the shape of the character beside them."""

UNSEEN = IDLE + DIRECTIONS + SHAPES
"""All three kinds."""

EMPHASIS = "*"
"""Markdown's emphasis sign, which may occur inside a word (`**Cyber**space`). `_` is not included: snake_case."""

IGNORED = UNSEEN + EMPHASIS
"""Characters that comparison ignores inside a word or a term."""

_IDLE = re.compile(f"[{IDLE}]")
_UNSEEN = re.compile(f"[{IDLE}{DIRECTIONS}\u200c\u200d]")


def visible(text: str) -> str:
    """Return a term without the characters that readers do not see, unless its script needs them."""
    return (_IDLE if _needy().search(text) else _UNSEEN).sub("", text)


@cache
def _needy() -> re.Pattern[str]:
    """Match letters from right to left, letters that are joined, and emoji: they need signs that are not seen."""
    return re.compile("[\u0590-\u109f\u1780-\u18af\u2600-\u27bf\ufb1d-\ufdff\ufe70-\ufefc\U0001f000-\U0001faff]")
