"""A TMX file as a job: its units without a text in the target language are the segments."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from io import BytesIO

from termbase.language import canonical, region_style
from tmx.bilingual.codes import placed_codes
from tmx.bilingual.languages import Given
from tmx.bilingual.marks import FUZZY, fuzzy
from tmx.content import plain
from tmx.languages import tag_of, variants_of
from tmx.memory.identity import source_variant
from tmx.memory.jobs.job import Filling, Segment, Suggestion, noted, noted_others
from tmx.model import Aside, Content, Element, TranslationUnit, Variant, prop
from tmx.reader import Memory
from tmx.writer import write

SCORE = "x-match-score"
"""The type of the `prop` with the score of a translation that was filled in."""


class TmxJob:
    """A TMX file. Its language is that of the header; the target language must be given."""

    def __init__(self, memory: Memory, given: Given) -> None:
        self._memory = memory
        self._units = list(memory.units())
        srclang = memory.header.source_language
        first = source_variant(self._units[0], srclang) if self._units else None
        source = canonical(given[0]) if given[0] else tag_of(first.tag if first else srclang)
        self.remarks: Counter[str] = Counter()
        self.languages = source, canonical(given[1] or "")
        self.segments = [
            self._segment(number, unit) for number, unit in enumerate(self._units) if variants_of(unit, source)
        ]

    def fill(self, segment: Segment, filling: Filling) -> None:
        """Add a variant, with its score; the unit of one to review is marked as fuzzy."""
        unit = self._units[segment.number]
        kept = tuple(variant for variant in unit.variants if not self._is_empty_target(variant))
        content = _content(variants_of(unit, self.languages[0])[0].segment, filling)
        made = Variant({"xml:lang": region_style(self.languages[1])}, content, (prop(SCORE, str(filling.score)),))
        marks = () if filling.is_sure else (fuzzy(),)
        notes = (Element("note", {}, (text,)) for text in [noted_others(filling)] if text)
        self._units[segment.number] = unit._replace(variants=(*kept, made), items=(*unit.items, *notes, *marks))

    def suggest(self, segment: Segment, suggestions: Sequence[Suggestion]) -> None:
        """Add a note to the unit."""
        unit, note = self._units[segment.number], Element("note", {}, (noted(suggestions),))
        if note not in unit.items:
            self._units[segment.number] = unit._replace(items=(*unit.items, note))

    def data(self) -> bytes:
        """Return the file in UTF-8 with all translations."""
        out = BytesIO()
        write(out, self._memory.header, self._units, lambda: self._memory.trailer)
        return out.getvalue()

    def _segment(self, number: int, unit: TranslationUnit) -> Segment:
        source = variants_of(unit, self.languages[0])[0]
        targets = [each.segment for each in variants_of(unit, self.languages[1]) if plain(each.segment).strip()]
        is_confirmed = "yes" not in unit.properties(FUZZY)
        return Segment(number, source.segment, targets[0] if targets else (), unit.id, is_confirmed)

    def _is_empty_target(self, variant: Variant) -> bool:
        return tag_of(variant.tag) == self.languages[1] and not plain(variant.segment).strip()


def _content(source: Content, filling: Filling) -> Content:
    """The translation with the codes of this source."""
    own = [element for _, element in placed_codes(source)]
    found, opened = list[str | Element | Aside](), list[tuple[Element, list[str | Element | Aside]]]()
    for part in filling.parts:
        if isinstance(part, str):
            found.append(part)
        elif own[part].name != "hi":
            found.append(own[part])
        elif opened and opened[-1][0] is own[part]:
            inside, (element, found) = found, opened.pop()
            found.append(element._replace(content=tuple(inside)))
        else:
            opened.append((own[part], found))
            found = []
    return tuple(found)
