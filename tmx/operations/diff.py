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
from tmx.content import plain
from tmx.languages import tag_of
from tmx.model import TranslationUnit
from tmx.unit_keys import source_key, whole_key


class Brief(NamedTuple):
    """A unit as a difference shows it: its 1-based line, its `tuid`, and its texts by language tag."""

    line: int
    id: str
    texts: dict[str, str]


class Difference(NamedTuple):
    """A unit that differs: `added` (only in the new memory), `removed` (only in the old one) or `changed`.

    A unit is changed if an old and a new unit have the same source segment and differ otherwise.
    """

    kind: ChangeKind
    old: Brief | None
    new: Brief | None


_SCHEMA = """
PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; BEGIN;
CREATE TABLE old (whole BLOB, source BLOB, brief TEXT);
CREATE TABLE new (source BLOB, brief TEXT);
"""
_INDEXES = "CREATE INDEX by_whole ON old (whole); CREATE INDEX by_source ON old (source)"


def differences(old: Iterable[TranslationUnit], new: Iterable[TranslationUnit]) -> Iterator[Difference]:
    """Yield added and changed units in the order of `new`, then removed units in the order of `old`.

    The order of units and the layout of the file do not count as differences.
    """
    with tempfile.TemporaryDirectory(prefix="termbase-") as folder:
        database = sqlite3.connect(f"{folder}/units", isolation_level=None)
        try:
            database.executescript(_SCHEMA)
            rows = ((whole_key(unit), source_key(unit), _brief(unit)) for unit in old)
            database.executemany("INSERT INTO old VALUES (?, ?, ?)", rows)
            database.executescript(_INDEXES)
            _strike_equal(database, new)
            yield from _left(database)
        finally:
            database.close()


def _strike_equal(database: sqlite3.Connection, new: Iterable[TranslationUnit]) -> None:
    for unit in new:
        struck = database.execute(
            "DELETE FROM old WHERE rowid = (SELECT min(rowid) FROM old WHERE whole = ?)", (whole_key(unit),)
        )
        if not struck.rowcount:
            database.execute("INSERT INTO new VALUES (?, ?)", (source_key(unit), _brief(unit)))


def _left(database: sqlite3.Connection) -> Iterator[Difference]:
    for source, brief in database.execute("SELECT source, brief FROM new ORDER BY rowid"):
        row = database.execute(
            "SELECT rowid, brief FROM old WHERE source = ? ORDER BY rowid LIMIT 1", (source,)
        ).fetchone()
        if row is None:
            yield Difference(ChangeKind.ADDED, None, _unpacked(brief))
        else:
            database.execute("DELETE FROM old WHERE rowid = ?", (row[0],))
            yield Difference(ChangeKind.CHANGED, _unpacked(row[1]), _unpacked(brief))
    for (brief,) in database.execute("SELECT brief FROM old ORDER BY rowid"):
        yield Difference(ChangeKind.REMOVED, _unpacked(brief), None)


def _brief(unit: TranslationUnit) -> str:
    texts = {region_style(tag_of(variant.tag)): plain(variant.segment) for variant in unit.variants}
    return json.dumps([unit.line, unit.id, texts], ensure_ascii=True)


def _unpacked(brief: str) -> Brief:
    return Brief(*json.loads(brief))
