"""What stands around a word: its line, its row of a table, the characters that stand together with it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from termbase.check.subject import Subject
from termbase.text.offsets import Placed, Span
from termbase.text.script import HAN, simplify

_LONGEST = 200
"""How many characters on each side of a word may stand together with it."""

_RUN_BEFORE = re.compile(rf"[{HAN}]*\Z")
_RUN_AFTER = re.compile(rf"[{HAN}]*")


def line_around(subject: Subject, place: Span, reach: int) -> tuple[str, str]:
    """Return at most so many characters of the line of a word before and behind it, as a reader sees them."""
    running, text = subject.running, subject.document.text
    end = text.find("\n", place.end)
    line = Span(text.rfind("\n", 0, place.start) + 1, end if end >= 0 else len(text))
    here, whole = running.place(place), running.place(line)
    before = running.text[max(whole.start, here.start - reach) : here.start]
    return before, running.text[here.end : min(whole.end, here.end + reach)]


def near(subject: Subject, place: Span, reach: int) -> str:
    """Return the word with some characters of its line on each side, as a reader sees them."""
    running, (before, after) = subject.running, line_around(subject, place, reach)
    here = running.place(place)
    return before + running.text[here.start : here.end] + after


def run_around(subject: Subject, place: Span) -> str:
    """Return the Chinese characters that stand together around and in a place."""
    before = _RUN_BEFORE.search(subject.before(place, _LONGEST))
    after = _RUN_AFTER.match(subject.after(place, _LONGEST))
    return (before[0] if before else "") + subject.text(place) + (after[0] if after else "")


def beyond_run(subject: Subject, place: Span) -> str:
    """Return what stands before and behind the Chinese characters that `run_around` returns."""
    after = subject.after(place, _LONGEST)
    run = _RUN_AFTER.match(after)
    return _RUN_BEFORE.sub("", subject.before(place, _LONGEST)) + after[run.end() if run else 0 :]


def row_of(text: str, place: Placed) -> tuple[str, int]:
    """Return the line of a place, and where the place begins in it."""
    first, last = text.rfind("\n", 0, place.start) + 1, text.find("\n", place.end)
    return text[first:last] if last >= 0 else text[first:], place.start - first


def cell_mark(row: str) -> str | None:
    """Return what divides the cells of a row of a table; None if a line is no such row."""
    return "\t" if "\t" in row else "|" if row.lstrip().startswith("|") else None


def is_of_characters(subject: Subject, place: Span, own: Sequence[str]) -> bool:
    """Whether only the characters of a place are of the other script, and its words are the region's own."""
    return bool(own) and simplify(own[0]) == simplify(subject.text(place))
