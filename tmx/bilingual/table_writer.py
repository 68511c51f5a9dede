"""Writes translation units as a table: a row for each pair, with columns for all that its units hold."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import IO, BinaryIO

from termbase.table.rows import write_rows
from tmx.bilingual.read import HEADER
from tmx.bilingual.table_columns import columns_of, in_order
from tmx.content import plain
from tmx.direction import Direction
from tmx.model import TranslationUnit


def write_table(form: str, file: BinaryIO, units: Iterable[TranslationUnit], direction: Direction) -> None:
    """Write a table of a form (`csv`, `tsv`, `xlsx`). The rows wait on disk until all columns are known."""
    with tempfile.TemporaryFile("w+", encoding="ascii", prefix="termbase-") as waiting:
        columns = in_order(_spool(waiting, units, direction))
        waiting.seek(0)
        rows = (
            [source, target, *(cells.get(column, "") for column in columns)]
            for source, target, cells in map(json.loads, waiting)
        )
        write_rows(file, chain([[*HEADER, *columns]], rows), form, "memory")


def _spool(waiting: IO[str], units: Iterable[TranslationUnit], direction: Direction) -> Iterator[str]:
    seen: dict[str, None] = {}
    for unit in units:
        for source, target in direction.texts(unit):
            cells = columns_of(unit, source, target)
            seen.update(dict.fromkeys(cells))
            waiting.write(json.dumps([plain(source.segment), plain(target.segment), cells]) + "\n")
    yield from seen
