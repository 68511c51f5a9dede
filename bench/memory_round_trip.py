"""Imports 100,000 real units and exports them again: `python bench/memory_round_trip.py FOLDER [MEMORY]`.

`python bench/memory_corpus.py FOLDER` makes the corpus. MEMORY (a file in FOLDER by default) must be empty. Says
whether all units came out as they went in, in any order, and exits with 1 if not.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

from memory import real_pairs

from tmx.memory.add import Added, Origin
from tmx.memory.record import to_record
from tmx.memory.store import open_store
from tmx.model import TranslationUnit, prop, variant
from tmx.reader import read
from tmx.writer import new_header, write

UNITS = 100_000


def main() -> None:
    folder = Path(sys.argv[1])
    memory = sys.argv[2] if len(sys.argv) > 2 else str(folder / "round-trip.db")
    before, after = folder / "before.tmx", folder / "after.tmx"
    write_real(folder, before)
    source, counts = read(str(before)), Added()
    with open_store(memory, is_written=True) as store:
        store.add(source.units(), Origin(before.name, source.header), counts, lambda: source.trailer)
        store.index()
        with after.open("wb") as file:
            write(file, store.header(), store.units(), store.trailer)
        faults = store.faults()
    same = records(before) == records(after)
    print(f"{counts.added} units added, {'equal' if same else 'NOT equal'} after the export, {len(faults)} faults")
    sys.exit(0 if same and not faults else 1)


def write_real(folder: Path, path: Path) -> None:
    """Write real pairs, some with an id, a property or the same texts as another unit."""
    chance = random.Random(7)
    pairs = chance.sample(real_pairs(folder), UNITS - 1000)
    pairs += chance.choices(pairs, k=1000)
    units = (
        TranslationUnit(
            {"tuid": str(number)} if number % 3 else {},
            (variant("en", english), variant(tag, chinese)),
            () if number % 5 else (prop("x-number", str(number)),),
        )
        for number, (english, chinese, tag) in enumerate(pairs)
    )
    with path.open("wb") as file:
        write(file, new_header("en", None), units)


def records(path: Path) -> list[str]:
    return sorted(map(to_record, read(str(path)).units()))


if __name__ == "__main__":
    main()
