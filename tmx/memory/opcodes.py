"""Shows where a stored text differs from the one that is looked for. Start from `differences`."""

from __future__ import annotations

import re
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from termbase.text.script import HAN

_LONGEST = 5000
"""Longer texts (in characters) are shown without differences, since comparing them takes quadratic time."""


class Difference(NamedTuple):
    """A stretch of the query and one of the stored text (code points, the end is exclusive).

    `kind` is `equal`, `insert` (only the stored text has it), `delete` (only the query has it) or `replace`.
    """

    kind: str
    query_start: int
    query_end: int
    start: int
    end: int


def differences(query: str, stored: str) -> list[Difference]:
    """Return the stretches of two texts in order. They differ in whole words, in Chinese in characters."""
    if max(len(query), len(stored)) > _LONGEST:
        return [Difference("equal" if query == stored else "replace", 0, len(query), 0, len(stored))]
    first, second = _pieces(query), _pieces(stored)
    at, there = ([0, *accumulate(map(len, pieces))] for pieces in (first, second))
    found = []
    for code in Levenshtein.opcodes(first, second):
        here, stored_at = (at[code.src_start], at[code.src_end]), (there[code.dest_start], there[code.dest_end])
        found.append(Difference(str(code.tag), *here, *stored_at))
    return found


def _pieces(text: str) -> list[str]:
    return _piece().findall(text)


@cache
def _piece() -> re.Pattern[str]:
    return re.compile(rf"[{HAN}]|[^\W{HAN}]+|\s+|.", re.DOTALL)
