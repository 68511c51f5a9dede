"""Findings for people: the place, what is wrong, the line with the words marked, what to write instead."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from termbase.check.finding import Finding, Side

_INDENT = "    "
_ROOM = 100 - len(_INDENT)
_ELLIPSIS = "…"


TextKey = tuple[str, str | None, Side | None]
"""Which text a finding counts in: file, segment and side, the last two None in a document."""


def findings_text(
    findings: Sequence[Finding], texts: Mapping[TextKey, Sequence[str]], documents: int
) -> Iterator[str]:
    """The findings with the lines they stand in cut to 100 terminal columns, and one line of counts at the end.

    `texts` holds what may be the text of a finding: a unit of several languages has a target in each. `documents`
    is how many files were looked at.
    """
    for finding in findings:
        place = f"{finding.file}:{finding.line}:{finding.column}"
        yield f"{place}: {finding.severity} {finding.name}: {finding.message}"
        yield from (_INDENT + line for line in _marked(_text_of(finding, texts), finding))
        if finding.suggestions:
            yield f"{_INDENT}use: {' | '.join(finding.suggestions)}"
        yield ""
    yield _summary(findings, documents)


def _text_of(finding: Finding, texts: Mapping[TextKey, Sequence[str]]) -> str:
    candidates = texts[finding.file, finding.segment, finding.side]
    return next(text for text in candidates if text[finding.start : finding.end] == finding.text)


def _marked(text: str, finding: Finding) -> tuple[str, str]:
    start = max(text.rfind(end, 0, finding.start) for end in "\r\n\f") + 1
    line = _printable(re.split(r"[\r\n\f]", text[start:], maxsplit=1)[0])
    first, last = finding.start - start, min(finding.end - start, len(line))
    left, right = _window(line, first, last)
    before = (_ELLIPSIS if left else "") + line[left:first]
    words, after = line[first : min(last, right)], line[last:right] + (_ELLIPSIS if right < len(line) else "")
    return before + words + after, " " * columns(before) + "^" * max(columns(words), 1)


def _window(line: str, first: int, last: int) -> tuple[int, int]:
    """Which stretch of a line to show: all of it, or as much on both sides of the marked words as there is room."""
    if columns(line) <= _ROOM:
        return 0, len(line)
    room = _ROOM - 2 * columns(_ELLIPSIS)
    while columns(line[first:last]) > room:
        last -= 1
    spare = room - columns(line[first:last])
    left, right = first, last
    while left > 0 and columns(line[left - 1 : first]) <= spare // 2:
        left -= 1
    while right < len(line) and columns(line[left : right + 1]) <= room:
        right += 1
    return left, right


def columns(text: str) -> int:
    """How many terminal columns a text takes (Unicode annex 11: wide and full-width characters take two)."""
    return sum(_width(char) for char in text)


def _width(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) == "Cf":
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _printable(line: str) -> str:
    return "".join(" " if unicodedata.category(char) == "Cc" else char for char in line)


def _summary(findings: Sequence[Finding], documents: int) -> str:
    looked_at = f"{documents} document{'s' if documents != 1 else ''}"
    if not findings:
        return f"No findings in {looked_at}."
    by_name = Counter(finding.name for finding in findings)
    counts = ", ".join(f"{name} {count}" for name, count in sorted(by_name.items()))
    return f"{len(findings)} finding{'s' if len(findings) != 1 else ''} in {looked_at}: {counts}."
