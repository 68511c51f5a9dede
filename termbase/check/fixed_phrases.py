"""Recognises English words that are part of a fixed phrase, where they are no term: *in order to*, *close to*."""

from __future__ import annotations

import re

from termbase.check.subject import Subject, sides
from termbase.match.matcher import Hit

_PHRASES = re.compile(
    r"\b(?:in order (?:to|that|for|not)|how to|as well as|close to|according to|at the end|no longer|in use"
    r"|in force|in (?:any |that |this |the |which )?case|in line with|on the other hand|by hand|at hand|such as"
    r"|make sure|point of view|a set of|a number of|in place|in time|in turn|on top of|in addition|in terms of"
    r"|of course|up to date|take place|as a result|in general|in particular|as follows|in fact|at once|in effect"
    r"|at a time|on behalf of|with respect to)\b",
    re.IGNORECASE,
)
_REACH = 20
"""How many characters of a phrase may stand on each side of a term."""


def is_in_fixed_phrase(subject: Subject, hit: Hit) -> bool:
    """Whether a term is only a part of a fixed phrase, or is spelt like one: *how to* for the noun *how-to*."""
    before, after = (text[side] for text, side in zip(sides(subject, hit), _NEAR, strict=True))
    written = subject.text(hit)
    start, end = len(before), len(before) + len(written)
    is_hyphened = all("-" in one.term.term for one in hit.designations)
    return any(
        phrase.start() <= start and end <= phrase.end() and (is_hyphened or len(phrase[0]) > len(written))
        for phrase in _PHRASES.finditer(before + written + after)
    )


_NEAR = (slice(-_REACH, None), slice(_REACH))
