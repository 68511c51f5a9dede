"""How many units an operation on memories read, wrote, changed and skipped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from tmx.model import TranslationUnit


class Counts:
    """Counts that an operation fills as units go through it; `skipped` by reason."""

    def __init__(self) -> None:
        self.read = 0
        self.written = 0
        self.changed = 0
        self.skipped: Counter[str] = Counter()

    def reading(self, units: Iterable[TranslationUnit]) -> Iterator[TranslationUnit]:
        """The units, counted as read."""
        for unit in units:
            self.read += 1
            yield unit

    def writing(self, units: Iterable[TranslationUnit]) -> Iterator[TranslationUnit]:
        """The units, counted as written."""
        for unit in units:
            self.written += 1
            yield unit
