"""The settings of the checks for one file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from termbase.severity import Severity


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of the checks for one file. Checks are given by their names.

    `selected` are the checks to run; None means those that run by default. `severities` replace the default ones.
    `excepted` are the ids of concepts that a check ignores. `words` are phrases in which no check finds anything.
    `language` is the canonical tag of the document; None means that it is detected. `changed` are ranges of lines
    (first, last) that somebody has just changed: all other lines are then the yardstick for consistency.
    """

    selected: frozenset[str] | None = None
    severities: Mapping[str, Severity] = field(default_factory=dict)
    excepted: Mapping[str, frozenset[str]] = field(default_factory=dict)
    words: tuple[str, ...] = ()
    language: str | None = None
    changed: tuple[tuple[int, int], ...] = ()

    def is_changed(self, first: int, last: int) -> bool:
        """Whether one of the lines from `first` to `last` has been changed."""
        return any(first <= end and start <= last for start, end in self.changed)

    @property
    def region_except(self) -> frozenset[str]:
        """The ids of concepts whose regional words are ordinary words in other regions, such as 資料 (data)."""
        return self.excepted.get("region", frozenset())


DEFAULTS = Settings()
