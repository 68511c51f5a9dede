"""Counts what a memory holds: units, languages, text, codes, properties. Start from `Statistics.add`."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from termbase.language import primary_language, region_style
from tmx.content import codes, plain
from tmx.languages import tag_of
from tmx.model import Element, TranslationUnit

_WITHOUT_SPACES = frozenset("zh yue nan ja th lo km my".split())


@dataclass
class Statistics:
    """Numbers for the units of a memory. Languages are tags as CAT tools spell them (`zh-CN`).

    `first_date` and `last_date` are the earliest and latest date of last change, as TMX spells dates, or "".
    """

    tool: str = ""
    """The `creationtool` of the header, which made the units that name none."""
    units: int = 0
    with_codes: int = 0
    variants: Counter[str] = field(default_factory=Counter)
    characters: Counter[str] = field(default_factory=Counter)
    """The number of characters by language, without codes."""
    words: Counter[str] = field(default_factory=Counter)
    """The number of words between spaces, by language; languages without spaces between words are not counted."""
    codes: Counter[str] = field(default_factory=Counter)
    properties: Counter[str] = field(default_factory=Counter)
    tools: Counter[str] = field(default_factory=Counter)
    first_date: str = ""
    last_date: str = ""

    def add(self, unit: TranslationUnit) -> None:
        """Count one unit."""
        self.units += 1
        has_codes = False
        for variant in unit.variants:
            tag, text = region_style(tag_of(variant.tag)), plain(variant.segment)
            self.variants[tag] += 1
            self.characters[tag] += len(text)
            if primary_language(tag) not in _WITHOUT_SPACES:
                self.words[tag] += len(text.split())
            names = [code.name for code in codes(variant.segment)]
            self.codes.update(names)
            has_codes = has_codes or bool(names)
        self.with_codes += has_codes
        self.properties.update(
            item.attributes.get("type", "")
            for item in unit.items
            if isinstance(item, Element) and item.name == "prop"
        )
        if tool := unit.attributes.get("creationtool", self.tool):
            self.tools[tool] += 1
        if date := unit.last_change:
            self.first_date = min(self.first_date or date, date)
            self.last_date = max(self.last_date, date)
