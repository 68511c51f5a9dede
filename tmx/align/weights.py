"""The learned weights of the clues. `bench/align_weights.py` learns `align_weights.tsv` from aligned documents."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TypeAlias

from termbase.files.data_table import data_rows

Weights: TypeAlias = Sequence[float]
"""The weight of each clue, in the order of the names of `clues` and then those of `meaning`."""


@cache
def weights(has_encoder: bool) -> Weights:
    """Return the weights for aligning with or without an encoder."""
    rows = list(data_rows("align_weights.tsv"))
    return [float(row[2 if has_encoder else 1]) for row in rows if has_encoder or row[1]]
