"""What a house sets for the checks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from termbase.severity import Severity


@dataclass(frozen=True, slots=True)
class Settings:
    """What a house sets for the checks of a file, see `configure`. Checks stand under their names.

    `selected` are the checks to run, None those that run by default. `excepted` are ids of concepts that a check
    leaves alone; in `words` nothing is found. `language` is a canonical tag, None what the text tells.
    """

    selected: frozenset[str] | None = None
    severities: Mapping[str, Severity] = field(default_factory=dict)
    excepted: Mapping[str, frozenset[str]] = field(default_factory=dict)
    words: tuple[str, ...] = ()
    language: str | None = None

    @property
    def region_except(self) -> frozenset[str]:
        """Ids of concepts whose regional words are ordinary words elsewhere."""
        return self.excepted.get("region", frozenset())


DEFAULTS = Settings()
