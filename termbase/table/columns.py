"""Guesses the meaning of a glossary's columns: from their names, in English or Chinese, or from their content.

Start from `guess_columns`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from termbase.errors import TermbaseError
from termbase.files.data_table import data_rows
from termbase.language import (
    SIMPLIFIED,
    UNDETERMINED,
    canonical,
    is_chinese,
    is_english,
    leaves_script_open,
    primary_language,
    region_style,
    subtags,
)
from termbase.text.detect import chinese_of, language_of, language_of_texts
from termbase.text.script import HAN, has_han, simplify

CHINESE = "zh"
"""The language of a column with the name Chinese (`zh`, 中文), until its text shows the script."""

_NO_LETTER = re.compile(r"[\s_.:()（）-]+")
_TAG = re.compile(r"(zh[-_][A-Za-z]{3}|[a-z]{2,3})([-_][A-Za-z]{4})?([-_]([A-Za-z]{2}|\d{3}))?")
_WORDS = re.compile(f"[{HAN}]|[A-Za-z]{{2}}")
_SAMPLE = 200
"""How many rows are examined to guess the content of a column without a known name."""


@dataclass(frozen=True, slots=True)
class Column:
    """The meaning of a column.

    `language` is the canonical tag of the terms it belongs to, or "". `field` is "" for the terms themselves,
    otherwise a data category such as `definition`, of the concept or of one language. A category of terms without a
    language (`status`) applies to all terms of a row.
    """

    language: str
    field: str

    def __str__(self) -> str:
        return " ".join(part for part in (self.language and region_style(self.language), self.field) if part)


_ANY = Column("?", "")
"""A column of terms whose name does not show the language."""
_SOURCE = Column("", "source")
"""The meaning of a column named source if no column is named target: the source of a context or term."""


@dataclass(frozen=True, slots=True)
class Columns:
    """A guess: the meaning of each column, None for one that is not read, and whether the first row is a header."""

    columns: tuple[Column | None, ...]
    has_header: bool

    def is_plain(self, header: Sequence[str]) -> bool:
        """Return whether every column has the name of its meaning, so that there is nothing to report."""
        return self.has_header and [str(column) for column in self.columns] == [name.strip() for name in header]

    def summary(self, header: Sequence[str]) -> str:
        """Return the guess in one line: `1 English = en, 2 中文 = zh-CN, 3 page not read`."""
        names = header if self.has_header else [""] * len(header)
        return ", ".join(
            " ".join(part for part in (str(number), name.strip(), f"= {column}" if column else "not read") if part)
            for number, (name, column) in enumerate(zip(names, self.columns, strict=False), 1)
        )


def guess_columns(rows: Sequence[Sequence[str]], file: str, source: str = "", target: str = "") -> Columns:
    """Guess the meaning of the columns of a table.

    `source` and `target` are the languages of columns with these names. Raise TermbaseError if fewer than two
    columns have terms.
    """
    header = [cell.strip() for cell in rows[0]] if rows else []
    sides = {"source": source, "原文": source, "target": target, "译文": target}
    named = [_named(name, sides) for name in header]
    has_header = sum(column is not None for column in named) * 2 >= len([name for name in header if name]) > 0
    columns: list[Column | None] = named if has_header else [None for _ in header]
    if "target" not in map(str.lower, header):  # then source is where a term was found
        columns = [
            Column("", "source") if name.lower() == "source" else column
            for name, column in zip(header, columns, strict=True)
        ]
    body = rows[1:] if has_header else rows
    columns = _with_script(columns, body)
    taken = {column for column in columns if column is not None}
    for number, column in enumerate(columns):
        if column is not None and column != _ANY:
            continue
        guess = _by_content(_sample(body, number))
        is_needed = column == _ANY or not has_header or len(_terms(taken)) < 2
        columns[number] = guess if guess not in taken and is_needed else None
        taken |= {guess} if guess and is_needed else set()
    if len(_terms({column for column in columns if column})) < 2:
        raise TermbaseError(
            "has no two columns of terms", file=file, line=1, hint="name the columns by language: en, zh-CN"
        )
    return Columns(tuple(columns), has_header)


def pair_languages(first_row: Sequence[str]) -> tuple[str, str] | None:
    """What the first row of a table of segment pairs calls their languages, or None if the row holds a pair.

    A language is a tag, or "" for one that the text of the column shows (`source`). Beside a tag of Chinese or
    English any other name is given as it is, for the reader to refuse. `English, 英语` and `Name, 名称` are pairs:
    both sides say the same.
    """
    names = [cell.strip() for cell in (*first_row, "", "")[:2]]
    first, second = map(_side, names)
    if not first or not second:
        is_header = any(is_chinese(side) or is_english(side) for side in map(_tag, names))
        return (first or names[0], second or names[1]) if is_header else None
    if primary_language(first) == primary_language(second) and has_han(names[0]) != has_han(names[1]):
        return None
    return first.removeprefix(_ANY.language), second.removeprefix(_ANY.language)


def _side(name: str) -> str:
    """The language that a column of segments is called by, `?` for any language; empty if it is not a name."""
    if tag := _tag(name):
        return CHINESE if leaves_script_open(name) else tag
    column = _named(name, {})
    return column.language if column and not column.field else ""


def _terms(columns: set[Column]) -> set[Column]:
    return {column for column in columns if column.language and not column.field and column != _ANY}


def _named(name: str, sides: dict[str, str]) -> Column | None:
    key = _key(name)
    if language := sides.get(key):
        return Column(language, "")
    if key in _names("concept"):  # before languages: id is a column of ids, not Indonesian
        return Column("", _names("concept")[key])
    if column := _of_two_parts(name):  # before languages too: pos_en is not a tag
        return column
    field = _names("term").get(key)
    if field == "" or key in _names("text"):
        return _ANY
    if field:  # before languages too: pos is the part of speech, not the language that has this code
        return Column("", field)
    return Column(language, "") if (language := _language(name)) else None


def _of_two_parts(name: str) -> Column | None:
    """Return the column for a name of language and field, or None: `zh-CN status`, `definition (en)`, 中文术语."""
    for match in re.finditer(r"[\s_:.(（]+|(?<=文)", name):
        parts = name[: match.start()], name[match.end() :].strip(")） ")
        for tag, rest in (parts, parts[::-1]):
            language, field = _language(tag), _key(rest)
            if language and field in _names("term"):
                return Column(language, _names("term")[field])
            if language and field in _names("section"):
                return Column(language, _names("section")[field])
            if language and field in _names("concept"):
                return Column("", _names("concept")[field])
    return None


def _language(name: str) -> str:
    key = _key(name)
    if key in _names("language"):
        return _names("language")[key]
    tag, plain = _tag(name), name.strip()
    if not any(map(_TAG.fullmatch, (plain, plain.lower()))) and not _is_longer_tag(plain, tag):
        return ""
    return CHINESE if leaves_script_open(name) else tag


def _tag(name: str) -> str:
    """A name as a canonical tag, empty if it is not one."""
    try:
        return canonical(name)
    except TermbaseError:
        return ""


def _is_longer_tag(name: str, tag: str) -> bool:
    """Whether a name is one of the longer spellings of tags: zh-min-nan, zh_CN.UTF-8, zh-Hant-x-ours.

    `zh-notes` could be one too, but is more likely what its words mean.
    """
    rest = subtags(tag).rest
    return bool(tag) and name[:2].lower() in ("zh", "en") and (not rest or rest[1:2] == "-")


def _key(name: str) -> str:
    return simplify(_NO_LETTER.sub("", name.lower()))


@cache
def _names(wanted_kind: str) -> dict[str, str]:
    """Return the column names of one kind, each with the field or language that it means."""
    rows = data_rows("column_names.tsv")
    return {name: meaning for kind, meaning, names in rows if kind == wanted_kind for name in names.split(" ")}


def _sample(body: Sequence[Sequence[str]], number: int) -> list[str]:
    return [row[number] for row in body[:_SAMPLE] if number < len(row) and row[number].strip()]


def _by_content(cells: Sequence[str]) -> Column | None:
    """Return a column of terms in the language of most of its cells, or None for numbers and for other languages.

    A title above the terms (术语表 2024) counts as one cell, however long it is.
    """
    worded = [text for text in cells if _WORDS.search(text)]
    if len(worded) * 2 <= len(cells):
        return None
    chinese = [text for text in worded if is_chinese(language_of(text))]
    most = chinese if len(chinese) * 2 > len(worded) else [text for text in worded if text not in chinese]
    language = canonical(language_of_texts(most))
    return None if language == UNDETERMINED else Column(language, "")


def _with_script(columns: list[Column | None], body: Sequence[Sequence[str]]) -> list[Column | None]:
    """Return the columns; those named Chinese get the script and region that their terms show."""
    number = next((number for number, column in enumerate(columns) if column == Column(CHINESE, "")), None)
    language = SIMPLIFIED if number is None else canonical(chinese_of("\n".join(_sample(body, number))))
    return [
        Column(language, column.field) if column is not None and column.language == CHINESE else column
        for column in columns
    ]
