"""Converts a memory or another bilingual file into a file of any supported format.

Start from `from_memory` or `from_bilingual`, which return a `Conversion`, and pass it to `write`. Units are read
while they are written, so files of any size can be converted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, NamedTuple

from termbase.files.source_date import source_date
from termbase.language import leaves_region_open
from tmx.bilingual.losses import losses
from tmx.bilingual.po_writer import write_po
from tmx.bilingual.read import read_units
from tmx.bilingual.table_writer import write_table
from tmx.bilingual.xliff2_writer import write_xliff2
from tmx.bilingual.xliff_writer import write_xliff
from tmx.content import plain
from tmx.direction import Direction
from tmx.languages import TagStyle, as_region
from tmx.model import ALL, Header, Trailer, TranslationUnit, Variant
from tmx.operations.counts import Counts
from tmx.operations.propose import propose
from tmx.reader import Memory
from tmx.writer import new_header
from tmx.writer import write as write_tmx

_WITH_CODES = ("tmx", "xliff", "xliff2")
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
        units = _selected(units, direction, counts)
    return Conversion(header, _fitted(units, direction, wanted, counts), lambda: memory.trailer, direction)


def from_bilingual(file: str, wanted: Wanted, counts: Counts, source_file: str | None = None) -> Conversion:
    """Return the conversion of a table, PO, XLIFF or other bilingual file, which has one direction.

    `source_file` has the source texts, if `file` is of a format that holds one language.
    Raises TermbaseError if the file cannot be read, or its languages can be neither read nor detected.
    """
    bilingual = read_units(file, wanted.source, wanted.target, counts.skipped, source_file, counts.left_out)
    counts.columns = bilingual.columns
    units = _proposed(counts.reading(bilingual.units), wanted)
    direction = Direction(bilingual.source, bilingual.target, ALL)
    if wanted.form != "tmx":
        units = _selected(units, direction, counts)
    header = new_header(bilingual.source, source_date(), "sentence")
    return Conversion(header, _fitted(units, direction, wanted, counts), Trailer, direction)


def _proposed(units: Iterator[TranslationUnit], wanted: Wanted) -> Iterator[TranslationUnit]:
    return propose(units, wanted.propose) if wanted.propose else units


def _selected(units: Iterable[TranslationUnit], direction: Direction, counts: Counts) -> Iterator[TranslationUnit]:
    """The units in the languages of a direction; variants in other languages are counted as left out."""
    for unit in units:
        for kept in direction.select([unit], counts.skipped):
            own = {id(variant) for variant in kept.variants}
            others = (variant.tag for variant in unit.variants if id(variant) not in own)
            counts.left_out.update(f"variants in {tag}" for tag in others)
            yield kept


def _fitted(
    units: Iterator[TranslationUnit], direction: Direction | None, wanted: Wanted, counts: Counts
) -> Iterator[TranslationUnit]:
    """The units as the format can hold them; what it cannot hold is counted."""
    if direction is not None and wanted.form != "tmx":
        units = _counted(units, direction, wanted.form, counts)
    return _with_codes(units, wanted, counts)


def _counted(
    units: Iterable[TranslationUnit], direction: Direction, form: str, counts: Counts
) -> Iterator[TranslationUnit]:
    for unit in units:
        if form not in _WITH_CODES and not any(plain(source.segment) for source, _ in direction.texts(unit)):
            counts.skipped["without source text"] += 1
            continue
        counts.left_out.update(losses(unit, form))
        yield unit


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


def _with_regions(units: Iterable[TranslationUnit], style: TagStyle, counts: Counts) -> Iterator[TranslationUnit]:
    """The units; texts whose tag gets a region only because of its new spelling are counted."""
    for unit in units:
        for tag in (variant.tag for variant in unit.variants):
            if leaves_region_open(tag) and style(tag) != tag:
                counts.remarks[f"texts in {tag}, which names no region, written as {style(tag)}"] += 1
        yield unit


def write(
    file: BinaryIO, conversion: Conversion, form: str, counts: Counts, style: TagStyle, encoding: str = "utf-8"
) -> None:
    """Write a conversion; `form` is the one that it was made for. `style` and `encoding` apply to TMX only."""
    units, direction = counts.writing(conversion.units), conversion.direction
    units = _with_regions(units, style if form == "tmx" else as_region, counts)
    if direction is None or form == "tmx":
        write_tmx(file, conversion.header, units, conversion.trailer, style, encoding)
    elif form == "po":
        write_po(file, units, direction, counts.remarks)
    elif form == "xliff":
        write_xliff(file, units, direction, counts.remarks)
    elif form == "xliff2":
        write_xliff2(file, units, direction, counts.remarks)
    else:
        write_table(form, file, units, direction)
