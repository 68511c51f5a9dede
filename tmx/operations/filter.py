"""The conditions of `tmx filter`: a unit is kept if it meets all that are set. Start from `UnitConditions`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tmx.content import plain
from tmx.languages import fits, pairs
from tmx.model import TranslationUnit


@dataclass(frozen=True, slots=True)
class UnitConditions:
    """Conditions on a unit. Languages are canonical tags; dates begin as TMX dates do (`2024`, `20240131`).

    `after` includes its date and `before` does not. `properties` are pairs of type and value.
    """

    srclang: str
    source: str | None = None
    target: str | None = None
    pattern: re.Pattern[str] | None = None
    after: str = ""
    before: str = ""
    properties: tuple[tuple[str, str], ...] = ()
    origin: str = ""

    def holds(self, unit: TranslationUnit) -> bool:
        """Whether a unit meets every condition."""
        return (
            self._has_languages(unit)
            and self._has_text(unit)
            and self._has_date(unit)
            and all(value in unit.properties(type) for type, value in self.properties)
            and (not self.origin or any(self.origin == value for value in _origins(unit)))
        )

    def _has_languages(self, unit: TranslationUnit) -> bool:
        if self.source:
            return any(True for _ in pairs(unit, self.srclang, self.source, self.target))
        return not self.target or any(fits(variant.tag, self.target) for variant in unit.variants)

    def _has_text(self, unit: TranslationUnit) -> bool:
        pattern = self.pattern
        return not pattern or any(pattern.search(plain(variant.segment)) for variant in unit.variants)

    def _has_date(self, unit: TranslationUnit) -> bool:
        if not (self.after or self.before):
            return True
        date = unit.last_change
        return bool(date) and date >= self.after and (not self.before or date < self.before)


def _origins(unit: TranslationUnit) -> list[str]:
    parts = (unit.attributes, *(variant.attributes for variant in unit.variants))
    return [
        part[name] for part in parts for name in ("creationtool", "creationid", "changeid", "o-tmf") if name in part
    ]
