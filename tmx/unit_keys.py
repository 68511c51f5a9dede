"""Computes keys of units, and keeps them on disk to find duplicates in a memory of any size.

Start from `KeyIndex`. Its keys are in a temporary SQLite file, which is deleted when the index is closed.
"""

from __future__ import annotations

import hashlib
import sqlite3
import tempfile
from collections.abc import Iterator
from types import TracebackType

from tmx.content import plain
from tmx.languages import tag_of
from tmx.model import Attributes, Content, Element, Items, TranslationUnit


class KeyIndex:
    """Keeps the number of the best unit for each key. Use it as a context manager."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="termbase-")
        self._database = sqlite3.connect(f"{self._folder.name}/index", isolation_level=None)
        self._database.executescript(
            "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; BEGIN;"
            "CREATE TABLE best (key BLOB PRIMARY KEY, rank TEXT, number INTEGER) WITHOUT ROWID"
        )

    def __enter__(self) -> KeyIndex:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._database.close()
        self._folder.cleanup()

    def offer(self, key: bytes, number: int, rank: str = "") -> None:
        """Add a unit by its number; it replaces one with the same key and a lower rank."""
        self._database.execute(
            "INSERT INTO best VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE"
            " SET rank = excluded.rank, number = excluded.number WHERE excluded.rank > rank",
            (key, rank, number),
        )

    def first(self, key: bytes, number: int) -> int:
        """Return the number that was first added with this key; if there is none, add and return `number`."""
        row = self._database.execute("SELECT number FROM best WHERE key = ?", (key,)).fetchone()
        if row is None:
            self.offer(key, number)
            return number
        return int(row[0])

    def numbers(self) -> Iterator[int]:
        """Yield the numbers of the best units of all keys, in order."""
        for (number,) in self._database.execute("SELECT number FROM best ORDER BY number"):
            yield number


def exact_key(unit: TranslationUnit) -> bytes:
    """Return a key that is equal for units with the same segments, codes included, in the same languages."""
    return _digest(sorted(f"{tag_of(variant.tag)}\t{_written(variant.segment)}" for variant in unit.variants))


def text_key(unit: TranslationUnit) -> bytes:
    """Return a key that is equal for units whose texts differ only in codes, case and spaces."""
    texts = (" ".join(plain(variant.segment).split()).casefold() for variant in unit.variants)
    return _digest(
        sorted(f"{tag_of(variant.tag)}\t{text}" for variant, text in zip(unit.variants, texts, strict=True))
    )


def source_key(unit: TranslationUnit) -> bytes:
    """Return a key that is equal for units with the same first variant (language and segment), their source."""
    first = unit.variants[0]
    return _digest([f"{tag_of(first.tag)}\t{_written(first.segment)}"])


def whole_key(unit: TranslationUnit) -> bytes:
    """Return a key that is equal for units that differ only in layout, spelling of tags and bookkeeping.

    Bookkeeping is what tools write down about a unit (`BOOKKEEPING`), without a change of its contents. Layout are
    comments too, and the order of notes and properties, except of those of one kind and type.
    """
    bare = tuple(
        variant._replace(
            line=0, attributes=_compared(variant.attributes), items=_in_order(variant.items), before=(), after=()
        )
        for variant in unit.variants
    )
    own = unit._replace(
        variants=bare,
        line=0,
        attributes=_compared(unit.attributes),
        items=_in_order(unit.items),
        before=(),
        after=(),
    )
    return _digest([repr(own)])


BOOKKEEPING = frozenset(
    "changedate changeid lastusagedate usagecount creationtool creationtoolversion o-tmf o-encoding".split()
)


def _compared(attributes: Attributes) -> Attributes:
    """The attributes that count when units are compared, sorted by name, with tags in canonical form."""
    return {
        name: tag_of(value) if name in ("xml:lang", "srclang") else value
        for name, value in sorted(attributes.items())
        if name not in BOOKKEEPING
    }


def _in_order(items: Items) -> Items:
    """The notes and properties in an order that does not depend on the file."""
    elements = (item for item in items if isinstance(item, Element))
    return tuple(sorted(elements, key=lambda element: (element.name, element.attributes.get("type", ""))))


def _written(segment: Content) -> str:
    return segment[0] if len(segment) == 1 and isinstance(segment[0], str) else repr(segment)


def _digest(parts: list[str]) -> bytes:
    return hashlib.blake2b("\n".join(parts).encode("utf-8", "surrogatepass"), digest_size=16).digest()
