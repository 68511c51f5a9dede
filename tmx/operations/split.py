"""A memory in parts, all written in one pass and put in place together. Start from `write_parts`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path

from termbase.errors import os_error
from termbase.language import region_style
from tmx.languages import TagStyle, tag_of
from tmx.model import TranslationUnit
from tmx.output import refuse_existing, whole_file
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
    try:
        Path(folder).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise os_error(error, folder, "write") from error
    writers: dict[str, UnitWriter] = {}
    with ExitStack() as files:
        for number, unit in enumerate(units):
            path = str(Path(folder) / f"{_UNSAFE.sub('_', name(number, unit))[:100]}.tmx")
            if path not in writers:
                refuse_existing(path, force)
                writers[path] = UnitWriter(files.enter_context(whole_file(path)), memory.header, style)
            writers[path].add(unit)
        for writer in writers.values():
            writer.close(memory.trailer)
    yield from writers
