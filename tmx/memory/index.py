"""Makes the units of a memory that are not indexed yet findable: fills the tables that are made from units.

Start from `Indexing.run`. Whoever stores units also lists them in the table `pending`, in the same transaction. So
no unit is forgotten if a process is killed: the next import indexes it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from termbase.garbage import no_collection
from tmx.memory.database import Database
from tmx.memory.record import hashed, texts_of
from tmx.memory.rows import NewRows, Text

BATCH = 50_000
"""The number of units that are indexed in one transaction."""

_PAGE = 5000
"""The number of units that are read at once."""

_VARIANT = "variant (unit, place, language, row, text, previous, following)"


class _Unit(NamedTuple):
    """A stored unit with its number, that of its file, its texts, their hashes, and a hash by language."""

    number: int
    source: int
    texts: list[Text]
    hashes: list[int]
    keys: dict[str, int]

    @classmethod
    def of(cls, number: int, source: int, record: str) -> _Unit:
        texts = texts_of(record)
        hashes = [hashed(text) for _, text in texts]
        return cls(number, source, texts, hashes, {tag: key for (tag, _), key in zip(texts, hashes, strict=True)})


class Indexing:
    """Indexes the pending units of a memory that is open for writing."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._rows = NewRows(database)
        self._languages: dict[str, int] = {}

    def run(self) -> None:
        """Index all pending units, a transaction for each batch."""
        while self._database.execute("select 1 from pending").fetchone():
            with self._database.transaction(), no_collection():
                self._batch()

    def _batch(self) -> None:
        self._rows.begin()
        for _ in range(0, BATCH, _PAGE):
            units = self._pending()
            if not units:
                self._database.execute("delete from pending")
                break
            self._page(units)
            self._database.execute("delete from pending where unit <= ?", (units[-1].number,))
        self._rows.write()

    def _pending(self) -> list[_Unit]:
        rows = self._database.execute(
            "select number, source, record from pending join unit on number = unit order by unit limit ?",
            (_PAGE,),
        )
        return [_Unit.of(*row) for row in rows]

    def _page(self, units: list[_Unit]) -> None:
        self._remove_old(units[0].number, units[-1].number)
        rows = self._rows.numbers_of(text for unit in units for text in unit.texts)
        around = [self._stored(units[0].number - 1), *units, self._stored(units[-1].number + 1)]
        variants: list[tuple[int, ...]] = []
        for (before, unit), (_, after) in pairwise(pairwise(around)):
            if unit is not None:
                beside = self._beside(unit, before, -1), self._beside(unit, after, 1)
                variants += self._variants(unit, *beside, rows)
        self._database.load(_VARIANT, variants)

    def _remove_old(self, first: int, last: int) -> None:
        self._database.execute(
            "delete from variant where unit in (select unit from pending where unit between ? and ?)", (first, last)
        )

    def _beside(self, unit: _Unit, other: _Unit | None, step: int) -> _Unit | None:
        """Return the unit before or after another in the same file; `other` is it if it has the next number."""
        if other is None or other.number != unit.number + step:
            other = self._stored(unit.number + step)
        return other if other is not None and other.source == unit.source else None

    def _stored(self, number: int) -> _Unit | None:
        row = self._database.execute(
            "select number, source, record from unit where number = ?", (number,)
        ).fetchone()
        return _Unit.of(*row) if row else None

    def _variants(
        self, unit: _Unit, before: _Unit | None, after: _Unit | None, rows: dict[Text, int]
    ) -> Iterator[tuple[int, ...]]:
        earlier, later = before.keys if before else {}, after.keys if after else {}
        for place, (text, key) in enumerate(zip(unit.texts, unit.hashes, strict=True)):
            tag = text[0]
            language = self._languages.get(tag) or self._learned(tag)
            yield unit.number, place, language, rows[text], key, earlier.get(tag, 0), later.get(tag, 0)

    def _learned(self, tag: str) -> int:
        self._database.execute("insert into language (tag) values (?) on conflict do nothing", (tag,))
        found = self._database.execute("select number from language where tag = ?", (tag,)).fetchone()
        self._languages[tag] = int(found[0])
        return self._languages[tag]
