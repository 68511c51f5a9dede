"""Changes to a text as values: what a rule replaced, where, and why; and the text that comes of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Change(NamedTuple):
    """A stretch of a text (0-based code points, end-exclusive), what is to stand there, by which rule and why."""

    start: int
    end: int
    new: str
    rule: str
    reason: str


class Step(NamedTuple):
    """One replacement. `offset` is its place in the text as the steps before it left it (0-based code points)."""

    rule: str
    offset: int
    old: str
    new: str
    reason: str


def steps(text: str, changes: Iterable[Change]) -> Iterator[Step]:
    """The steps for changes that are in order and do not overlap; those that change nothing fall out."""
    shift = 0
    for change in changes:
        old = text[change.start : change.end]
        if old != change.new:
            yield Step(change.rule, change.start + shift, old, change.new, change.reason)
            shift += len(change.new) - len(old)


def replay(text: str, taken: Iterable[Step]) -> str:
    """The text with the steps applied, one after the other."""
    for step in taken:
        text = text[: step.offset] + step.new + text[step.offset + len(step.old) :]
    return text
