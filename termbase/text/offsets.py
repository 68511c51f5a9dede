"""Keeps offsets valid: spans of a text, characters that replace others of the same length, and folded texts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import NamedTuple, Protocol, cast

MASK = "\ufffc"
"""U+FFFC replaces each character that is not prose (code, URL, tag). It ends a word."""

FILL = "\u2060"
"""U+2060 WORD JOINER fills the length of a character reference (`&eacute;`). It does not end a word."""

NOTE = "\u2061"
"""U+2061, an invisible sign, replaces each character of a note mark ([12]). It does not end a word."""


def unmasked(text: str) -> str:
    """Return the text without these characters. Its offsets are then no longer those of the original."""
    return text.replace(MASK, "").replace(FILL, "").replace(NOTE, "")


def blank(found: re.Match[str]) -> str:
    """Return as many spaces as a match has characters, to replace it by `re.sub`."""
    return " " * len(found[0])


def blanked(text: str, place: Placed) -> str:
    """Return a text with spaces instead of a part."""
    return text[: place.start] + " " * (place.end - place.start) + text[place.end :]


def starts_of(part: str, text: str) -> Iterator[int]:
    """Yield the offsets at which a part begins in a text; the places do not overlap."""
    place = text.find(part)
    while place >= 0:
        yield place
        place = text.find(part, place + len(part))


def without_note_at_end(text: str, start: int, end: int) -> int:
    """Return the end of a span without note marks behind its last word: 数字经济[12] ends before [12]."""
    while end > start and text[end - 1] == NOTE:
        end -= 1
    return end


_RETURN_ALONE = re.compile(r"\r(?!\n)")


def with_line_feeds(text: str) -> str:
    """Return the text with a line feed for each carriage return that alone ends a line, as on old Macs."""
    return _RETURN_ALONE.sub("\n", text) if "\r" in text else text


class Span(NamedTuple):
    """Start and end of a part of a text: code points, 0-based, end-exclusive."""

    start: int
    end: int


new_span = cast("Callable[[tuple[int, int]], Span]", partial(tuple.__new__, Span))
"""Makes a span in a fourth of the time that its class takes, for places that make very many."""


class Placed(Protocol):
    """Anything at a span of a text, such as a hit."""

    @property
    def start(self) -> int:
        """The first code point, counted from 0."""

    @property
    def end(self) -> int:
        """The code point after the last one."""


def lies_in(place: Placed, other: Placed) -> bool:
    """Return whether a place is a part of another one, or the same."""
    return other.start <= place.start and place.end <= other.end


def is_within(place: Placed, others: Iterable[Placed]) -> bool:
    """Return whether a place lies in one of others."""
    return any(lies_in(place, other) for other in others)


def is_apart(place: Placed, other: Placed) -> bool:
    """Return whether two places have no character in common."""
    return place.end <= other.start or other.end <= place.start


class Folded(Protocol):
    """A text in the form in which texts are compared, with the offsets that lead back to the original."""

    @property
    def text(self) -> str:
        """The folded text; it is for comparison only."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span in the original (code points, end-exclusive) of `text[start:end]`, which is not empty."""
