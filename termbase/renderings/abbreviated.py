"""Decides whether a text has the initials of an English name for the whole name, of which a term is a part."""

from __future__ import annotations

import re

from termbase.text.english.initials import initials_of
from termbase.text.small_words import SMALL_WORDS

_WORD, _INITIALS = re.compile(r"[A-Za-z]+"), re.compile(r"(?<![A-Za-z])[A-Z][A-Za-z]*[A-Z](?![A-Za-z])")
_SMALL = "|".join(sorted(SMALL_WORDS))
_BEFORE = re.compile(rf"(?:\b(?:[A-Z][A-Za-z]*|{_SMALL})[\s-])*\Z")
_AFTER = re.compile(rf"(?:[\s-](?:[A-Z][A-Za-z]*|{_SMALL})\b)*")
_LEAST = 3
"""The number of letters of initials that stand for no other words by chance."""


def has_abbreviation(text: str, english: str, before: str, after: str) -> bool:
    """Return whether a text has the initials of a name: PNG for *Network* in *Portable Network Graphics*.

    `before` and `after` are the text around the term. The words of the name have capitals.
    """
    found = {each.casefold() for each in _INITIALS.findall(text) if len(each) >= _LEAST}
    lead, tail = _BEFORE.search(before), _AFTER.match(after)
    if not (found and english[:1].isupper() and lead and tail):
        return False
    first, own, last = (_WORD.findall(part) for part in (lead[0], english, tail[0]))
    return any(
        not found.isdisjoint(initials_of([*first[start:], *own, *last[:end]]))
        for start in range(len(first) + 1)
        for end in range(len(last) + 1)
    )
