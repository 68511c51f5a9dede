"""Converts a memory or another bilingual file into a file of any supported format.

Start from `from_memory` or `from_bilingual`, which return a `Conversion`, and pass it to `write`. Units are read
while they are written, so files of any size can be converted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import BinaryIO, NamedTuple

from termbase.files.source_date import source_date
from tmx.bilingual.read import read_units
from tmx.bilingual.write import write_po, write_table, write_xliff
from tmx.content import plain
from tmx.direction import Direction
from tmx.languages import TagStyle
from tmx.model import Header, Trailer, TranslationUnit, Variant
from tmx.operations.counts import Counts
from tmx.operations.propose import propose
from tmx.reader import Memory
from tmx.writer import new_header
from tmx.writer import write as write_tmx

_WITH_CODES = ("tmx", "xliff")
"""The formats that can hold inline codes."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to convert a file to. `form` is one of `tmx.bilingual.suffixes.WRITTEN`; tags may have any spelling.

    `source` and `target` choose one direction. `propose` is the tag of a Chinese variety to add converted text for.
    If `has_codes` is false, inline codes are left out.
    """

    form: str
    source: str | None = None
    target: str | None = None
    propose: str | None = None
    has_codes: bool = True


class Conversion(NamedTuple):
    """A memory to be written: its header, its units, and what follows them.

    Call `trailer` only after the last unit was read. `direction` is None if all languages of the units are written.
    """

    header: Header
    units: Iterator[TranslationUnit]
    trailer: Callable[[], Trailer]
    direction: Direction | None


def from_memory(memory: Memory, units: Iterator[TranslationUnit], wanted: Wanted, counts: Counts) -> Conversion:
    """Return the conversion of a memory, whose units are `units` (for example counted on the way).

    Raises TermbaseError if the format needs one direction, and neither `wanted` nor the memory names it.
    """
    units, header, direction = _proposed(units, wanted), memory.header, None
    if wanted.source or wanted.target or wanted.form != "tmx":
        direction = Direction.of(memory.quietly(), wanted.source, wanted.target)
        header = direction.header(header)
        units = direction.select(units, counts.skipped)
    return Conversion(header, _with_codes(units, wanted, counts), lambda: memory.trailer, direction)


def from_bilingual(file: str, wanted: Wanted, counts: Counts) -> Conversion:
    """Return the conversion of a table, PO, XLIFF or other bilingual file, which has one direction.

    Raises TermbaseError if the file cannot be read, or its languages can be neither read nor detected.
    """
    bilingual = read_units(file, wanted.source, wanted.target, counts.skipped)
    counts.columns = bilingual.columns
    units = _proposed(counts.reading(bilingual.units), wanted)
    return Conversion(
        new_header(bilingual.source, source_date(), "sentence"),
        _with_codes(units, wanted, counts),
        Trailer,
        Direction(bilingual.source, bilingual.target, bilingual.source),
    )


def _proposed(units: Iterator[TranslationUnit], wanted: Wanted) -> Iterator[TranslationUnit]:
    return propose(units, wanted.propose) if wanted.propose else units


def _with_codes(units: Iterator[TranslationUnit], wanted: Wanted, counts: Counts) -> Iterator[TranslationUnit]:
    """The units, without inline codes if the user or the format leaves them out; these units count as changed."""
    keeps_codes = wanted.has_codes and wanted.form in _WITH_CODES
    for unit in units:
        if not keeps_codes and any(map(_has_code, unit.variants)):
            counts.changed += 1
            variants = (variant._replace(segment=(plain(variant.segment),)) for variant in unit.variants)
            unit = unit._replace(variants=tuple(variants))
        yield unit


def _has_code(variant: Variant) -> bool:
    return any(not isinstance(part, str) for part in variant.segment)


def write(
    file: BinaryIO, conversion: Conversion, form: str, counts: Counts, style: TagStyle, encoding: str = "utf-8"
) -> None:
    """Write a conversion; `form` is the one that it was made for. `style` and `encoding` apply to TMX only."""
    units, direction = counts.writing(conversion.units), conversion.direction
    if direction is None or form == "tmx":
        write_tmx(file, conversion.header, units, conversion.trailer, style, encoding)
    else:
        _WRITERS[form](file, units, direction)


_WRITERS: dict[str, Callable[[BinaryIO, Iterator[TranslationUnit], Direction], None]] = {
    "po": write_po,
    "xliff": write_xliff,
    **{form: partial(write_table, form) for form in ("tsv", "csv", "xlsx")},
}
