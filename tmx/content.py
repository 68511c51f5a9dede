"""The text of a segment, its codes, and a change of the text that keeps every code.

Start from `with_text`: what it gives has exactly the new text and exactly the old codes, in their order.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from tmx.model import Aside, Content, Element

_LONG = 3000
"""Characters from which texts are compared at their ends only: finding all that is equal takes quadratic time."""


def plain(content: Content) -> str:
    """The text that a translator sees: native codes left out, what `hi` highlights kept."""
    if len(content) == 1 and isinstance(content[0], str):
        return content[0]
    return "".join(_texts(content))


def _texts(content: Content) -> Iterator[str]:
    for part in content:
        if isinstance(part, str):
            yield part
        elif isinstance(part, Element) and part.name == "hi":
            yield from _texts(part.content)


def codes(content: Content) -> Iterator[Element]:
    """The inline elements in order, a `hi` before those inside it; `sub` segments are looked into as well."""
    for part in content:
        if isinstance(part, Element):
            yield part
            yield from codes(part.content)


def mapped(content: Content, change: Callable[[str], str]) -> Content:
    """A segment with each run of its text changed; codes, and what is inside them, stay."""
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


def with_text(content: Content, text: str) -> Content:
    """A segment with another text and the same codes, each where the old text beside it now stands.

    A pair stays around what is left of the text that it was around; a code whose text is gone stays at that place.
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
    """A code at its offset in the plain text; a `hi` is two, its start (`opens`) and its end (`element` None)."""

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
    """Where an offset of the old text is in the new one; what opens goes behind text that is put in there."""
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
    """Runs of equal text as (start in old, start in new, length); the last is the empty one at both ends."""
    if max(len(old), len(new)) <= _LONG:
        blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
        return [(block.a, block.b, block.size) for block in blocks]
    head = _common(old, new)
    tail = min(_common(old[::-1], new[::-1]), len(old) - head, len(new) - head)
    return [(0, 0, head), (len(old) - tail, len(new) - tail, tail), (len(old), len(new), 0)]


def _common(first: str, second: str) -> int:
    shorter = min(len(first), len(second))
    return next((at for at in range(shorter) if first[at] != second[at]), shorter)


def _woven(text: str, placed: list[tuple[int, _Mark]]) -> Content:
    """The text with codes at their offsets, `hi` elements built up again."""
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
