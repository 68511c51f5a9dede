"""Reads the arguments of ICU messages that choose one of several texts: `{n, plural, one {file} other {files}}`.

Start from `choices`. The syntax is that of ICU MessageFormat, with its rules for apostrophes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from termbase.text.offsets import Span

_HEAD = re.compile(r"\{\s*(?P<name>[\w.-]+)\s*,\s*(?P<kind>plural|selectordinal|select)\s*,(?:\s*offset:\s*\d+)?")
_BRANCH = re.compile(r"\s*(?P<key>=\d+|[\w-]+)\s*\{")
_END = re.compile(r"\s*\}")
_BRACE = re.compile(r"''|'[{}][^']*(?:'|\Z)|[{}]")
"""A brace, or a stretch in which braces are text: `'{'`."""


NOT_A_MESSAGE = (ValueError, RecursionError)
"""The errors for texts that are no messages: their braces do not pair, or are nested hundreds deep."""


class Choice(NamedTuple):
    """One such argument: its kind (`plural`, `select`, `selectordinal`), its span, and its branches by key."""

    name: str
    kind: str
    span: Span
    branches: Mapping[str, Span]


def choices(text: str, start: int = 0, end: int | None = None) -> list[Choice]:
    """Return the outermost choices in a stretch of a text. Raises ValueError if their braces do not pair."""
    return list(_choices(text, start, len(text) if end is None else end))


def without_syntax(text: str, sign: str = " ") -> str:
    """Return a text with `sign` for each character of its choices that is not in a branch; the length is kept.

    If the braces do not pair, the text is returned as it is.
    """
    try:
        shown = list(text)
        for start, end in syntax(text) if "{" in text else ():
            shown[start:end] = sign * (end - start)
    except NOT_A_MESSAGE:
        return text
    return "".join(shown)


def syntax(text: str) -> Iterator[Span]:
    """Yield the parts of the choices, at any depth, that are not text. Raises ValueError if braces do not pair."""
    yield from _syntax(text, Span(0, len(text)))


def _syntax(text: str, part: Span) -> Iterator[Span]:
    for choice in _choices(text, *part):
        place = choice.span.start
        for branch in choice.branches.values():
            yield Span(place, branch.start)
            yield from _syntax(text, branch)
            place = branch.end
        yield Span(place, choice.span.end)


def _choices(text: str, start: int, end: int) -> Iterator[Choice]:
    place = start
    while head := _HEAD.search(text, place, end):
        branches, place = {}, head.end()
        while branch := _BRANCH.match(text, place, end):
            branches[branch["key"]] = Span(branch.end(), _closing(text, branch.end(), end))
            place = branches[branch["key"]].end + 1
        closing = _END.match(text, place, end)
        if not closing or not branches:
            raise ValueError
        place = closing.end()
        yield Choice(head["name"], head["kind"], Span(head.start(), place), branches)


def _closing(text: str, start: int, end: int) -> int:
    """Return the offset of the brace that closes a branch which begins at `start`."""
    depth = 1
    for brace in _BRACE.finditer(text, start, end):
        depth += {"{": 1, "}": -1}.get(brace[0], 0)
        if not depth:
            return brace.start()
    raise ValueError
