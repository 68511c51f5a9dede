"""Cuts out the English sentence around a term. Start from `sentence_sides`."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from termbase.check.subject import Subject
from termbase.text.offsets import Placed
from termbase.text.word_classes import WordClass, pattern_of

_REACH = 300
"""Code points on each side of a term that are searched for the borders of its sentence."""

_BORDER = re.compile(r"(?<![A-Z])[.!?][)”’\"']*\s+(?=[“‘\"'(]?[A-Z0-9])|\n[ \t\r]*\n")
"""Matches the end of a sentence, but not the full stop behind an initial: *J. Smith*."""


def sentence_sides(subject: Subject, place: Placed) -> tuple[str, str]:
    """Return what a sentence has before and after a place in it, as a reader sees it."""
    before, after = subject.before(place, _REACH), subject.after(place, _REACH)
    begin = max((border.end() for border in _BORDER.finditer(before)), default=0)
    end = _BORDER.search(after)
    return before[begin:], after[: end.start() + 1] if end else after


def words_around(subject: Subject, place: Placed) -> str:
    """Return the sentence around a place without the terms in it, which a fix may change."""
    before, after = sentence_sides(subject, place)
    running, here = subject.running, subject.running.place(place)
    start, end, parts = here.start - len(before), here.end + len(after), list[str]()
    first = bisect_left(subject.hits, start, key=lambda hit: running.place(hit).start)
    for hit in subject.hits[first:]:
        taken = running.place(hit)
        if taken.start >= end:
            break
        parts.append(running.text[start : taken.start])
        start = max(start, taken.end)
    return " ".join([*parts, running.text[start:end]])


def names_china(text: str) -> bool:
    """Whether an English text names China or a region of it, or what is of it: *Chinese*."""
    return _china().search(text) is not None


@cache
def _china() -> re.Pattern[str]:
    return re.compile(rf"\b{pattern_of(WordClass.OF_CHINA)}\b", re.IGNORECASE)
