"""Gets the text or the inline codes of a segment, and changes its text without losing a code.

Start from `plain` and `with_text`. The result of `with_text` has exactly the new text and the old codes in their
order.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from termbase.text.changes import common_ends
from tmx.model import Aside, Content, Element

_LONG = 3000
"""Texts longer than this (in characters) are compared at both ends only: comparing all takes quadratic time."""

_ANNOTATION = re.compile(r"</?mrk\b|<sm\s|<em\s[^>]*startRef=")


def plain(content: Content) -> str:
    """Return the text that a translator sees: text inside `hi` is kept, native codes (in `ph` etc.) are not."""
    if len(content) == 1 and isinstance(content[0], str):
        return content[0]
    return "".join(_texts(content))


def _texts(content: Content) -> Iterator[str]:
    for part in content:
        if isinstance(part, str):
            yield part
        elif isinstance(part, Element) and part.name == "hi":
            yield from _texts(part.content)


def text_of(content: Content) -> str:
    """Return the text of a `note` or `prop`."""
    return "".join(part for part in content if isinstance(part, str))


def codes(content: Content) -> Iterator[Element]:
    """Yield all inline elements in order, also those inside `hi` and `sub`; each comes before its contents."""
    for part in content:
        if isinstance(part, Element):
            yield part
            yield from codes(part.content)


def is_annotation(element: Element) -> bool:
    """Whether a code is an XLIFF `mrk`, `sm` or `em`, which marks a segment, term or comment.

    A translation need not repeat it (XLIFF 1.2, 2.3; XLIFF 2.1, 4.7.3).
    """
    return bool(element.content) and _ANNOTATION.match(str(element.content[0])) is not None


def mapped(content: Content, change: Callable[[str], str]) -> Content:
    """Return the segment with `change` applied to each run of text; codes and their contents stay as they are."""
    parts: list[str | Element | Aside] = []
    for part in content:
        if isinstance(part, str):
            changed = change(part)
            if changed:
                parts.append(changed)
        elif isinstance(part, Element) and part.name == "hi":
            parts.append(part._replace(content=mapped(part.content, change)))
        else:
            parts.append(part)
    return tuple(parts)


def stripped(content: Content) -> Content:
    """Return a content without white space at its beginning and end."""
    parts = list(content)
    for at, strip in ((0, str.lstrip), (-1, str.rstrip)):
        if parts and isinstance(part := parts[at], str):
            parts[at] = strip(part)
    return tuple(part for part in parts if part)


def with_text(content: Content, text: str) -> Content:
    """Return a segment with another text and the same codes, each beside the same text as before.

    A pair of codes stays around what is left of its text. A code whose neighbouring text is gone stays at that
    place.
    """
    old, marks = plain(content), list(_marks(content, 0))
    if not marks:
        return (text,) if text else ()
    place = _places(old, text)
    placed: list[tuple[int, _Mark]] = []
    at = 0
    for mark in marks:
        at = max(at, place(mark.offset, mark.opens))
        placed.append((at, mark))
    return _woven(text, placed)


class _Mark(NamedTuple):
    """A code at an offset in the plain text.

    A `hi` has two marks: its start (`opens`) and its end (`element` is None).
    """

    offset: int
    element: Element | Aside | None
    opens: bool


def _marks(content: Content, offset: int) -> Iterator[_Mark]:
    for part in content:
        if isinstance(part, str):
            offset += len(part)
        elif isinstance(part, Element) and part.name == "hi":
            yield _Mark(offset, part, True)
            yield from _marks(part.content, offset)
            offset += len(plain(part.content))
            yield _Mark(offset, None, False)
        else:
            yield _Mark(offset, part, _opens(part))


def _opens(code: Element | Aside) -> bool:
    return isinstance(code, Element) and (code.name == "bpt" or code.attributes.get("pos") == "begin")


def _places(old: str, new: str) -> Callable[[int, bool], int]:
    """A function that maps an offset in the old text to one in the new text.

    Where text was inserted, a code that opens a pair goes behind it, any other code before it.
    """
    blocks = _equal(old, new)
    starts = [block[0] for block in blocks]

    def place(offset: int, opens: bool) -> int:
        number = bisect_right(starts, offset) - 1
        if number >= 0 and opens is False and starts[number] == offset and number > 0:
            before = blocks[number - 1]
            if before[0] + before[2] == offset:
                return before[1] + before[2]
        if number < 0:
            return 0
        start, there, size = blocks[number]
        return there + min(offset - start, size)

    return place


def _equal(old: str, new: str) -> list[tuple[int, int, int]]:
    """Runs of equal text as (start in old, start in new, length); the last is empty, at the end of both texts."""
    if max(len(old), len(new)) <= _LONG:
        blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
        return [(block.a, block.b, block.size) for block in blocks]
    head, tail = common_ends(old, new)
    return [(0, 0, head), (len(old) - tail, len(new) - tail, tail), (len(old), len(new), 0)]


def _woven(text: str, placed: list[tuple[int, _Mark]]) -> Content:
    """The text with the codes put in at their offsets, and the `hi` elements rebuilt from their two marks."""
    levels: list[list[str | Element | Aside]] = [[]]
    highlights: list[Element] = []
    at = 0
    for offset, mark in placed:
        if offset > at:
            levels[-1].append(text[at:offset])
            at = offset
        if mark.element is None:
            inside = tuple(levels.pop())
            levels[-1].append(highlights.pop()._replace(content=inside))
        elif isinstance(mark.element, Element) and mark.element.name == "hi":
            highlights.append(mark.element)
            levels.append([])
        else:
            levels[-1].append(mark.element)
    if at < len(text):
        levels[-1].append(text[at:])
    return tuple(levels[0])
