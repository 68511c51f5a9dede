"""Represents changes to a text as values: what a rule replaces, where and why. `replay` applies them in steps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple


class Change(NamedTuple):
    """A replacement of `start` to `end` (0-based code points, end-exclusive) by `new`, as `rule` requires it."""

    start: int
    end: int
    new: str
    rule: str
    reason: str


class Step(NamedTuple):
    """One replacement. `offset` (0-based code points) counts in the text that the steps before it have produced."""

    rule: str
    offset: int
    old: str
    new: str
    reason: str


def steps(text: str, changes: Iterable[Change]) -> Iterator[Step]:
    """Yield a step for each change. The changes must be in order and must not overlap.

    A change that replaces a text by the same text gives no step.
    """
    shift = 0
    for change in changes:
        old = text[change.start : change.end]
        if old != change.new:
            yield Step(change.rule, change.start + shift, old, change.new, change.reason)
            shift += len(change.new) - len(old)


def replay(text: str, taken: Iterable[Step]) -> str:
    """Return the text after applying the steps, one after the other."""
    for step in taken:
        text = text[: step.offset] + step.new + text[step.offset + len(step.old) :]
    return text


def replaced(text: str, replacements: Iterable[tuple[int, int, str]]) -> str:
    """Return a text with new strings for some spans (start, end, new), in ascending order and without overlap."""
    parts, done = [], 0
    for start, end, new in replacements:
        parts += [text[done:start], new]
        done = end
    return "".join([*parts, text[done:]])


def with_characters(text: str, chars: Mapping[int, str]) -> str:
    """Return a text with other characters at some places (code points)."""
    if not chars:
        return text
    written = list(text)
    for place, char in chars.items():
        written[place] = char
    return "".join(written)


def places_of(replacements: Iterable[tuple[int, int, str]]) -> list[tuple[int, int]]:
    """Return the spans of the new strings in the text that `replaced` returns."""
    found, grown = [], 0
    for start, end, new in replacements:
        found.append((start + grown, start + grown + len(new)))
        grown += len(new) - (end - start)
    return found


def moved(changes: Iterable[Change], start: int, end: int) -> tuple[int, int] | None:
    """Return where a span (code points) is after changes to its text, or None if one of them crosses its ends.

    A run of characters that are converted one for one may cross them.
    """
    first, last = start, end
    for each in changes:
        grown = len(each.new) - (each.end - each.start)
        if each.end <= start:
            first, last = first + grown, last + grown
        elif start <= each.start and each.end <= end:
            last += grown
        elif each.start < end and (grown or each.rule != "script"):
            return None
    return first, last


def common_ends(old: str, new: str) -> tuple[int, int]:
    """Return how many characters two texts have in common at the start, and how many of the rest at the end."""
    head = _common(old, new)
    return head, min(_common(old[::-1], new[::-1]), len(old) - head, len(new) - head)


def _common(old: str, new: str) -> int:
    shorter = min(len(old), len(new))
    return next((at for at in range(shorter) if old[at] != new[at]), shorter)


def changed_part(old: str, new: str, around: int = 20) -> tuple[str, str]:
    """Return what differs between two texts, with `around` equal characters on each side; `…` stands for the rest.

    `a long line that ends so`, `a long line that ends here` give `…ends so`, `…ends here` if `around` is 5.
    """
    start, end = common_ends(old, new)
    first = start - around if start > around + 1 else 0
    last = end - around if end > around + 1 else 0
    shown = (text[first : len(text) - last] for text in (old, new))
    before, after = ("…" * (first > 0) + text + "…" * (last > 0) for text in shown)
    return before, after
