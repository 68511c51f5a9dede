"""Splits a memory into several files, which are written in one pass. Start from `write_parts`."""

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
"""A function that takes a unit's 0-based number and the unit, and returns the name of the part for it."""

_UNSAFE = re.compile(r"[^\w.-]+")


def by_size(size: int) -> PartName:
    """Return names for parts of `size` units each: 001, 002 and so on."""
    return lambda number, _: f"{number // size + 1:03}"


def by_key(key: str) -> PartName:
    """Return names for parts by property: one part for each value of the `prop` of type `key`.

    If `key` is `languages`, there is one part for each set of languages.
    """
    if key == "languages":
        return lambda _, unit: "_".join(sorted({region_style(tag_of(each.tag)) for each in unit.variants}))
    return lambda _, unit: "_".join(unit.properties(key)) or "none"


def write_parts(
    memory: Memory, units: Iterable[TranslationUnit], name: PartName, folder: str, style: TagStyle, force: bool
) -> Iterator[str]:
    """Write each part as `name.tmx` into a folder, then yield the paths.

    Raises TermbaseError if a part cannot be written; then no part is left in the folder.
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
