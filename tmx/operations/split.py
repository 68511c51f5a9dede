"""A memory in parts, all written in one pass and put in place together. Start from `write_parts`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from termbase.files.output import refuse_overwriting, whole_files
from termbase.language import region_style
from tmx.languages import TagStyle, tag_of
from tmx.model import TranslationUnit
from tmx.reader import Memory
from tmx.writer import UnitWriter

PartName = Callable[[int, TranslationUnit], str]
"""The name of the part that a unit goes into, by its 0-based number and itself."""

_UNSAFE = re.compile(r"[^\w.-]+")


def by_size(size: int) -> PartName:
    """Parts of so many units, numbered from 001."""
    return lambda number, _: f"{number // size + 1:03}"


def by_key(key: str) -> PartName:
    """A part for each set of languages (`languages`), or for each value of a property of this type."""
    if key == "languages":
        return lambda _, unit: "_".join(sorted({region_style(tag_of(each.tag)) for each in unit.variants}))
    return lambda _, unit: "_".join(unit.properties(key)) or "none"


def write_parts(
    memory: Memory, units: Iterable[TranslationUnit], name: PartName, folder: str, style: TagStyle, force: bool
) -> Iterator[str]:
    """Write the parts into a folder as `name.tmx`, then give their paths.

    Raises TermbaseError where a part cannot be written; then none is in place.
    """
    writers: dict[str, UnitWriter] = {}
    with whole_files(folder) as open_file:
        for number, unit in enumerate(units):
            path = str(Path(folder) / f"{_UNSAFE.sub('_', name(number, unit))[:100]}.tmx")
            if path not in writers:
                refuse_overwriting([path], force)
                writers[path] = UnitWriter(open_file(path), memory.header, style)
            writers[path].add(unit)
        for writer in writers.values():
            writer.close(memory.trailer)
    yield from writers
