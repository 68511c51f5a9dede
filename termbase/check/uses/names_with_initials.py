"""Recognises initials that are part of a longer name: *CAC 40*, *CAC Holdings*, *OS/2*."""

from __future__ import annotations

import re
from functools import cache

from termbase.check.subject import Subject, sides
from termbase.match.matcher import Hit
from termbase.text.word_classes import WordClass, pattern_of

_NAME_BEFORE = re.compile(r"(?<![.!?:;]\s)(?<!\A)\b[A-Z][a-z]+[ \u00a0]\Z")  # Chrome OS
_JOINED_BEFORE = re.compile(r"[^\W_]/\Z")  # MM/DD
_JOINED_AFTER = re.compile(r"/[^\W_]|[ \u00a0][A-Z](?![\w'’])")  # OS/2, OS X

_NUMBERED = re.compile(
    r"[ \u00a0-]\d{1,3}(?![\w%]|[.,]\d|[ -](?:%|days?|weeks?|months?|years?|times|per\b|percent|[mb]illion)\b)"
)
"""The number in a name, CAC 40; not that of a year, or of a measure: joined the WTO 20 years ago."""


def is_in_name_with_initials(subject: Subject, hit: Hit) -> bool:
    """Whether initials are part of another name: *OS/2*, or, if they stand for a common noun, *Chrome OS*."""
    before, after = sides(subject, hit)
    is_common = not hit.designations[0].term.is_proper_noun
    is_joined = _JOINED_AFTER.match(after) or _JOINED_BEFORE.search(before)
    is_company = _NUMBERED.match(after) or _company_behind().match(after)
    return bool(is_joined or is_company) or (is_common and _NAME_BEFORE.search(before) is not None)


@cache
def _company_behind() -> re.Pattern[str]:
    """Match the rest of the name of a company: CAC Holdings, CAC Lighting Industries."""
    words = pattern_of(WordClass.COMPANY_WORD)
    return re.compile(rf"(?:[ \u00a0][A-Z][\w&’'-]*){{0,2}}[ \u00a0](?=[A-Z])(?i:{words})\b")
