"""Finds the columns of a table that state pairs of terms: 中文 beside English, 模式 beside names of patterns.

Start from `paired_columns`. Columns that name their languages are believed. Of others the cells must show it: most
rows have English that the Chinese beside it renders.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from termbase.document.tables import Table
from termbase.extract.marks import LATIN_LETTER
from termbase.extract.roles import is_reading_label
from termbase.language import is_chinese, is_english, primary_language
from termbase.renderings.parts import rendered_parts
from termbase.table.column_content import content_of, sample
from termbase.table.column_names import SIDES, Column, read_name
from termbase.text.offsets import unmasked
from termbase.text.script import has_han

_LEAST_ROWS = 3
"""The least number of rows that must show that columns without names of languages have translations."""

_LEAST_SHARE = 0.5
"""The least share of such rows among those with text in both languages."""

_RENDERED = 0.5
"""A row shows a translation if more than this part of each side renders the other."""


_OTHER = Column("", "reading")
"""A column of readings, such as pinyin."""


_BOTH_SIDES = frozenset(("source", "target"))


class Pairing(NamedTuple):
    """The numbers of two columns whose cells state pairs, row by row, and the names in their header.

    `is_named` means that the names say so.
    """

    zh: int
    en: int
    names: str
    is_named: bool


def paired_columns(table: Table) -> list[Pairing]:
    """Return the pairs of columns of a table that state terms in Chinese and English."""
    header, *body = [[unmasked(cell.text).strip(" *_") for cell in row] for row in table.rows]
    columns = [_OTHER if is_reading_label(name) else read_name(name) for name in header]
    named = _by_names(columns, body)
    is_named = bool(named)
    found = named or _by_content(columns, body)
    return [Pairing(zh, en, f"{header[zh]} | {header[en]}", is_named) for zh, en in found]


def _by_names(columns: Sequence[Column | None], body: Sequence[Sequence[str]]) -> list[tuple[int, int]]:
    """Return the pairs of columns with names of languages; a column for terms (术语) has what its cells show."""
    known = {column.language for column in columns if column and column.has_terms} - {*SIDES}
    languages = [_language(column, body, number, known) for number, column in enumerate(columns)]
    sides = {column.language for column in columns if column and not column.field}
    if not known and not sides >= _BOTH_SIDES:
        return []
    chinese = [number for number, language in enumerate(languages) if is_chinese(language)]
    english = [number for number, language in enumerate(languages) if is_english(language)]
    if len(chinese) == len(english):  # tables side by side
        return list(zip(chinese, english, strict=True))
    if min(len(chinese), len(english)) == 1:
        return [(zh, en) for zh in chinese for en in english]
    return []


def _language(column: Column | None, body: Sequence[Sequence[str]], number: int, known: Collection[str]) -> str:
    """Return the language of a column; what its name leaves open its cells show, if no other has that language."""
    if column is None or not column.has_terms:
        return ""
    if column.language not in SIDES:
        return column.language
    content = content_of(sample(body, number))
    is_open = content and not any(primary_language(content.language) == primary_language(tag) for tag in known)
    return content.language if content and is_open else ""


def _by_content(columns: Sequence[Column | None], body: Sequence[Sequence[str]]) -> list[tuple[int, int]]:
    """Return the pair of columns beside each other whose cells translate each other, if there is just one."""
    open_columns = [number for number, column in enumerate(columns) if column is None or not column.field]
    found = [
        (zh, en)
        for zh in open_columns
        for en in (zh - 1, zh + 1)
        if en in open_columns and _translate([(row[zh], row[en]) for row in body])
    ]
    return found if len(found) == 1 else []


def _translate(rows: Sequence[tuple[str, str]]) -> bool:
    """Return whether most rows have a Chinese and an English text that render each other."""
    rows = [(zh, en) for zh, en in rows if zh and en]
    shown = sum(has_han(zh) and is_latin(en) and renders(zh, en) for zh, en in rows)
    return shown >= _LEAST_ROWS and shown > _LEAST_SHARE * len(rows)


def is_latin(text: str) -> bool:
    """Return whether a text has Latin letters and no Chinese characters."""
    return LATIN_LETTER.search(text) is not None and not has_han(text)


def renders(zh: str, en: str) -> bool:
    """Return whether, by the dictionary, most of a Chinese and of an English term render each other."""
    english, chinese = rendered_parts(zh, en)
    return min(english, chinese) > _RENDERED
