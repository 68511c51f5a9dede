"""Makes a translation for a segment of a stored pair: with its inline codes and numbers. Start from `fitted`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tmx.content import plain
from tmx.memory.adapt import Change, changed, number_changes
from tmx.memory.code_map import Place, places
from tmx.memory.jobs.job import Filling, Segment
from tmx.memory.search import CONTEXT, Match
from tmx.model import Content


def fitted(segment: Segment, match: Match) -> Filling:
    """Return the translation of a match; numbers that differ are put right if it is certain where they stand."""
    made = adopted(segment, match.source_content, match.target_content)
    made = made._replace(score=match.score, origin=match.origin, is_in_context=match.kind == CONTEXT)
    changes: list[Change] = []
    if match.score < 100:
        changes += number_changes(segment.text, match.source, match.target) or ()
    return with_changes(made, [*changes, *_edge_changes(segment.text, match.source, match.target)])


def _edge_changes(text: str, source: str, target: str) -> Iterator[Change]:
    """The spaces and line ends around a translation become those of the text, if they were those of its source."""
    (before, after), stored, translated = (_edges(each) for each in (text, source, target))
    if stored == translated != (before, after) and target.strip():
        yield Change(0, len(translated[0]), before)
        yield Change(len(target) - len(translated[1]), len(target), after)


def _edges(text: str) -> tuple[str, str]:
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


def adopted(segment: Segment, source: Content, target: Content) -> Filling:
    """Return the translation of a text that is the segment's own, with its codes."""
    found, text = places(segment.content, source, target), plain(target)
    return Filling(tuple(_parts(text, found or ())), found is not None, plain(source), text)


def with_changes(filling: Filling, changes: Sequence[Change]) -> Filling:
    """Return a filling with changes of its text; one that goes across a code is left out."""
    text, where = filling.text, list(_places(filling.parts))
    kept = [each for each in changes if not any(each.start < at < each.end for at, _ in where)]
    moved = [(at + sum(len(each.new) - (each.end - each.start) for each in kept if each.end <= at), number)
             for at, number in where]  # fmt: skip
    return filling._replace(parts=tuple(_parts(changed(text, kept), moved)))


def _parts(text: str, places: Sequence[Place]) -> Iterator[str | int]:
    start = 0
    for at, number in places:
        if at > start:
            yield text[start:at]
        yield number
        start = at
    if start < len(text):
        yield text[start:]


def _places(parts: Sequence[str | int]) -> Iterator[Place]:
    at = 0
    for part in parts:
        if isinstance(part, int):
            yield at, part
        else:
            at += len(part)
