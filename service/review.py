"""Decides on the candidates of a build, one or many at a time. Each decision is on disk before the next one.

Start from `Review`. Only the cells of a decision are changed in the table; rows and columns that somebody else has
added, and decisions that somebody else has taken meanwhile, stay.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from termbase.errors import TermbaseError
from termbase.files.build_files import TABLE

if TYPE_CHECKING:
    from termbase.gather.model import Decision

Key = tuple[str, str]
"""A pair as extracted: the Chinese and the English term."""


@dataclass(frozen=True)
class Candidate:
    """A row of the table by the names of its columns, which are those of `termbase.gather.review`."""

    cells: dict[str, str]

    @property
    def key(self) -> Key:
        """The pair, which identifies the row."""
        return self.cells["zh"], self.cells["en"]

    @property
    def confidence(self) -> float:
        """The confidence of the pair, from 0 to 1; 0 if the table does not give one."""
        from termbase.gather.review import number_in

        return number_in(self.cells.get("confidence", ""))

    @property
    def is_imperfect(self) -> bool:
        """Whether the sides of the pair do not correspond in full."""
        return bool(self.cells.get("imperfect"))

    @property
    def is_decided(self) -> bool:
        """Whether a reviewer has decided on the pair."""
        return bool(self.cells["decision"].strip())


def _doubt(row: Candidate) -> tuple[bool, float]:
    """The order of a review: doubtful pairs first."""
    return not row.is_imperfect, row.confidence


class Review:
    """The table of candidates in a folder, or a table itself, under review."""

    def __init__(self, place: str) -> None:
        """Read the table. Raises TermbaseError if there is none, or if it has rows that cannot be understood."""
        from termbase.gather.review import read_reviewed

        self.file = str(Path(place, TABLE)) if Path(place).is_dir() else place
        if not Path(self.file).is_file():
            raise TermbaseError(
                "has no candidates.tsv", file=place, hint="make one: termbase build SOURCE --out DIR"
            )
        if not self.file.lower().endswith(".tsv"):
            raise TermbaseError("is not a TSV file", file=place, hint="name the folder or its candidates.tsv")
        read_reviewed(self.file)  # reports all wrong rows
        self._rows: dict[Key, Candidate] = {}
        self._done: list[dict[Key, dict[str, str]]] = []
        self._take(Path(self.file).read_bytes())

    @property
    def candidates(self) -> list[Candidate]:
        """All rows, in the order of the table."""
        return list(self._rows.values())

    def undecided(self) -> list[Candidate]:
        """Return the rows without a decision: imperfect pairs first, then by confidence from the lowest."""
        return sorted((row for row in self._rows.values() if not row.is_decided), key=_doubt)

    def decided(self) -> list[Candidate]:
        """Return the rows with a decision, in the order of their days, and of a day as `undecided` orders them."""
        rows = (row for row in self._rows.values() if row.is_decided)
        return sorted(rows, key=lambda row: (row.cells.get("date", ""), *_doubt(row)))

    def decide(self, candidates: Iterable[Candidate], decision: Decision) -> int:
        """Write one decision on some candidates into the table; return on how many.

        Those on which somebody else has decided meanwhile keep that decision.
        """
        from termbase.gather.review import decision_cells

        cells = decision_cells(decision)
        before = {row.key: self._cells(row.key, cells) for row in candidates}
        changed = self._change(before, lambda _: cells)
        self._done.append({key: before[key] for key in changed})
        return len(changed)

    def undo(self) -> list[Candidate]:
        """Take back the last call of `decide` and return its candidates; empty if there is none."""
        while self._done:
            earlier = self._done.pop()
            now = {key: self._cells(key, cells) for key, cells in earlier.items() if self._rows[key].is_decided}
            if changed := self._change(now, earlier.__getitem__):
                return [self._rows[key] for key in changed]
        return []

    def reopen(self, candidates: Iterable[Candidate]) -> list[Candidate]:
        """Take back the decisions on candidates, also those of an earlier review; return the candidates.

        Those on which somebody else has decided otherwise meanwhile keep that decision.
        """
        from termbase.gather.review import decision_cells

        empty = decision_cells(None)
        known = {row.key: self._cells(row.key, empty) for row in candidates}
        return [self._rows[key] for key in self._change(known, lambda _: empty)]

    def _cells(self, key: Key, names: Iterable[str]) -> dict[str, str]:
        return {name: self._rows[key].cells.get(name, "") for name in names}

    def _change(self, known: dict[Key, dict[str, str]], new: Callable[[Key], dict[str, str]]) -> list[Key]:
        """Replace the `known` cells of rows by new ones in the file as it is now; return the rows changed."""
        from termbase.files.lock import change_file

        changed: list[Key] = []

        def change(data: bytes) -> bytes:
            gone = {key: self._rows[key] for key in known}
            self._take(data)
            self._rows = self._rows | {key: row for key, row in gone.items() if key not in self._rows}
            for key, cells in known.items():
                row = self._rows[key]
                if all(row.cells.get(name, "") == cell for name, cell in cells.items()):
                    self._rows[key] = Candidate(row.cells | new(key))
                    changed.append(key)
            return self._table()

        change_file(self.file, change)
        return changed

    def _take(self, data: bytes) -> None:
        """Read the rows from the bytes of the table. Of several rows with the same pair, a decided one is kept."""
        from termbase.gather.review import DECISION_COLUMNS, table_in
        from termbase.table.rows import rows_in

        names, rows = table_in(rows_in(data, self.file, quoted=True), self.file)
        self._header: Sequence[str] = list(dict.fromkeys([*names, *DECISION_COLUMNS]))
        self._rows = {}
        for row in (Candidate(dict.fromkeys(self._header, "") | cells) for _, cells in rows):
            if row.key not in self._rows or row.is_decided:
                self._rows[row.key] = row

    def _table(self) -> bytes:
        from termbase.table.rows import dump_rows

        rows = [[row.cells.get(name, "") for name in self._header] for row in self._rows.values()]
        return dump_rows([self._header, *rows], "tsv", quoted=True)
