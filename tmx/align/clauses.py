"""Splits a sentence into clauses, since the parts of long sentences show where a bead begins and ends."""

from __future__ import annotations

import re

from termbase.text.script import has_han

_BORDER = re.compile(r"(?<=[，；：。！？…—、])(?![”」』。！？…—])|(?<=[,;:.!?—])(?=\s|[\"”A-Za-z])")
_LEAST = 14
_LEAST_CHINESE = 4


def clauses(sentence: str) -> list[str]:
    """Return the clauses of a sentence, at least one; short ones are joined with a neighbour.

    Joined again they give the sentence.
    """
    least = _LEAST_CHINESE if has_han(sentence) else _LEAST
    found: list[str] = []
    for part in _BORDER.split(sentence):
        if found and (len(found[-1]) < least or not part):
            found[-1] += part
        else:
            found.append(part)
    if len(found) > 1 and len(found[-1]) < least:
        last = found.pop()
        found[-1] += last
    return found
