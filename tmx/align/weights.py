"""The learned weights of the clues. `bench/align_weights.py` learns `align_weights.tsv` from aligned documents."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from termbase.files.data_table import data_rows
from tmx.align.clues import NAMES


@cache
def weights() -> Sequence[float]:
    """Return the weight of each clue, in the order of `NAMES`."""
    table = {name: float(weight) for name, weight in data_rows("align_weights.tsv")}
    return [table[name] for name in NAMES]
