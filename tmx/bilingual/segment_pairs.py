"""Reads bilingual files as segment pairs for the checks: plain text, with the inline codes beside it.

TMX is read by `tmx.reader`, as in all commands on memories: damaged units are repaired or skipped, and reported.
Other formats are read by `tmx.bilingual.read`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TypeAlias

from termbase.bitext import Bitext, SegmentPair
from termbase.check.bilingual.segment_text import SUFFIXES as PLACED
from termbase.check.bilingual.segment_text import read_text
from termbase.table.rows import SUFFIXES as TABLES
from tmx import reader
from tmx.bilingual.codes import inline_codes
from tmx.bilingual.marks import CONTEXT, PLURAL_FORM, REFERENCE, SINGULAR, state_of
from tmx.bilingual.read import OTHER_LANGUAGE, read_units
from tmx.bilingual.suffixes import SUFFIXES
from tmx.content import plain
from tmx.languages import pairs, tag_of
from tmx.model import ALL, TranslationUnit, Variant
from tmx.report import Report

_NAMED = SUFFIXES | TABLES | {".ts"}
"""The endings of bilingual files that the user names.

Most tables and `.ts` files in a folder are something else.
"""


_Found: TypeAlias = tuple[tuple[str, str], SegmentPair]
"""The languages of a pair (canonical tags), and the pair."""


def is_bilingual(file: str) -> bool:
    """Whether the ending of a file that the user named is that of a bilingual file."""
    return Path(file).suffix.lower() in _NAMED or file.lower().endswith((".tmx.gz", ".tmx.zip"))


def read_bitexts(
    file: str,
    source: str | None = None,
    target: str | None = None,
    report: Report | None = None,
    skipped: Counter[str] | None = None,
) -> list[Bitext]:
    """Return the segment pairs of a bilingual file: one bitext for each direction.

    `source` and `target` (canonical tags) choose a direction. Without `source`, the source of a TMX unit is its
    `srclang`, or its first variant if `srclang` is `*all*`. Repairs of a TMX file go to `report`; `skipped` counts
    the units that are left out, by reason. Raises TermbaseError if the file cannot be read.
    """
    suffix = Path(file).suffix.lower()
    text = partial(read_text, file) if suffix in PLACED else None
    is_tmx = suffix in (".tmx", ".gz", ".zip")
    skipped = Counter() if skipped is None else skipped
    read = partial(_of_memory, report=report) if is_tmx else _of_others
    found: dict[tuple[str, str], list[SegmentPair]] = defaultdict(list)
    for languages, pair in read(file, source, target, skipped=skipped):
        found[languages].append(pair)
    return [Bitext(file, *languages, tuple(several), text) for languages, several in found.items()]


def _of_memory(
    file: str, source: str | None, target: str | None, report: Report | None, skipped: Counter[str]
) -> Iterator[_Found]:
    memory = reader.read(file, report)
    srclang = ALL if source else memory.header.source_language
    for number, unit in enumerate(memory.units()):
        chosen = list(pairs(unit, srclang, source or _source_of(unit, srclang), target))
        skipped[OTHER_LANGUAGE] += not chosen and bool(source or target)
        for first, second in chosen:
            yield (tag_of(first.tag), tag_of(second.tag)), _pair(unit, number, first, second)


def _of_others(file: str, source: str | None, target: str | None, skipped: Counter[str]) -> Iterator[_Found]:
    """The pairs of another file. A translation of both singular and plural is a pair with the plural only.

    A table may have translations into several languages; each is a pair, unless `target` chooses one.
    """
    units: dict[tuple[int, int], TranslationUnit] = {}
    for number, unit in enumerate(read_units(file, source, target, skipped).units):
        second = unit.variants[1]
        units[second.line, second.column or -number] = unit
    for number, unit in enumerate(units.values()):
        first, *others = unit.variants
        further = [other for other in others[1:] if target is None and other.tag != others[0].tag]
        for second in (*others[:1], *further):
            yield (tag_of(first.tag), tag_of(second.tag)), _pair(unit, number, first, second)


def _source_of(unit: TranslationUnit, srclang: str) -> str:
    own = unit.attributes.get("srclang", srclang)
    return tag_of(unit.variants[0].tag if own == ALL else own)


def _pair(unit: TranslationUnit, number: int, first: Variant, second: Variant) -> SegmentPair:
    return SegmentPair(
        unit.id or str(number),
        plain(first.segment),
        plain(second.segment),
        first.line or 1,
        second.line or 1,
        inline_codes(first.segment),
        inline_codes(second.segment),
        first.column or 1,
        second.column or 1,
        state_of(unit),
        next(unit.properties(CONTEXT), ""),
        tuple(unit.properties(REFERENCE)),
        next(unit.properties(SINGULAR), ""),
        next(unit.properties(PLURAL_FORM), ""),
        is_numbered=not unit.id,
    )
