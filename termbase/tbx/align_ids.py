"""Gives the concepts of one termbase ids that fit beside those of another, with the references to them.

Start from `aligned`, which a merge uses, or from `retargeted`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from termbase.model import ConceptEntry, EntryLevel, Extra, Markup, Termbase
from termbase.tbx.same_concept import Counterparts

Level = TypeVar("Level", bound=EntryLevel)


def aligned(ours: Termbase, theirs: Termbase, pairs: Counterparts) -> list[ConceptEntry]:
    """Return the concepts of `theirs` in their order, each with the id of its counterpart in `ours`, or a free id.

    References from concept to concept follow the new ids.
    """
    own = {id(pairs[id(entry)]): entry.id for entry in ours if id(entry) in pairs}
    taken = {entry.id for entry in ours}
    ids: list[str] = []
    for entry in theirs:
        identifier = own.get(id(entry)) or free_id(entry.id, taken)
        taken.add(identifier)
        ids.append(identifier)
    targets = {entry.id: identifier for entry, identifier in reversed([*zip(theirs, ids, strict=True)])}
    changed = {old: new for old, new in targets.items() if old != new}
    entries = zip(theirs, ids, strict=True)
    return [replace(retargeted(entry, changed), id=identifier) for entry, identifier in entries]


def free_id(identifier: str, taken: Collection[str]) -> str:
    """Return an id that is not taken: `c1`, else `c1-2`, else `c1-2-2`."""
    while identifier in taken:
        identifier += "-2"
    return identifier


def retargeted(entry: ConceptEntry, ids: Mapping[str, str]) -> ConceptEntry:
    """Return a concept in which references to the ids on the left are references to those on the right."""
    if not ids:
        return entry
    sections = []
    for section in entry.languages:
        terms = tuple(_level(term, ids) for term in section.terms)
        sections.append(replace(_level(section, ids), terms=terms))
    return replace(_level(entry, ids), languages=tuple(sections))


def _level(level: Level, ids: Mapping[str, str]) -> Level:
    if not level.extras:
        return level
    return replace(level, extras=tuple(_extras(level.extras, ids)))


def _extras(extras: Sequence[Extra], ids: Mapping[str, str]) -> Iterable[Extra]:
    return (replace(extra, element=_element(extra.element, ids)) for extra in extras)


def _element(element: Markup, ids: Mapping[str, str]) -> Markup:
    attributes = tuple(
        (name, ids.get(text, text) if name == "target" else text) for name, text in element.attributes
    )
    content = tuple(part if isinstance(part, str) else _element(part, ids) for part in element.content)
    return Markup(element.name, attributes, content)
