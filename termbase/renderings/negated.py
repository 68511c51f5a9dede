"""Recognises a negated term that a text says with another negation: 无效 as 没有有效的, *invalid*."""

from __future__ import annotations

import re

from termbase.text.chinese.folded_chinese import fold_chinese

_NEGATED = re.compile("[无不未非](?P<rest>.)")
_NEGATION = "(?:没有|不是|并非|并不|不够|不|未|非|无)"


def has_other_negation(text: str, term: str) -> bool:
    """Return whether a text negates a word that begins as the rest of a negated term of two characters."""
    match = _NEGATED.fullmatch(fold_chinese(term).text)
    return match is not None and re.search(f"{_NEGATION}有?{match['rest']}", fold_chinese(text).text) is not None
