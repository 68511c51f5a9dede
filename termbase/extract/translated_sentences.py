"""Recognises the translation of a sentence, which is no pair of terms: "I work here" (“我在这里工作”)."""

from __future__ import annotations

import re
from collections.abc import Collection

from termbase.text.script import count_han, simplify_term

LEAST_WORDS, _MANY_WORDS = 4, 8
"""So many words, at least, are a sentence if the Chinese looks like one; and if the Chinese is no proverb."""

ENDS_INSIDE = re.compile(r"[a-z]{4,}[.!?](?: |$)")
"""The end of a sentence in or behind several words: Yes, it is late. The dot of Corp. is none."""

_LEAST_HAN, _MOST_OF_PROVERB = 15, 9
"""Characters of Chinese that is long for a term, and of a proverb, at most."""

_FINITE = frozenset(
    "is are was were am has had have do does did can cannot could will would should must may might i we you he she"
    " they".split()
)
"""Words that stand in sentences."""

_SPOKEN = re.compile("[我你您他她它咱]|.*[了吗呢吧啊]$")
"""How Chinese that somebody says begins or ends."""


def translates_sentence(words: Collection[str], chinese: str, is_cut: bool = False) -> bool:
    """Return whether English words in lower case are a sentence, and so is the Chinese.

    `is_cut` says that there is more of the Chinese, so that its length says nothing.
    """
    if len(words) < LEAST_WORDS or _FINITE.isdisjoint(words):
        return False
    count = count_han(chinese)
    if count >= _LEAST_HAN or _SPOKEN.match(simplify_term(chinese)):
        return True
    return len(words) >= _MANY_WORDS and (is_cut or count > _MOST_OF_PROVERB)
