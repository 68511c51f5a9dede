"""Reads a table (CSV, TSV, XLSX) of segment pairs as translation units, row by row.

Start from `read_table`. The header is read as in a glossary. Two columns are source and target; columns of further
languages become further variants; ids, notes, contexts and states become those of the unit.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple

from termbase.errors import TermbaseError
from termbase.language import canonical, region_style
from termbase.table.column_names import CHINESE, SIDES, Column, language_named
from termbase.table.column_owners import groups_of
from termbase.table.columns import Columns, named_columns
from termbase.table.comments import without_comments
from termbase.table.rows import SUFFIXES, TABBED, Row, Sheet, read_sheets
from termbase.table.unnamed_columns import OF_OMEGAT
from termbase.text.detect import chinese_of
from tmx.bilingual.details import unit_of
from tmx.bilingual.languages import Given, known_tag, languages_of
from tmx.bilingual.table_columns import STATE, UNFINISHED, details_in
from tmx.bilingual.table_layout import FUZZY, LANGUAGES, Layout, cell_at, layout_of, unread_columns, written_tag
from tmx.model import TranslationUnit, variant

_SAMPLE = 1000
"""The number of rows from whose text a language is detected that the file does not name."""
_UNFINISHED = frozenset(
    "fuzzy unfinished untranslated draft new needswork needsreview yes true 1 待定 草稿 未完成 待审".split()
)
"""Values of a column for states, or of one named fuzzy, for a translation that somebody has yet to finish."""

_MISSPELT = re.compile(r"(?i)[a-z]{2,3}[-_]\w")
"""The beginning of a name that is meant as a tag, which is an error if it is not one: `zh-TW-HK`."""

HEADER = ("source", "target")
"""The header of a table of segment pairs that this program writes; a last cell names the languages."""


def languages_cell(source: str, target: str) -> str:
    """Return the last cell of the header of a table, with which it is read again without other help."""
    return f"languages: {region_style(source)}, {region_style(target)}"


class Table(NamedTuple):
    """The languages of a table (canonical tags), its translation units, and what each column was taken for."""

    source: str
    target: str
    units: Iterator[TranslationUnit]
    columns: str


def read_table(file: str, given: Given, skipped: Counter[str], left_out: Counter[str]) -> Table:
    """Return the pairs of a table; `skipped` counts the rows without translation and those of unlike sheets.

    `left_out` counts the cells of columns that a unit has no place for.

    Raises TermbaseError if the file cannot be read, or a language is neither given nor named and cannot be
    detected.
    """
    sheets = read_sheets(file)
    refused: TermbaseError | None = None
    for sheet in sheets:
        try:
            first = _of_sheet(file, sheet, given, skipped, left_out)
        except TermbaseError as error:
            refused = refused or error
            skipped[f"sheet not read ({sheet.name}: {error.message})"] += bool(sheet.name)
            continue
        return first._replace(units=chain(first.units, _further(file, sheets, given, first, skipped, left_out)))
    raise refused or TermbaseError("has no sheet", file=file)


def _further(
    file: str, sheets: Iterator[Sheet], given: Given, first: Table, skipped: Counter[str], left_out: Counter[str]
) -> Iterator[TranslationUnit]:
    """Yield the units of the sheets that have the languages of the first one."""
    for sheet in sheets:
        try:
            table = _of_sheet(file, sheet, given, skipped, left_out)
        except TermbaseError as error:
            skipped[f"sheet not read ({sheet.name}: {error.message})"] += 1
            continue
        if (table.source, table.target) == (first.source, first.target):
            yield from table.units
        else:
            skipped[f"sheet not read ({sheet.name}: has other languages than the first)"] += 1


def _of_sheet(file: str, sheet: Sheet, given: Given, skipped: Counter[str], left_out: Counter[str]) -> Table:
    rows = (row for row in sheet.rows if any(map(str.strip, row[1])))
    if Path(file).suffix.lower() in TABBED - SUFFIXES:  # glossaries of OmegaT and UTX, which have comments
        found = without_comments(list(rows))
        rows = (row for row in found.rows)
        given = given[0] or found.source or None, given[1] or found.target or None
        skipped.update("comments" for _ in found.comments)
    sample = list(islice(rows, _SAMPLE))
    columns = _with_comments(_with_languages(named_columns([cells for _, cells in sample])), file)
    body = sample[columns.header.end :]
    layouts = [layout_of(columns, numbers, given, file, body) for numbers in _groups(columns)]
    source, target = layouts[0].pair
    declared = (_declared(columns, source, body), _declared(columns, target, body))
    pairs = [(cell_at(cells, source), cell_at(cells, target)) for _, cells in body]
    languages = languages_of(file, given, declared, pairs)
    own = written_tag(columns, source, languages[0], given[0]), written_tag(columns, target, languages[1], given[1])
    unread = unread_columns(columns, layouts)

    def units() -> Iterator[TranslationUnit]:
        for row in chain(body, rows):
            if columns.header.is_repeated_in(row[1]):
                skipped["repetitions of the header"] += 1
                continue
            left_out.update(
                f"cells of column {unread[number]}" for number in unread if cell_at(row[1], number).strip()
            )
            for number, layout in enumerate(layouts):
                if not number or any(cell_at(row[1], side).strip() for side in layout.pair):
                    yield from _unit(row, own, layout, skipped)

    return Table(*languages, units(), _summary(columns, layouts, languages))


def _groups(columns: Columns) -> list[list[int]]:
    """Return the numbers of the columns of each table, of which several may stand side by side; at least one."""
    groups = groups_of(columns.columns)
    return [[number for number, own in enumerate(groups) if own == group] for group in sorted({*groups})] or [[]]


def _with_languages(columns: Columns) -> Columns:
    """Return the columns; source and target get the languages that the last cell of our own header names."""
    named = LANGUAGES.fullmatch(columns.header.names[-1]) if columns.header.names else None
    sides = dict(zip(HEADER, map(canonical, named.groups()), strict=True)) if named else {}
    found = columns.columns
    known = [column and replace(column, language=sides.get(column.language, column.language)) for column in found]
    return replace(columns, columns=tuple(known))


def _with_comments(columns: Columns, file: str) -> Columns:
    """Return the columns; the third of a glossary of OmegaT, which has no header, has notes."""
    found = columns.columns
    is_glossary = not columns.header.end and len(found) == 3 and Path(file).suffix.lower() in OF_OMEGAT
    return replace(columns, columns=(*found[:2], Column("", "note"))) if is_glossary else columns


def _declared(columns: Columns, number: int, body: Sequence[Row]) -> str:
    """Return the language of a column as the table names it, "" if it does not."""
    column = columns.columns[number]
    if number in columns.languages:
        named = [language_named(cell_at(cells, columns.languages[number])) for _, cells in body]
        common = Counter(named).most_common(1)[0][0] if named else ""
        texts = [cell_at(cells, number) for _, cells in body]
        return canonical(chinese_of("\n".join(texts))) if common == CHINESE else common
    if column is None:
        name = columns.header.names[number]
        return name if known_tag(name) or _MISSPELT.match(name) else ""
    return "" if column.language in SIDES else column.language


def _unit(row: Row, languages: tuple[str, str], layout: Layout, skipped: Counter[str]) -> Iterator[TranslationUnit]:
    line, cells = row
    texts = [cell_at(cells, number) for number in layout.pair]
    if not all(map(str.strip, texts)):
        skipped["not translated"] += 1
        return
    tags = [
        tag if naming is None else _named(cell_at(cells, naming), text) or tag
        for tag, naming, text in zip(languages, layout.namings, texts, strict=True)
    ]
    source, target = (variant(tag, text)._replace(line=line) for tag, text in zip(tags, texts, strict=True))
    unit = unit_of(source, target, details_in(_details(cells, layout)), line)
    if tags[0] != languages[0]:
        unit = unit._replace(attributes={**unit.attributes, "srclang": region_style(tags[0])})
    further = (
        variant(tag, text)._replace(line=line)
        for number, tag in layout.variants.items()
        if (text := cell_at(cells, number)).strip()
    )
    yield unit._replace(variants=(*unit.variants, *further))


def _named(cell: str, text: str) -> str:
    """Return the language (canonical tag) of a text that a cell names, "" if it names none."""
    named = language_named(cell)
    return canonical(chinese_of(text)) if named == CHINESE else named


def _details(cells: Sequence[str], layout: Layout) -> dict[str, str]:
    """Return the cells that say something about a pair by the names of their columns."""
    found: dict[str, str] = {}
    for number, name in layout.fields.items():
        cell = cell_at(cells, number)
        if name in (STATE, FUZZY) and _is_unfinished(cell):
            found[STATE] = UNFINISHED
        elif cell.strip() and name != FUZZY:
            found[name] = cell
    return found


def _is_unfinished(cell: str) -> bool:
    return "".join(char for char in cell.lower() if char.isalnum()) in _UNFINISHED


def _summary(columns: Columns, layouts: Sequence[Layout], languages: tuple[str, str]) -> str:
    """Return what each column was taken for, "" if the header says it and all columns are read."""
    sides = {number: tag for layout in layouts for number, tag in zip(layout.pair, languages, strict=True)}
    variants = {number for layout in layouts for number in layout.variants}
    fields = {number: field for layout in layouts for number, field in layout.fields.items()}
    found: list[Column | None] = []
    for number, column in enumerate(columns.columns):
        if number in sides:
            found.append(Column(sides[number], ""))
        elif number in variants or (column and column.field == "languageOf"):
            found.append(column)
        else:
            found.append(Column("", fields[number]) if number in fields else None)
    names = zip(columns.header.names, found, strict=True)
    is_read = all(column or not name or LANGUAGES.fullmatch(name) for name, column in names)
    return "" if columns.header.end and is_read else replace(columns, columns=tuple(found)).summary()
