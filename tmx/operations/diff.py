"""Finds the differences between two memories of any size. Start from `differences`.

Units that have not met their equal yet are kept on disk, in a temporary SQLite file.
"""

from __future__ import annotations

import json
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from termbase.language import region_style
from termbase.tbx.diff import ChangeKind
from tmx.content import codes, plain, text_of
from tmx.languages import tag_of
from tmx.model import Attributes, Element, Header, Items, TranslationUnit
from tmx.operations.merge import DEFAULTS, under
from tmx.unit_keys import BOOKKEEPING, source_key, whole_key


class Brief(NamedTuple):
    """A unit as a difference shows it: its 1-based line, its `tuid`, its texts by language tag, and all else.

    `others` are its notes, properties, attributes and inline codes, each in one line: `prop x-q: 1`.
    """

    line: int
    id: str
    texts: dict[str, str]
    others: list[str]


class Difference(NamedTuple):
    """A unit that differs: `added` (only in the new memory), `removed` (only in the old one) or `changed`.

    A unit is changed if an old and a new unit have the same source segment, apart from codes and white space, and
    differ otherwise.
    """

    kind: ChangeKind
    old: Brief | None
    new: Brief | None


_SCHEMA = """
PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; BEGIN;
CREATE TABLE old (whole BLOB, source BLOB, text BLOB, brief TEXT);
CREATE TABLE new (source BLOB, text BLOB, brief TEXT);
CREATE INDEX by_new_source ON new (source);
"""
_INDEXES = """
CREATE INDEX by_whole ON old (whole); CREATE INDEX by_source ON old (source); CREATE INDEX by_text ON old (text);
"""
_SAME_SOURCE = "SELECT rowid, brief FROM old WHERE source = ? ORDER BY rowid LIMIT 1"
_SAME_TEXT = """
SELECT rowid, brief FROM old WHERE text = ? AND NOT EXISTS (SELECT 1 FROM new WHERE new.source = old.source)
ORDER BY rowid LIMIT 1
"""
"""A unit whose source has other codes or spaces, unless it is the old state of another one."""


def differences(old: Iterable[TranslationUnit], new: Iterable[TranslationUnit]) -> Iterator[Difference]:
    """Yield added and changed units in the order of `new`, then removed units in the order of `old`.

    The order of units, the layout of the file, the spelling of tags and bookkeeping (`tmx.unit_keys`) do not count
    as differences.
    """
    with tempfile.TemporaryDirectory(prefix="termbase-") as folder:
        database = sqlite3.connect(f"{folder}/units", isolation_level=None)
        try:
            database.executescript(_SCHEMA)
            rows = ((whole_key(unit), *_sources(unit), _brief(unit)) for unit in old)
            database.executemany("INSERT INTO old VALUES (?, ?, ?, ?)", rows)
            database.executescript(_INDEXES)
            _strike_equal(database, new)
            yield from _left(database)
        finally:
            database.close()


def comparable(units: Iterable[TranslationUnit], own: Header, header: Header) -> Iterator[TranslationUnit]:
    """Yield units of a memory with header `own` as they are under `header`, without attributes that it has too."""
    said = {(name, _meaning(name, header.attributes.get(name, ""))) for name in DEFAULTS}
    for unit in under(units, own, header):
        kept = {name: value for name, value in unit.attributes.items() if (name, _meaning(name, value)) not in said}
        yield unit._replace(attributes=kept)


def _meaning(name: str, value: str) -> str:
    return tag_of(value) if name == "srclang" else value


def _strike_equal(database: sqlite3.Connection, new: Iterable[TranslationUnit]) -> None:
    for unit in new:
        struck = database.execute(
            "DELETE FROM old WHERE rowid = (SELECT min(rowid) FROM old WHERE whole = ?)", (whole_key(unit),)
        )
        if not struck.rowcount:
            database.execute("INSERT INTO new VALUES (?, ?, ?)", (*_sources(unit), _brief(unit)))


def _left(database: sqlite3.Connection) -> Iterator[Difference]:
    for source, text, brief in database.execute("SELECT source, text, brief FROM new ORDER BY rowid"):
        found = database.execute(_SAME_SOURCE, (source,)).fetchone()
        row = found or database.execute(_SAME_TEXT, (text,)).fetchone()
        if row is None:
            yield Difference(ChangeKind.ADDED, None, _unpacked(brief))
        else:
            database.execute("DELETE FROM old WHERE rowid = ?", (row[0],))
            yield Difference(ChangeKind.CHANGED, _unpacked(row[1]), _unpacked(brief))
    for (brief,) in database.execute("SELECT brief FROM old ORDER BY rowid"):
        yield Difference(ChangeKind.REMOVED, _unpacked(brief), None)


def _sources(unit: TranslationUnit) -> tuple[bytes, bytes]:
    """Return the keys of the source of a unit: as it is, and of its text without codes and white space."""
    first = unit.variants[0]
    text = first._replace(segment=(" ".join(plain(first.segment).split()),))
    return source_key(unit), source_key(unit._replace(variants=(text,)))


def _brief(unit: TranslationUnit) -> str:
    texts = {region_style(tag_of(variant.tag)): plain(variant.segment) for variant in unit.variants}
    return json.dumps([unit.line, unit.id, texts, list(_others(unit))], ensure_ascii=True)


def _others(unit: TranslationUnit) -> Iterator[str]:
    yield from _of(unit.attributes, unit.items, "")
    for variant in unit.variants:
        tag = region_style(tag_of(variant.tag)) + " "
        yield from _of(variant.attributes, variant.items, tag)
        for code in codes(variant.segment):
            written = "".join(f' {name}="{value}"' for name, value in code.attributes.items())
            yield f"{tag}<{code.name}{written}>{text_of(code.content)}</{code.name}>"


def _of(attributes: Attributes, items: Items, owner: str) -> Iterator[str]:
    hidden = {"xml:lang", "tuid", *BOOKKEEPING}
    yield from (f"{owner}{name}: {value}" for name, value in attributes.items() if name not in hidden)
    for item in items:
        if isinstance(item, Element):
            kind = " ".join(part for part in (item.name, item.attributes.get("type", "")) if part)
            yield f"{owner}{kind}: {text_of(item.content)}"


def _unpacked(brief: str) -> Brief:
    return Brief(*json.loads(brief))
