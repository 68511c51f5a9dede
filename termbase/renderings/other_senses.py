"""Decides by the dictionary whether a Chinese text renders an English word in another sense than listed terms do.

*Pattern* is 模式 in one sense and 图案 in another. CC-CEDICT has *pattern* for both words, and otherwise different
meanings: *mode*, *method*; *design*. 级别 and 等级, which share *grade* and *rank* beside *level*, have one sense.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_ONE_WORD = re.compile(r"[A-Za-z]+")


def has_other_sense(text: str, english: str, terms: Iterable[str]) -> bool:
    """Return whether a word of a text translates an English word, and shares no other meaning with the terms.

    False if the English is not a single word, or if the dictionary does not know any of the terms: then nothing
    tells their sense. A word that means nothing else may be a synonym (选单 and 功能表, *menu*).
    """
    from termbase.renderings.cedict import glosses, plain
    from termbase.text.words import words

    if not _ONE_WORD.fullmatch(english):
        return False
    meaning = plain(english)
    listed = {gloss for term in terms for gloss in glosses(term)}
    if listed <= {meaning}:
        return False
    return any(
        meaning in found and len(found) > 1 and not (found - {meaning}) & listed
        for found in (_with_heads(glosses(word), meaning) for word in set(words(text)))
    )


def _with_heads(found: frozenset[str], meaning: str) -> frozenset[str]:
    """Return meanings, with the head for those that have an attribute before it: *audio channel* is a *channel*."""
    return found | {meaning} if any(gloss.endswith(f" {meaning}") for gloss in found) else found
