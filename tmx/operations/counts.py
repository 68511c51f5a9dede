"""Counts what an operation on memories reads, writes, changes, skips and leaves out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from tmx.model import TranslationUnit


class Counts:
    """Numbers of units, filled while they are read and written. `skipped` counts them by reason.

    `left_out` counts what is not written of units that are, by its name in the plural (`notes`); `remarks`
    counts what had to be changed so that the format allows it.
    `columns` says what each column of a table was taken for, if there is something to say.
    """

    def __init__(self) -> None:
        self.read = 0
        self.written = 0
        self.changed = 0
        self.skipped: Counter[str] = Counter()
        self.left_out: Counter[str] = Counter()
        self.remarks: Counter[str] = Counter()
        self.columns = ""

    def reading(self, units: Iterable[TranslationUnit]) -> Iterator[TranslationUnit]:
        """Yield the units and count each as read."""
        for unit in units:
            self.read += 1
            yield unit

    def writing(self, units: Iterable[TranslationUnit]) -> Iterator[TranslationUnit]:
        """Yield the units and count each as written."""
        for unit in units:
            self.written += 1
            yield unit
