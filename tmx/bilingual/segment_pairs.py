"""Reads bilingual files as segment pairs for the checks: plain text, with the inline codes beside it.

TMX is read by `tmx.reader`, as in all commands on memories: damaged units are repaired or skipped, and reported.
Other formats are read by `tmx.bilingual.read`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from functools import partial
from pathlib import Path

from termbase.bitext import Bitext, SegmentPair
from termbase.check.segment_places import SUFFIXES as PLACED
from termbase.check.segment_places import read_text
from termbase.table.rows import SUFFIXES as TABLES
from tmx import reader
from tmx.bilingual.codes import inline_codes
from tmx.bilingual.read import read_units
from tmx.bilingual.suffixes import SUFFIXES
from tmx.content import plain
from tmx.languages import pairs, tag_of
from tmx.model import ALL, TranslationUnit, Variant
from tmx.report import Report

_NAMED = SUFFIXES | TABLES | {".ts"}
"""The endings of bilingual files that the user names.

Most tables and `.ts` files in a folder are something else.
"""


def is_bilingual(file: str) -> bool:
    """Whether the ending of a file that the user named is that of a bilingual file."""
    return Path(file).suffix.lower() in _NAMED or file.lower().endswith((".tmx.gz", ".tmx.zip"))


def read_bitexts(
    file: str, source: str | None = None, target: str | None = None, report: Report | None = None
) -> list[Bitext]:
    """Return the segment pairs of a bilingual file: one bitext for each direction.

    `source` and `target` (canonical tags) choose a direction. Without `source`, the source of a TMX unit is its
    `srclang`, or its first variant if `srclang` is `*all*`. Repairs of a TMX file go to `report`. Raises
    TermbaseError if the file cannot be read.
    """
    suffix = Path(file).suffix.lower()
    text = partial(read_text, file) if suffix in PLACED else None
    if suffix not in (".tmx", ".gz", ".zip"):
        return [replace(_other(file, source, target), text=text)]
    found: dict[tuple[str, str], list[SegmentPair]] = defaultdict(list)
    memory = reader.read(file, report)
    srclang = ALL if source else memory.header.source_language
    for number, unit in enumerate(memory.units()):
        for first, second in pairs(unit, srclang, source or _source_of(unit, srclang), target):
            pair = _pair(unit.id or str(number), first, second)
            found[tag_of(first.tag), tag_of(second.tag)].append(pair)
    return [Bitext(file, *languages, tuple(several), text) for languages, several in found.items()]


def _other(file: str, source: str | None, target: str | None) -> Bitext:
    bilingual = read_units(file, source, target, Counter())
    several = (_pair(unit.id or str(number), *_first_two(unit)) for number, unit in enumerate(bilingual.units))
    return Bitext(file, bilingual.source, bilingual.target, tuple(several))


def _source_of(unit: TranslationUnit, srclang: str) -> str:
    own = unit.attributes.get("srclang", srclang)
    return tag_of(unit.variants[0].tag if own == ALL else own)


def _first_two(unit: TranslationUnit) -> tuple[Variant, Variant]:
    first, second = (variant._replace(line=unit.line) for variant in unit.variants[:2])
    return first, second


def _pair(identifier: str, first: Variant, second: Variant) -> SegmentPair:
    return SegmentPair(
        identifier,
        plain(first.segment),
        plain(second.segment),
        first.line or 1,
        second.line or 1,
        inline_codes(first.segment),
        inline_codes(second.segment),
    )
