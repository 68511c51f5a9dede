"""Finds the source and target language of a memory, and selects its units in them. Start from `Direction.of`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from termbase.errors import TermbaseError
from termbase.language import canonical, region_style
from termbase.text.script import is_wrong_script
from tmx.content import plain
from tmx.languages import pairs, tag_of, variants_of
from tmx.model import ALL, Header, TranslationUnit, Variant
from tmx.reader import Memory


class Direction(NamedTuple):
    """Source and target language (canonical tags), and the `srclang` of the header as the file spells it."""

    source: str
    target: str
    srclang: str

    @classmethod
    def of(cls, memory: Memory, source: str | None, target: str | None) -> Direction:
        """Return the direction with the given languages; None means the language of the header or the first unit.

        Raises TermbaseError if an argument is not a language tag, or the target language is not clear from the
        first unit.
        """
        srclang = memory.header.source_language
        first = next(memory.units(), None)
        tags = [tag_of(variant.tag) for variant in first.variants] if first else []
        own = first.attributes.get("srclang", srclang) if first else srclang
        chosen = canonical(source) if source else tag_of(tags[0] if own == ALL and tags else own)
        if target:
            return cls(chosen, canonical(target), srclang)
        others = list(dict.fromkeys(tag for tag in tags if tag != chosen))
        if len(others) != 1:
            hint = f"one of {', '.join(map(region_style, others))}" if others else "for example zh-CN"
            raise TermbaseError("the target language is not clear", file=memory.file, hint=f"give --target, {hint}")
        return cls(chosen, others[0], srclang)

    def header(self, header: Header) -> Header:
        """Return the header with the source language of the direction as its `srclang`."""
        return header._replace(attributes={**header.attributes, "srclang": region_style(self.source)})

    def select(self, units: Iterable[TranslationUnit], skipped: Counter[str]) -> Iterator[TranslationUnit]:
        """Yield the units that have both languages, with variants in these only, the source first.

        A pair with text in the wrong script for its language is left out. `skipped` counts units left out, by
        reason.
        """
        for unit in units:
            found = list(pairs(unit, self.srclang, self.source, self.target))
            if not found:
                skipped[f"not {region_style(self.source)} to {region_style(self.target)}, see --target"] += 1
                continue
            kept = [(first, second) for first, second in found if not self._is_wrong(first, second)]
            if not kept:
                skipped["another script than its language"] += 1
                continue
            variants = {id(variant): variant for column in zip(*kept, strict=True) for variant in column}
            attributes = {name: value for name, value in unit.attributes.items() if name != "srclang"}
            yield unit._replace(attributes=attributes, variants=tuple(variants.values()))

    def texts(self, unit: TranslationUnit) -> Iterator[tuple[Variant, Variant]]:
        """Yield the source-target pairs of a unit that `select` has yielded."""
        for first in variants_of(unit, self.source):
            for second in variants_of(unit, self.target):
                if second is not first:
                    yield first, second

    def _is_wrong(self, first: Variant, second: Variant) -> bool:
        return is_wrong_script(plain(first.segment), self.source) or is_wrong_script(
            plain(second.segment), self.target
        )
