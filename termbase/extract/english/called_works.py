"""Detects the title of a work, which keeps its article: The Red Lantern (紅燈記) is an opera."""

from __future__ import annotations

import re
from functools import cache

from termbase.text.offsets import Span
from termbase.text.word_classes import WordClass, pattern_of


def is_work(flat: str, chinese: Span) -> bool:
    """Return whether Chinese is the title of a work, by its marks or by what is said behind its bracket."""
    return (chinese.start > 0 and flat[chinese.start - 1] in "《〈") or bool(
        _called_work().match(flat, chinese.end)
    )


@cache
def _called_work() -> re.Pattern[str]:
    work = pattern_of(WordClass.WORK)
    return re.compile(
        rf"[^()（）]{{0,60}}[)）][*_\"”’]* (?:is|was) (?:an?|the|one of the) (?:[\w’'-]+ ){{0,5}}{work}\b"
    )
