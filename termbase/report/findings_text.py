"""Renders findings for the terminal: place, message, the line with the words marked, and what to write instead."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from termbase.check.finding import Finding, Outcome
from termbase.text.counted import counted
from termbase.text.width import columns

_INDENT = "    "
_ROOM = 100 - len(_INDENT)
_ELLIPSIS = "…"
_OTHER_SIDE = 400
"""Code points to show of the side of a unit in which nothing is marked."""


def findings_text(outcome: Outcome) -> Iterator[str]:
    """Yield the lines of the report, and the counts at the end. Quoted lines are cut to 100 terminal columns."""
    for finding in outcome.findings:
        place = f"{_printable(finding.file)}:{finding.line}:{finding.column}"
        yield f"{place}: {finding.severity} {finding.name}: {finding.message}"
        yield from (_INDENT + line for line in (_both_sides(finding) if finding.sides() else _marked(finding)))
        if finding.suggestions:
            yield f"{_INDENT}use: {' | '.join(finding.suggestions)}"
        if finding.unit:
            yield f"{_INDENT}unit: {_printable(finding.unit)}"
        yield ""
    yield outcome.headline()
    if fixable := outcome.fixable():
        yield f"--fix can correct {counted(fixable, 'place')}."


def _both_sides(finding: Finding) -> Iterator[str]:
    """Yield source and target; the words are marked in their side, of which only the line is shown."""
    for side, text in finding.sides():
        label = f"{side}: "
        if side == finding.side:
            words, carets = _marked(finding, len(label))
            yield from (label + words, " " * len(label) + carets)
        else:
            yield label + _printable(text[:_OTHER_SIDE] + (_ELLIPSIS if len(text) > _OTHER_SIDE else ""))


def _marked(finding: Finding, label: int = 0) -> tuple[str, str]:
    line = _printable(re.split(r"[\r\n\f]", finding.before + finding.text + finding.after, maxsplit=1)[0])
    first, last = len(finding.before), min(len(finding.before + finding.text), len(line))
    left, right = _window(line, first, last, _ROOM - label)
    before = (_ELLIPSIS if left else "") + line[left:first]
    words, after = line[first : min(last, right)], line[last:right] + (_ELLIPSIS if right < len(line) else "")
    return before + words + after, " " * columns(before) + "^" * max(columns(words), 1)


def _window(line: str, first: int, last: int, room: int) -> tuple[int, int]:
    """Return the slice of a line to show: all of it, or the marked words with as much context as fits."""
    if columns(line) <= room:
        return 0, len(line)
    room -= 2 * columns(_ELLIPSIS)
    last = min(last, first + 2 * room)
    while columns(line[first:last]) > room:
        last -= 1
    spare = room - columns(line[first:last])
    left, right = first, last
    while left > 0 and columns(line[left - 1 : first]) <= spare // 2:
        left -= 1
    while right < len(line) and columns(line[left : right + 1]) <= room:
        right += 1
    return left, right


def _printable(line: str) -> str:
    return "".join(" " if unicodedata.category(char) == "Cc" else char for char in line)
